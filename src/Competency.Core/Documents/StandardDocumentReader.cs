using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>Reads a standard document field by field. A bad entry is a finding and is left out; the rest goes on.</summary>
internal static class StandardDocumentReader
{
    public static StandardDocument Read(SourceDocument source)
    {
        var reader = new DocumentReader(source);
        var places = new StandardPlaces();
        var standard = reader.Expect(StandardDocument.Format) is { } root ? ReadStandard(root, places) : null;
        return new StandardDocument(source, standard, reader.IsWhole, places, reader.Findings);
    }

    private static OccupationalStandard? ReadStandard(DocumentObject root, StandardPlaces places)
    {
        var reference = ReadReference(root);
        var version = ReadVersion(root);
        var typeName = ReadTypeName(root);
        var title = root.String("title", isRequired: true);
        var keyInformation = ReadKeyInformation(root.Object("keyInformation"));
        var options = ReadOptions(root, places);
        var statements = ReadKsbs(root, places);
        var duties = ReadDuties(root, options, places);
        var qualifications = ReadQualifications(root, places);
        var sourceOf = ReadSource(root.Object("source"));
        root.Done();

        places.Reference = root.SpanOf("reference");
        places.TypeName = root.Has("typeName") ? root.SpanOf("typeName") : places.Reference;
        if (reference is null || version is null || title is null || (statements.Count == 0 && !root.Has("ksbs")))
        {
            return null;
        }

        return new OccupationalStandard(new StandardId(reference.Value, version.Value), title, statements)
        {
            TypeName = typeName,
            KeyInformation = keyInformation,
            Options = options,
            Duties = duties,
            Qualifications = qualifications,
            Source = sourceOf,
            Unread = places.Unread,
        };
    }

    private static StandardReference? ReadReference(DocumentObject root)
    {
        if (root.String("reference", isRequired: true) is not { } written)
        {
            return null;
        }

        if (StandardReference.TryParse(written, out var reference))
        {
            return reference;
        }

        root.Wrong(root.SpanOf("reference"), $"'{TextFolding.OnOneLine(written)}' is not the reference of a standard such as ST0583 or OCC0220");
        return null;
    }

    private static StandardVersion? ReadVersion(DocumentObject root)
    {
        if (root.String("version", isRequired: true) is not { } written)
        {
            return null;
        }

        if (StandardVersion.TryParse(written, out var version))
        {
            return version;
        }

        root.Wrong(root.SpanOf("version"), $"'{TextFolding.OnOneLine(written)}' is not a version such as 1.2");
        return null;
    }

    private static string? ReadTypeName(DocumentObject root)
    {
        if (root.String("typeName") is not { } name)
        {
            return null;
        }

        if (TypeName.WhyNot(name) is not { } reason)
        {
            return name;
        }

        root.Wrong(root.SpanOf("typeName"), $"'{TextFolding.OnOneLine(name)}' cannot be the name of the generated type. {reason}");
        return null;
    }

    private static KeyInformation ReadKeyInformation(DocumentObject? key)
    {
        if (key is null)
        {
            return KeyInformation.None;
        }

        var duration = key.Object("duration");
        var information = new KeyInformation
        {
            Level = key.Integer("level", 0, 8),
            Route = key.String("route"),
            Status = key.String("status"),
            LarsCode = key.Integer("larsCode", 1, int.MaxValue),
            Updated = key.Date("updated"),
            DurationMonths = duration?.Integer("months", 1, 240),
            DurationLabel = duration?.String("label"),
            AssessmentMonths = key.Integer("assessmentMonths", 0, 240),
            MinimumHours = key.Integer("minimumHours", 1, 100_000),
            MaximumFunding = key.Integer("maximumFunding", 0, int.MaxValue),
            Regulated = key.Boolean("regulated"),
            RegulatedBody = key.String("regulatedBody"),
            EarliestStart = key.Date("earliestStart"),
            LatestStart = key.Date("latestStart"),
            JobTitles = key.Strings("jobTitles").Select(v => v.Text).ToArray(),
            Summary = key.String("summary"),
        };
        duration?.Done();
        key.Done();
        return information;
    }

    private static IReadOnlyList<StandardOption> ReadOptions(DocumentObject root, StandardPlaces places)
    {
        var options = new List<StandardOption>();
        foreach (var entry in root.Objects("options"))
        {
            var id = entry.String("id", isRequired: true);
            var title = entry.String("title");
            entry.Done();
            if (id is null)
            {
                places.Unread.LacksOptions = true;
                continue;
            }

            if (options.Any(o => o.Id == id))
            {
                entry.Reader.Report(FindingCatalogue.RepeatedCode, entry.SpanOf("id"), $"The option '{TextFolding.OnOneLine(id)}' is defined already");
                continue;
            }

            options.Add(new StandardOption(id, title));
        }

        return options;
    }

    private static IReadOnlyList<KsbStatement> ReadKsbs(DocumentObject root, StandardPlaces places)
    {
        var statements = new List<KsbStatement>();
        foreach (var entry in root.Objects("ksbs", isRequired: true))
        {
            var written = entry.String("code", isRequired: true);
            var id = entry.String("id");
            var text = entry.String("text", isRequired: true);
            entry.Done();
            if (written is null)
            {
                places.Unread.LacksKsbs = places.Unread.LacksCodes = true;
                continue;
            }

            if (!KsbCode.TryParse(written, out var code))
            {
                places.Unread.LacksKsbs = places.Unread.LacksCodes = true;
                var mended = LookAlikes.Mend(written);
                entry.Wrong(entry.SpanOf("code"), $"'{TextFolding.OnOneLine(written)}' is not a KSB code such as K1, S12 or B4" + (mended is null ? "" : $"; it holds the look-alike {LookAlikes.DescribeFirst(written)}"), mended is null ? null : $"\"{mended}\"");
                continue;
            }

            if (text is null)
            {
                places.Unread.LacksKsbs = true;
                places.Unread.CodesWithoutText[code] = entry.SpanOf("code");
                continue;
            }

            if (places.Ksbs.ContainsKey(code))
            {
                entry.Reader.Report(FindingCatalogue.RepeatedCode, entry.SpanOf("code"), $"{code} is defined already; the first is taken");
                continue;
            }

            places.Ksbs.Add(code, entry.SpanOf("code"));
            places.Texts.Add(code, entry.Value.Find("text")!.Value);
            statements.Add(new KsbStatement(code, text, id));
        }

        return statements;
    }

    private static IReadOnlyList<OccupationDuty> ReadDuties(DocumentObject root, IReadOnlyList<StandardOption> options, StandardPlaces places)
    {
        var duties = new List<OccupationDuty>();
        foreach (var entry in root.Objects("duties"))
        {
            var number = entry.Integer("number", 1, OccupationDuty.MaxNumber, isRequired: true);
            var id = entry.String("id");
            var text = entry.String("text", isRequired: true);
            var ofOptions = ReadDutyOptions(entry, options);
            var ksbs = OwnCodes(entry);
            entry.Done();
            if (number is null)
            {
                places.Unread.LacksNumbers = true;
                continue;
            }

            if (text is null)
            {
                places.Unread.DutiesWithoutText.Add(number.Value);
                continue;
            }

            if (duties.Any(d => d.Number == number))
            {
                entry.Reader.Report(FindingCatalogue.RepeatedCode, entry.SpanOf("number"), $"Duty {number} is defined already; the first is taken");
                continue;
            }

            var duty = new OccupationDuty(number.Value, text, ksbs.SelectMany(p => p.Result.Codes)) { Id = id, Options = ofOptions };
            places.Duties.Add(duty, entry.SpanOf("number"));
            places.DutyKsbs.Add(duty, ksbs);
            duties.Add(duty);
        }

        return duties;
    }

    private static IReadOnlyList<string> ReadDutyOptions(DocumentObject entry, IReadOnlyList<StandardOption> options)
    {
        var ids = new List<string>();
        foreach (var value in entry.Strings("options"))
        {
            if (options.Any(o => o.Id == value.Text))
            {
                ids.Add(value.Text);
            }
            else
            {
                entry.Wrong(value.Span, $"'{TextFolding.OnOneLine(value.Text)}' is not the id of one of the standard's options");
            }
        }

        return ids;
    }

    private static IReadOnlyList<Qualification> ReadQualifications(DocumentObject root, StandardPlaces places)
    {
        var qualifications = new List<Qualification>();
        foreach (var entry in root.Objects("qualifications"))
        {
            var title = entry.String("title", isRequired: true);
            var ksbs = OwnCodes(entry);
            var qualification = new Qualification(title ?? "")
            {
                Id = entry.String("id"),
                Type = entry.String("type"),
                Level = entry.Integer("level", 0, 8),
                AwardingBody = entry.String("awardingBody"),
                Applicant = entry.String("applicant"),
                Approved = entry.Date("approved"),
                Pathway = entry.String("pathway"),
                Placement = entry.Boolean("placement"),
                Information = entry.String("information"),
                Ksbs = entry.Has("ksbs") ? ksbs.SelectMany(p => p.Result.Codes).ToArray() : null,
            };
            entry.Done();
            if (title is not null)
            {
                places.QualificationKsbs.Add(qualification, ksbs);
                places.QualificationLevels.Add(qualification, entry.SpanOf("level"));
                qualifications.Add(qualification);
            }
        }

        return qualifications;
    }

    /// <summary>A standard's own lists name its own codes: a qualifier or a duty there would be lost when the document is written.</summary>
    private static IReadOnlyList<PlacedReferences> OwnCodes(DocumentObject entry)
    {
        var placed = entry.References("ksbs");
        foreach (var references in placed)
        {
            foreach (var reference in references.Result.References.Where(r => r.Qualifier.HasValue || r.IsDuty))
            {
                entry.Wrong(references.Value.SpanWithin(reference.Span), $"'{reference}' does not belong here: a standard's own list names its own codes");
            }
        }

        return placed;
    }

    internal static PublicationSource? ReadSource(DocumentObject? entry)
    {
        if (entry is null)
        {
            return null;
        }

        var source = new PublicationSource
        {
            Publisher = entry.String("publisher"),
            Document = entry.String("document"),
            Address = entry.String("address"),
            Copyright = entry.String("copyright"),
            Licence = entry.String("licence"),
            Attribution = entry.String("attribution"),
        };
        entry.Done();
        return source;
    }
}
