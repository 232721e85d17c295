using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>
/// Reads the blocks of qualifications: a title, then labels and values, one a line or several on one. Pages print a block twice, short in
/// the list and long behind it; the two become one.
/// </summary>
internal sealed class QualificationReader(ImportContext context, StandardDraft draft)
{
    // Longer labels before those that they contain.
    private static readonly string[] Labels =
    [
        "qualification category", "qualification approved", "qualification level", "qualification type", "occupational pathway", "awarding organisation",
        "awarding body", "approval date", "work placement", "applicant", "placement", "age range", "additional information", "level",
    ];

    private const int MinWrapped = 50;

    private readonly Dictionary<string, Dictionary<string, LabelledValue>> _blocks = [];
    private readonly List<(string Title, PageLine Line, Dictionary<string, LabelledValue> Block)> _titles = [];
    private Dictionary<string, LabelledValue>? _block;
    private LabelledValue? _waiting;
    private PageLine? _unread;
    private bool _inAligned;

    /// <summary>The title of the standard as the block says that it is aligned to it: its reference's digits are the same.</summary>
    public string? AlignedTitle { get; private set; }

    /// <summary>Takes a line; false where it is nothing of a qualification.</summary>
    /// <param name="line">The line.</param>
    /// <param name="next">The line behind it, by which a title is known.</param>
    public bool Take(PageLine line, PageLine? next)
    {
        var isTaken = TakeLine(line, next);
        _unread = isTaken ? null : line;
        return isTaken;
    }

    private bool TakeLine(PageLine line, PageLine? next)
    {
        var values = LabelledValue.Split(line, Labels);
        if (values.Count > 0 && _block is not null)
        {
            _inAligned = false;
            foreach (var value in values)
            {
                _waiting = value.Value.Length == 0 ? value : null;
                if (value.Value.Length > 0)
                {
                    Set(value);
                }
            }

            return true;
        }

        if (line.Key is "aligned occupational standards" or "linked occupational standards" or "aligned occupational standard" or "linked occupational standard")
        {
            _waiting = null;
            _inAligned = true;
            return true;
        }

        if (_waiting is { } waiting)
        {
            _waiting = null;
            Set(waiting with { Value = line.Text });
            return true;
        }

        if (_inAligned && TryAligned(line.Text))
        {
            return true;
        }

        if (next is null || values.Count > 0 || LabelledValue.Split(next, Labels).Count == 0)
        {
            return false;
        }

        _inAligned = false;
        var title = TextFolding.OnOneLine(line.Text);
        if (_unread is { Text.Length: >= MinWrapped } above && !line.AfterBlank && above.Text[^1] != '.')
        {
            // A title that a program wrapped: no page has so long a line by itself right above one.
            title = $"{TextFolding.OnOneLine(above.Text)} {title}";
            above.IsRead = true;
        }

        var key = PlainText.Key(title);
        if (!_blocks.TryGetValue(key, out _block))
        {
            _block = _blocks[key] = [];
            _titles.Add((title, line, _block));
        }

        return true;
    }

    /// <summary>Adds the qualifications to the standard.</summary>
    /// <param name="covered">The codes that the page marks as covered; null where it marks nothing.</param>
    /// <param name="wasRunTogether">Whether the page lost its lines: then nothing shows where one block ends and the next title begins.</param>
    public void Finish(IReadOnlyList<KsbCode>? covered, bool wasRunTogether)
    {
        if (wasRunTogether)
        {
            foreach (var (title, line, _) in _titles)
            {
                context.NotHeld(line.Span, $"The qualification '{PlainText.Shown(title)}': in a page without lines its title is uncertain");
            }

            return;
        }

        foreach (var (title, _, block) in _titles)
        {
            draft.Qualifications.Add(new Qualification(title)
            {
                Type = Text(block, "qualification type"),
                Level = Level(block),
                AwardingBody = Text(block, "awarding body"),
                Applicant = Text(block, "applicant"),
                Approved = Approved(block),
                Pathway = Text(block, "occupational pathway"),
                Placement = Placement(block),
                Information = Information(block),
            });
        }

        AddCoverage(covered);
    }

    /// <summary>The page's mark-up says which statements "the" qualification covers: with one on the page it is known which.</summary>
    private void AddCoverage(IReadOnlyList<KsbCode>? covered)
    {
        if (covered is not { Count: > 0 })
        {
            return;
        }

        var higher = draft.Qualifications.Where(q => q.Type == Qualification.HigherTechnical).ToArray();
        if (higher.Length != 1)
        {
            context.NotHeld(null, $"The page marks {covered.Count} statements as covered by a Higher Technical Qualification and does not say by which");
            return;
        }

        var only = higher[0];
        draft.Qualifications[draft.Qualifications.IndexOf(only)] = new Qualification(only.Title)
        {
            Type = only.Type,
            Level = only.Level,
            AwardingBody = only.AwardingBody,
            Applicant = only.Applicant,
            Approved = only.Approved,
            Pathway = only.Pathway,
            Placement = only.Placement,
            Information = only.Information,
            Ksbs = covered,
        };
        context.Guessed(null, $"The {covered.Count} statements that the page marks as covered are those of '{PlainText.Shown(only.Title)}', its only Higher Technical Qualification");
    }

    private void Set(LabelledValue value)
    {
        var label = value.Label switch
        {
            "awarding organisation" => "awarding body",
            "qualification approved" => "approval date",
            "work placement" => "placement",
            "level" => "qualification level",
            var other => other,
        };
        if (_block!.TryGetValue(label, out var first))
        {
            if (PlainText.Key(first.Value) != PlainText.Key(value.Value))
            {
                context.NotHeld(value.Line.Span, $"'{value.Label}' is '{PlainText.Shown(first.Value)}' above and '{PlainText.Shown(value.Value)}' here; the first is held");
            }

            return;
        }

        _block.Add(label, value);
    }

    private static string? Text(Dictionary<string, LabelledValue> block, string label) => block.TryGetValue(label, out var value) ? value.Value : null;

    /// <summary>What has no field of its own, as the page prints it.</summary>
    private static string? Information(Dictionary<string, LabelledValue> block)
    {
        var lines = new List<string>();
        if (Text(block, "qualification category") is { } category)
        {
            lines.Add($"Qualification category: {category}");
        }

        if (Text(block, "age range") is { } ages)
        {
            lines.Add($"Age range: {ages}");
        }

        if (Text(block, "additional information") is { } information)
        {
            lines.Add(information);
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private int? Level(Dictionary<string, LabelledValue> block)
    {
        if (!block.TryGetValue("qualification level", out var value))
        {
            return null;
        }

        if (WholeNumber.TryFirst(value.Value, out var level) && level is >= 1 and <= 8)
        {
            return level;
        }

        context.NotHeld(value.Line.Span, $"'{PlainText.Shown(value.Value)}' could not be read as a level");
        return null;
    }

    private DateOnly? Approved(Dictionary<string, LabelledValue> block)
    {
        if (!block.TryGetValue("approval date", out var value))
        {
            return null;
        }

        if (ForeignDate.TryParse(value.Value, out var date))
        {
            return date;
        }

        context.NotHeld(value.Line.Span, $"'{PlainText.Shown(value.Value)}' could not be read as a date of approval");
        return null;
    }

    private bool? Placement(Dictionary<string, LabelledValue> block)
    {
        if (!block.TryGetValue("placement", out var value))
        {
            return null;
        }

        switch (PlainText.Key(value.Value))
        {
            case "yes":
                return true;
            case "no":
                return false;
            default:
                context.NotHeld(value.Line.Span, $"'{PlainText.Shown(value.Value)}' could not be read as yes or no");
                return null;
        }
    }

    /// <summary><c>ST0583 Mammography associate</c>, or the reference behind the title.</summary>
    private bool TryAligned(string text)
    {
        var words = TextFolding.OnOneLine(text).Split(' ');
        foreach (var (word, title) in ((string, string)[])[(words[0], string.Join(' ', words.Skip(1))), (words[^1], string.Join(' ', words.SkipLast(1)))])
        {
            if (StandardReference.TryParse(word, out var reference))
            {
                if (title.Length > 0 && reference.Number == (draft.Reference ?? context.Options.Reference)?.Number)
                {
                    AlignedTitle ??= title;
                }

                return true;
            }
        }

        return false;
    }
}
