using Competency.Interchange.Reading;
using Competency.Text;
using Competency.Versions;

namespace Competency.Interchange.Roles;

/// <summary>Reads a role profile: headings open sections, each bullet and each sentence is a statement.</summary>
internal sealed class RoleReader(ImportContext context, IReadOnlyList<PageLine> lines)
{
    private static readonly Dictionary<string, string> Headings = new()
    {
        ["the job"] = "role",
        ["the role"] = "role",
        ["about the role"] = "role",
        ["duties"] = "duties",
        ["the work"] = "duties",
        ["entry requirements"] = "entryRequirements",
        ["requirements"] = "entryRequirements",
        ["training"] = "training",
        ["training and development"] = "training",
        ["training and qualifications"] = "training",
        ["accreditation"] = "accreditation",
        ["progression"] = "progression",
        ["progression opportunities"] = "progression",
        ["career progression"] = "progression",
        ["career development"] = "progression",
        ["how to apply"] = "application",
        ["applying"] = "application",
    };

    // Sentences that send the reader elsewhere say nothing of the role.
    private static readonly string[] Pointers = ["click here", "for more information", "for more general information", "this page describes", "find out more", "visit our"];

    private readonly Dictionary<string, List<RoleStatement>> _sections = [];
    private readonly Dictionary<string, Queue<RoleStatement>> _ownWords = [];
    private string? _section;
    private string? _title;
    private string? _publisher;
    private bool _isOpen;

    /// <summary>Whether lines look like a role profile: three of its headings stand there.</summary>
    public static bool Recognises(IReadOnlyList<PageLine> lines) =>
        lines.Select(l => Headings.GetValueOrDefault(l.Key)).OfType<string>().Distinct().Take(3).Count() == 3;

    public RoleProfile? Read()
    {
        _isOpen = lines.Any(l => l.Key.Contains("open government licence", StringComparison.Ordinal));
        foreach (var statement in context.Options.ExistingRole?.Sections.SelectMany(s => s.Statements) ?? [])
        {
            if (statement.SourceFingerprint is { } fingerprint)
            {
                _ownWords.TryAdd(fingerprint, new Queue<RoleStatement>());
                _ownWords[fingerprint].Enqueue(statement);
            }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            Take(lines[i], i + 1 < lines.Count ? lines[i + 1] : null);
        }

        foreach (var gone in _ownWords.Values.SelectMany(q => q))
        {
            context.NotHeld(null, $"The page no longer has the sentence of which '{PlainText.Shown(gone.Text)}' was made");
        }

        var title = context.Options.Title ?? _title;
        if (title is null)
        {
            context.Problem(new SourceSpan(0, 0), "The page does not say its title (--title \"Radiography assistant\")");
        }

        if (_sections.Count == 0)
        {
            context.Problem(new SourceSpan(0, 0), "The page has no section of a role profile, such as 'The job' or 'Entry requirements'");
        }

        return context.HasProblems ? null : new RoleProfile(title!)
        {
            Sections = RoleSection.Kinds.Where(_sections.ContainsKey).Select(k => new RoleSection(k, _sections[k])).ToArray(),
            Source = Publication(),
        };
    }

    private void Take(PageLine line, PageLine? next)
    {
        if (Headings.TryGetValue(line.Key, out var section))
        {
            _section = section;
            return;
        }

        if (_section is null)
        {
            TakeFront(line);
            return;
        }

        if (PlainText.IsBullet(line.Text))
        {
            Add(_section, PlainText.WithoutBullet(line.Text), line.Span);
            return;
        }

        // What leads up to a list of duties, in a section on the role as a whole, begins the duties.
        if (_section == "role" && line.Text[^1] == ':' && next is not null && PlainText.IsBullet(next.Text))
        {
            _section = "duties";
        }
        else if (UnheadedSection(line) is { } unheaded && unheaded != _section)
        {
            context.Guessed(line.Span, $"No heading says so; '{PlainText.Shown(line.Text)}' is taken to begin the section '{unheaded}'");
            _section = unheaded;
        }

        foreach (var (start, end) in Sentences.Of(line.Text))
        {
            Add(_section, line.Text[start..end], new SourceSpan(line.Span.Start + start, end - start));
        }
    }

    /// <summary>Above the first heading: the trail of pages, which begins with the publisher, and the title.</summary>
    private void TakeFront(PageLine line)
    {
        if (line.Text.Contains(" > ", StringComparison.Ordinal))
        {
            _publisher ??= TextFolding.Trim(line.Text[..line.Text.IndexOf('>')]);
        }
        else if ((_title is null || line.IsTitle) && line.Text.Length <= 150 && line.Text[^1] != '.')
        {
            _title = TextFolding.OnOneLine(line.Text);
        }
        else
        {
            context.NotHeld(line.Span, $"'{PlainText.Shown(line.Text)}' says nothing of the role");
        }
    }

    private static string? UnheadedSection(PageLine line) =>
        line.Key.Contains("accredit", StringComparison.Ordinal) ? "accreditation"
        : line.Key.StartsWith("training ", StringComparison.Ordinal) ? "training"
        : null;

    private void Add(string section, string text, SourceSpan span)
    {
        var key = PlainText.Key(text);
        if (Pointers.Any(p => key.Contains(p, StringComparison.Ordinal)))
        {
            context.NotHeld(span, $"'{PlainText.Shown(text)}' points elsewhere");
            return;
        }

        if (!_sections.TryGetValue(section, out var statements))
        {
            _sections.Add(section, statements = []);
        }

        var fingerprint = Fingerprint.OfStatement(text);
        var statement = _ownWords.TryGetValue(fingerprint, out var own) && own.Count > 0 ? own.Dequeue() : new RoleStatement(text, fingerprint);
        statements.Add(statement);

        // An existing document can still hold the publisher's wording, from an import that nobody followed up.
        if (!_isOpen && Fingerprint.OfStatement(statement.Text) == fingerprint)
        {
            context.Verbatim(span, $"'{PlainText.Shown(text)}' is the publisher's wording and under no open licence; put it in your own words");
        }
    }

    /// <summary>What a person added about the source, such as its address, is kept as their words are.</summary>
    private PublicationSource? Publication() =>
        context.Options.ExistingRole?.Source is { } existing && (_publisher is null || existing.Publisher == _publisher) ? existing
        : new PublicationSource
        {
            Publisher = _publisher,
            Document = "role profile page",
            Licence = _isOpen ? PublicationSource.OpenGovernmentLicence : null,
            Attribution = _isOpen ? PublicationSource.OpenGovernmentAttribution : null,
        };
}
