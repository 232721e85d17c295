using System.Buffers;
using Competency.Documents.Json;
using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Records;

/// <summary>Reads one record of the apprenticeship standards JSON, of any of its years.</summary>
internal sealed class RecordReader
{
    /// <summary>The lists of statements, the kind that each is of, and the names that an entry's id can have.</summary>
    private static readonly (string List, string Id, KsbKind Kind)[] Lists =
    [
        ("knowledges", "knowledgeId", KsbKind.Knowledge),
        ("skills", "skillId", KsbKind.Skill),
        ("behaviours", "behaviourId", KsbKind.Behaviour),
        ("technicalKnowledges", "id", KsbKind.TechnicalKnowledge),
        ("technicalSkills", "id", KsbKind.TechnicalSkill),
        ("employabilitySkillsAndBehaviours", "id", KsbKind.EmployabilitySkillOrBehaviour),
    ];

    private static readonly SearchValues<char> PlainId = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    private readonly ImportContext _context;
    private readonly RecordObject _record;
    private readonly StandardDraft _draft;
    private readonly RecordText _texts;
    private readonly string _name;
    private readonly Dictionary<string, KsbCode> _codes = [];
    private readonly SortedDictionary<string, (int Count, SourceSpan Place)> _unknown = new(StringComparer.Ordinal);

    public RecordReader(ImportContext context, JsonValue record, int? position)
    {
        _context = context;
        _record = new RecordObject(context, record);
        _draft = new StandardDraft(context);
        _texts = new RecordText(context);
        var title = _record.Text("title");
        var lars = _record.Text("larsCode");
        _name = (position is null ? "The record" : $"Record {position}")
            + (title is null && lars is null ? "" : $" ({string.Join(", ", new[] { title is null ? null : $"'{PlainText.Shown(title)}'", lars is null ? null : $"LARS code {PlainText.Shown(lars)}" }.OfType<string>())})");
    }

    /// <summary>The version of a record, where it has one that can be read.</summary>
    /// <param name="version">Its <c>version</c>, as written.</param>
    /// <param name="versionNumber">Its <c>versionNumber</c>, as written, which counts where the other says nothing.</param>
    public static StandardVersion? VersionOf(string? version, string? versionNumber) =>
        StandardVersion.TryParse(TextFolding.Trim(version ?? ""), out var said) || StandardVersion.TryParse(TextFolding.Trim(versionNumber ?? ""), out said) ? said : null;

    /// <summary>A publisher's id in lower case; null where there is none. A GUID of zeros is how programs write "none".</summary>
    public static string? IdOf(string? text)
    {
        // A record names its GUIDs thousands of times, nearly always as they are to be held.
        var id = text is null ? "" : !text.AsSpan().ContainsAnyExcept(PlainId) ? text : new string(text.Where(c => !TextFolding.IsWhiteSpace(c) && !TextFolding.IsInvisible(c) && c is not ('{' or '}')).Select(TextFolding.ToLower).ToArray());
        return id.AsSpan().ContainsAnyExcept('0', '-') ? id : null;
    }

    public OccupationalStandard? Read()
    {
        ReadIdentity();
        var duties = Objects("duties");
        var options = new RecordOptions(_context, _draft);
        options.Read(_record, duties);
        if (_record.Flag("coreAndOptions") == true && _draft.Options.Count == 0)
        {
            _context.NotHeld(_record.PlaceOf("coreAndOptions"), "'coreAndOptions' says that there are options, and the record names none");
        }

        ReadStatements();
        ReadDuties(duties, options);
        ReadQualifications();
        _draft.KeyInformation = ReadKeyInformation();
        _draft.Source = new PublicationSource
        {
            Publisher = Publishers.SkillsEngland,
            Document = ApprenticeshipStandardsJson.SourceName,
            Address = _record.Text("standardPageUrl"),
            Licence = PublicationSource.OpenGovernmentLicence,
            Attribution = PublicationSource.OpenGovernmentAttribution,
        };
        ReportUnread();
        _texts.Report();
        return _draft.Finish(_record.Place, _name);
    }

    private void ReadIdentity()
    {
        if (_record.Text("referenceNumber") is { } written)
        {
            if (StandardReference.TryParse(written, out var reference))
            {
                (_draft.Reference, _draft.ReferencePlace) = (reference, _record.PlaceOf("referenceNumber"));
            }
            else
            {
                _context.Problem(_record.PlaceOf("referenceNumber"), $"'{PlainText.Shown(written)}' is not the reference of a standard such as ST0583 or OCC0220");
            }
        }

        var version = ReadVersion("version");
        var number = ReadVersion("versionNumber");
        if (version is not null && number is not null && version != number)
        {
            _context.NotHeld(_record.PlaceOf("versionNumber"), $"'versionNumber' is {number}, unlike 'version', which is {version} and is held");
        }

        _draft.Version = version ?? number;
        _draft.VersionPlace = _record.PlaceOf(version is not null ? "version" : "versionNumber");
        if (_record.Text("title") is not null)
        {
            _draft.Title = TextFolding.OnOneLine(_texts.Of(_record.Field("title")!.Text));
        }
    }

    private StandardVersion? ReadVersion(string name)
    {
        if (_record.Text(name) is not { } written)
        {
            return null;
        }

        if (StandardVersion.TryParse(written, out var version))
        {
            return version;
        }

        _draft.UnreadVersion ??= (written, _record.PlaceOf(name));
        _context.NotHeld(_record.PlaceOf(name), $"'{PlainText.Shown(written)}' could not be read as a version");
        return null;
    }

    private void ReadStatements()
    {
        foreach (var (list, idName, kind) in Lists)
        {
            var items = _record.Items(list);
            for (var i = 0; i < items.Count; i++)
            {
                if (i >= KsbCode.MaxNumber)
                {
                    _context.NotHeld(items[i].Span, $"'{list}' has more than {KsbCode.MaxNumber} entries; the rest has no codes");
                    break;
                }

                // The place counts even where the entry cannot be read: the printed codes behind it must not move.
                ReadStatement(items[i], list, idName, new KsbCode(kind, i + 1));
            }
        }
    }

    private void ReadStatement(JsonValue item, string list, string idName, KsbCode code)
    {
        if (item.Kind != JsonKind.Object)
        {
            _context.NotHeld(item.Span, $"{code} is left out: the entry is no object");
            return;
        }

        var entry = new RecordObject(_context, item);
        var named = entry.Text(idName);
        var id = IdOf(named ?? entry.Text("id"));
        if (named is not null && KsbCode.TryParse(named, out var printed) && printed.Kind == code.Kind)
        {
            // The Occupational Maps API prints the code where this format has the id.
            (code, id) = (printed, IdOf(entry.Text("id")));
        }

        var detail = entry.Field("detail");
        if (id is not null && !_codes.TryAdd(id, code))
        {
            _context.NotHeld(entry.PlaceOf(idName), $"{code} has the id of {_codes[id]}; duties that map it are taken to mean {_codes[id]}");
        }

        var text = detail is { Kind: JsonKind.String } ? _texts.Of(detail.Text) : "";
        if (text.Length == 0)
        {
            _context.NotHeld(entry.PlaceOf("detail"), $"{code} is left out: it has no text");
        }
        else
        {
            _draft.Add(new KsbStatement(code, text, id), entry.Place);
        }

        NoteUnread(entry, list);
    }

    private void ReadDuties(IReadOnlyList<RecordObject> duties, RecordOptions options)
    {
        var neither = new List<int>();
        for (var i = 0; i < duties.Count; i++)
        {
            var (duty, number) = (duties[i], i + 1);
            if (number > OccupationDuty.MaxNumber)
            {
                _context.NotHeld(duty.Place, $"'duties' has more than {OccupationDuty.MaxNumber} entries; the rest is left out");
                break;
            }

            var text = duty.Field("dutyDetail") is { Kind: JsonKind.String } detail ? _texts.Of(detail.Text) : "";
            var codes = Codes(duty, number, "mappedKnowledge", "mappedSkills", "mappedBehaviour", "mappedBehaviours");
            var isCore = duty.Flag("isThisACoreDuty");
            var ofOptions = options.Of(duty);
            if (isCore == true && ofOptions.Count > 0)
            {
                _context.NotHeld(duty.PlaceOf("mappedOptions"), $"Duty {number} is a core duty and maps {ofOptions.Count} {(ofOptions.Count == 1 ? "option" : "options")}; it is held as core");
                ofOptions = [];
            }
            else if (isCore == false && ofOptions.Count == 0)
            {
                neither.Add(number);
            }

            if (text.Length == 0)
            {
                _context.NotHeld(duty.Place, $"Duty {number} is left out: it has no text");
            }
            else
            {
                if (text == ".")
                {
                    _context.NotHeld(duty.PlaceOf("dutyDetail"), $"Duty {number} is a placeholder: its text is '.'");
                }

                _draft.Add(new OccupationDuty(number, text, codes) { Id = IdOfDuty(duty), Options = ofOptions }, duty.Place);
            }

            NoteUnread(duty, "duties");
        }

        if (neither.Count > 0)
        {
            var which = neither.Count == duties.Count ? "No duty is marked as a core duty, and none" : $"{neither.Count} duties ({string.Join(", ", neither)}) are not marked as core duties, and none of them";
            _context.Guessed(new SourceSpan(_record.PlaceOf("duties").Start, 1), $"{which} belongs to an option; they are held as core duties");
        }
    }

    /// <summary>The Occupational Maps API has the number, <c>D1</c>, where this format has the id.</summary>
    private static string? IdOfDuty(RecordObject duty)
    {
        var named = IdOf(duty.Text("dutyID") ?? duty.Text("dutyId"));
        var id = IdOf(duty.Text("id"));
        return named is null || (named[0] == 'd' && WholeNumber.TryParse(named[1..], 3, out _)) ? id : named;
    }

    private List<KsbCode> Codes(RecordObject duty, int number, params ReadOnlySpan<string> names)
    {
        var codes = new List<KsbCode>();
        foreach (var name in names)
        {
            foreach (var item in duty.Items(name))
            {
                // Codes where this format has ids, as in the Occupational Maps API.
                if (item.Kind == JsonKind.String && IdOf(item.Text) is { } id && (_codes.TryGetValue(id, out var code) || KsbCode.TryParse(id, out code)))
                {
                    codes.Add(code);
                }
                else
                {
                    _context.NotHeld(item.Span, $"Duty {number} maps '{PlainText.Shown(item.Text)}', which is the id of none of the record's statements");
                }
            }
        }

        return codes;
    }

    private void ReadQualifications()
    {
        foreach (var entry in Objects("qualifications"))
        {
            var title = entry.Text("title") is null ? "" : _texts.Of(entry.Field("title")!.Text);
            if (title.Length == 0)
            {
                _context.NotHeld(entry.Place, "A qualification has no title and is left out");
                continue;
            }

            _draft.Qualifications.Add(new Qualification(title)
            {
                Id = IdOf(entry.Text("qualificationId")),
                Level = entry.Number("level", 8),
                Information = entry.Text("anyAdditionalInformation") is { } information ? RecordText.Paragraphs(information) : null,
            });
            NoteUnread(entry, "qualifications");
        }
    }

    private KeyInformation ReadKeyInformation()
    {
        var months = _record.Number("typicalDuration", 240);
        var titles = _record.Texts("typicalJobTitles");
        var roles = _record.Texts("jobRoles");
        var summary = _record.Text("occupationalSummary") is { } html ? RecordText.Paragraphs(html) : null;
        var overview = _record.Text("overviewOfRole") is { } role ? RecordText.Paragraphs(role) : null;
        if (summary is not null && overview is not null)
        {
            _context.NotHeld(_record.PlaceOf("overviewOfRole"), "'overviewOfRole' is not held beside 'occupationalSummary'");
        }

        if (titles.Count > 0 && roles.Any(r => !titles.Contains(r)))
        {
            _context.NotHeld(new SourceSpan(_record.PlaceOf("jobRoles").Start, 1), "'jobRoles' has titles beside those of 'typicalJobTitles'");
        }

        return new KeyInformation
        {
            Level = _record.Number("level", 8),
            Route = _record.Text("route"),
            Status = _record.Text("status"),
            LarsCode = ReadLarsCode(),
            Updated = _record.Date("lastUpdated"),
            DurationMonths = months,
            DurationLabel = months is null ? null : "Typical",
            AssessmentMonths = _record.Number("ePALength", 240),
            MinimumHours = _record.Number("minimumHoursForCompliance", 100_000),
            MaximumFunding = _record.Number("maxFunding", int.MaxValue),
            Regulated = _record.Flag("regulated"),
            RegulatedBody = _record.Text("regulatedBody"),
            EarliestStart = _record.Date("earliestStartDate"),
            LatestStart = _record.Date("latestStartDate"),
            JobTitles = (titles.Count > 0 ? titles : roles).Distinct().ToArray(),
            Summary = summary ?? overview,
        };
    }

    /// <summary>A number for apprenticeships; apprenticeship units have letters in it, which the document has no place for.</summary>
    private int? ReadLarsCode()
    {
        if (_record.Text("larsCode") is { } written && !WholeNumber.TryParse(written, 9, out _))
        {
            _context.NotHeld(_record.PlaceOf("larsCode"), $"The LARS code '{PlainText.Shown(written)}' is no number and is not held");
            return null;
        }

        return _record.Number("larsCode", int.MaxValue);
    }

    /// <summary>The objects of an array. A duty that is no object still has its place in the numbering, hence an empty one stands for it.</summary>
    private List<RecordObject> Objects(string name)
    {
        var objects = new List<RecordObject>();
        foreach (var item in _record.Items(name))
        {
            if (item.Kind != JsonKind.Object)
            {
                _context.NotHeld(item.Span, $"An item of '{name}' is no object");
            }

            objects.Add(new RecordObject(_context, item));
        }

        return objects;
    }

    private void NoteUnread(RecordObject entry, string list)
    {
        foreach (var member in entry.Unread())
        {
            var name = $"{list}[].{member.Name}";
            _unknown[name] = _unknown.TryGetValue(name, out var known) ? (known.Count + 1, known.Place) : (1, member.NameSpan);
        }
    }

    private void ReportUnread()
    {
        foreach (var member in _record.Unread())
        {
            _context.NotHeld(member.NameSpan, $"'{PlainText.Shown(member.Name)}' has no place in the document");
        }

        foreach (var (name, (count, place)) in _unknown)
        {
            _context.NotHeld(place, $"'{PlainText.Shown(name)}' has no place in the document ({count} {(count == 1 ? "entry" : "entries")})");
        }
    }
}
