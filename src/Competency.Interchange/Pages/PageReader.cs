using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>
/// Reads a standard's page line by line: a heading opens a section, and each section has a reader of its own. Every line that no reader
/// makes use of is reported.
/// </summary>
internal sealed class PageReader
{
    private readonly ImportContext _context;
    private readonly IReadOnlyList<PageLine> _lines;
    private readonly bool _isHtml;
    private readonly bool _wasRunTogether;
    private readonly string? _address;
    private readonly StandardDraft _draft;
    private readonly OptionNames _options;
    private readonly KeyInformationReader _key;
    private readonly DutyReader _duties;
    private readonly StatementReader _statements;
    private readonly QualificationReader _qualifications;
    private readonly List<PageLine> _jobTitles = [];
    private readonly JoinedLines _summary = new();
    private PageLine? _copyright;
    private bool _namesLicence;

    public PageReader(ImportContext context, IReadOnlyList<PageLine> lines, bool isHtml)
    {
        lines = PageJoints.Mend(RunTogether.Part(lines, out _wasRunTogether));
        (_context, _lines, _isHtml) = (context, lines, isHtml);
        _address = isHtml ? PageAddress.Of(context.Source.Text) : null;
        _draft = new StandardDraft(context);
        _options = new OptionNames(_draft);
        _key = new KeyInformationReader(context, _draft, _options);
        _duties = new DutyReader(context, _draft, _options, lines);
        _statements = new StatementReader(context, _draft, lines);
        _qualifications = new QualificationReader(context, _draft);
    }

    /// <summary>Whether lines look like a standard's page: two of its marks stand there.</summary>
    public static bool Recognises(IReadOnlyList<PageLine> lines)
    {
        lines = PageJoints.Mend(RunTogether.Part(lines, out _));
        var marks = 0;
        marks += lines.Any(l => l.Key == "key information" || KeyInformationReader.IsReference(l)) ? 1 : 0;
        marks += lines.Any(l => DutyReader.TryStart(l, out _, out _)) ? 1 : 0;
        marks += lines.Where(StatementReader.Begins).Take(3).Count() == 3 ? 1 : 0;
        return marks >= 2 || lines.Where(StatementReader.Begins).Take(5).Count() == 5;
    }

    public OccupationalStandard? Read()
    {
        var section = PageSection.Front;
        for (var i = 0; i < _lines.Count; i++)
        {
            section = Step(section, _lines[i], i + 1 < _lines.Count ? _lines[i + 1] : null);
        }

        _duties.Finish();
        _statements.Close();
        if (_draft.Version is null && _address is not null && PageAddress.TryVersion(_address, out var version))
        {
            _draft.Version = version;
            _context.Guessed(null, $"The version is {version}, which the page's address says ({PlainText.Shown(_address)})");
        }

        if (_wasRunTogether)
        {
            _context.Guessed(null, "The page's lines were run together; they were parted before codes, duties, labels and headings");
        }

        var title = FindTitle();
        _draft.Title = title;
        _draft.KeyInformation = _key.Finish(JobTitles.Read(_context, _jobTitles, title), _summary.IsEmpty ? null : _summary.ToString());
        _qualifications.Finish(Covered(), _wasRunTogether);
        _draft.Source = Publication();
        ReportUnread();
        return _draft.Finish(new SourceSpan(0, 0), "The page");
    }

    private PageSection Step(PageSection section, PageLine line, PageLine? next)
    {
        NoteLicence(line);

        // A statement can go on over lines of any form; it is asked before them.
        if (section == PageSection.Statements && _statements.IsOpen && Headings.SectionOf(line) is null && !Headings.IsNoise(line) && _options.HeadedBy(line) is null
            && _statements.Take(line))
        {
            line.IsRead = true;
            return section;
        }

        if (Headings.SectionOf(line) is { } opened && !IsTitleOf(section, line, next))
        {
            line.IsRead = true;
            if (opened == PageSection.Duties)
            {
                _duties.TakeHeader(line);
            }

            return Enter(section, opened, line);
        }

        // "Duty" and "KSBs" are the two cells of a table's header; behind it they are noise, before it the table's beginning.
        if (line.Key == "duty" && next?.Key is "ksbs" or "ksb")
        {
            line.IsRead = true;
            return PageSection.Duties;
        }

        if (Headings.IsNoise(line))
        {
            line.IsRead = true;
            if (line.Key == "back to duty")
            {
                _statements.Take(line);
            }

            return section;
        }

        if (StatementReader.Begins(line))
        {
            _duties.Finish();
            line.IsRead = _statements.Take(line);
            return PageSection.Statements;
        }

        if (section < PageSection.Statements && DutyReader.TryStart(line, out _, out _))
        {
            section = PageSection.Duties;
        }

        return Take(section, line, next);
    }

    private PageSection Take(PageSection section, PageLine line, PageLine? next)
    {
        switch (section)
        {
            case PageSection.Front:
                line.IsRead = KeyInformationReader.IsReference(line) && _key.Take(line);
                return line.IsRead ? PageSection.KeyInformation : section;
            case PageSection.KeyInformation:
                line.IsRead = _key.Take(line);
                break;
            case PageSection.Other when _duties.Count == 0:
                line.IsRead = _key.TakeBehind(line);
                break;
            case PageSection.Summary:
                _summary.Add(line.Text, line.AfterBlank);
                line.IsRead = true;
                break;
            case PageSection.JobTitles:
                _jobTitles.Add(line);
                line.IsRead = true;
                break;
            case PageSection.Options when line.Text.Contains(": ", StringComparison.Ordinal) && !line.Key.StartsWith("option", StringComparison.Ordinal) && _key.Take(line):
                // The list stands within the key information, which goes on.
                line.IsRead = true;
                return PageSection.KeyInformation;
            case PageSection.Options when line.Text.Length <= 100 && line.Text[^1] is not ('.' or ':'):
                var option = _options.Named(WithoutOptionNumber(line));
                _context.Guessed(line.Span, $"'{PlainText.Shown(option.Title!)}' stands under the heading of the options and is taken for one");
                line.IsRead = true;
                break;
            case PageSection.Duties:
                line.IsRead = _duties.Take(line);
                break;
            case PageSection.Statements:
                line.IsRead = OptionNames.IsCore(line) || _options.HeadedBy(line) is not null || _statements.Take(line) || _qualifications.Take(line, next);
                break;
            case PageSection.Qualifications:
                line.IsRead = _qualifications.Take(line, next);
                break;
            case PageSection.Footer:
                // The site's, not the standard's: nothing is lost with it.
                line.IsRead = true;
                break;
        }

        return section;
    }

    private PageSection Enter(PageSection section, PageSection opened, PageLine line)
    {
        // "KSBs" is also the second cell of the header of the table of duties.
        if (line.Key == "ksbs" && section == PageSection.Duties && _duties.Count == 0)
        {
            return section;
        }

        if (opened == PageSection.Statements || section == PageSection.Statements)
        {
            _duties.Finish();
            _statements.Finish();
        }

        return opened;
    }

    /// <summary>A qualification can be titled like a heading; the labels behind it show that it is one.</summary>
    private static bool IsTitleOf(PageSection section, PageLine line, PageLine? next) =>
        section is PageSection.Qualifications && next is not null && line.Key != "qualifications"
        && next.Key.StartsWith("qualification type", StringComparison.Ordinal);

    private static string WithoutOptionNumber(PageLine line)
    {
        var text = PlainText.WithoutBullet(line.Text);
        var colon = text.IndexOf(':');
        return colon > 0 && PlainText.Key(text[..colon]).StartsWith("option", StringComparison.Ordinal) && colon + 1 < text.Length ? TextFolding.Trim(text[(colon + 1)..]) : text;
    }

    private string? FindTitle()
    {
        if (_context.Options.Title is not null)
        {
            return null;
        }

        var key = _lines.TakeWhile(l => l.Key != "key information" && !KeyInformationReader.IsReference(l)).ToArray();
        var front = key.Length < _lines.Count ? key : _lines.TakeWhile(l => Headings.SectionOf(l) is null && !StatementReader.Begins(l) && !DutyReader.TryStart(l, out _, out _)).ToArray();
        // Where the page's lines ran together, nothing shows where the menu ends and the title begins.
        if (!_wasRunTogether && PageTitle.Above(front) is { } line)
        {
            line.IsRead = true;
            return PageTitle.Of(line);
        }

        if (_qualifications.AlignedTitle is { } aligned)
        {
            _context.Guessed(null, $"The page has no title; '{PlainText.Shown(aligned)}' is what its qualification calls the standard that it is aligned to");
            return aligned;
        }

        if (_jobTitles.Count == 1 && _jobTitles[0].Text.Split(' ').Length <= 6)
        {
            var only = TextFolding.OnOneLine(_jobTitles[0].Text);
            _context.Guessed(_jobTitles[0].Span, $"The page has no title; '{PlainText.Shown(only)}' is its only typical job title");
            return only;
        }

        return null;
    }

    /// <summary>The codes that the page's mark-up says a qualification covers; null where it has no such mark-up.</summary>
    private KsbCode[]? Covered()
    {
        if (!_isHtml)
        {
            return null;
        }

        return [.. _lines.Where(l => l.Marks.TryGetValue("data-covered-htq", out var covered) && TextFolding.EqualsIgnoreCase(covered, "true"))
            .Select(l => StatementStart.Of(l)).OfType<StatementStart>().Select(s => s.Code).Where(c => _draft.Ksbs.Any(k => k.Code == c))];
    }

    private void NoteLicence(PageLine line)
    {
        _namesLicence |= line.Key.Contains("open government licence", StringComparison.Ordinal);
        if (_copyright is null && line.Key.StartsWith("crown copyright", StringComparison.Ordinal))
        {
            _copyright = line;
        }
    }

    private PublicationSource Publication()
    {
        if (!_namesLicence)
        {
            _context.Guessed(null, "The page does not name its licence; standards are published under the Open Government Licence v3.0");
        }

        return new PublicationSource
        {
            Publisher = Publishers.SkillsEngland,
            Document = _isHtml ? "published page" : "text of the published page",
            Address = _address,
            Copyright = _copyright is null ? null : Publishers.CopyrightLine(_copyright.Text),
            Licence = PublicationSource.OpenGovernmentLicence,
            Attribution = PublicationSource.OpenGovernmentAttribution,
        };
    }

    private void ReportUnread()
    {
        var run = new List<PageLine>();
        foreach (var line in _lines.Append(null))
        {
            if (line is { IsRead: false })
            {
                run.Add(line);
                continue;
            }

            if (run.Count > 0 && (line is null || !Headings.IsNoise(line)))
            {
                var span = SourceSpan.FromBounds(run[0].Span.Start, run[^1].Span.End);
                _context.NotHeld(span, run.Count == 1 ? $"The line '{PlainText.Shown(run[0].Text)}'" : $"{run.Count} lines from '{PlainText.Shown(run[0].Text)}' to '{PlainText.Shown(run[^1].Text)}'");
                run.Clear();
            }
        }
    }
}
