using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>Reads the block under "Key information": <c>1. Reference: ST0583</c>, or a label and its value on two lines.</summary>
internal sealed class KeyInformationReader(ImportContext context, StandardDraft draft, OptionNames options)
{
    private static readonly string[] Known =
    [
        "reference", "date updated", "last updated", "level", "route", "regulated occupation", "regulated body", "version", "status", "lars code",
        "typical duration to gateway", "minimum duration to gateway", "duration to gateway", "typical duration", "minimum duration", "typical epa period",
        "epa period", "end-point assessment period", "maximum funding", "off-the-job training minimum hours", "minimum off-the-job training hours",
        "off-the-job training hours", "minimum hours", "earliest start date", "latest start date", "latest date for starts", "options",
    ];

    private static readonly string[] LongestFirst = [.. Known.OrderByDescending(k => k.Length)];

    private readonly HashSet<string> _set = [];
    private int? _level;
    private string? _route;
    private string? _status;
    private int? _lars;
    private DateOnly? _updated;
    private int? _months;
    private string? _durationLabel;
    private int? _assessmentMonths;
    private int? _hours;
    private int? _funding;
    private bool? _regulated;
    private string? _regulatedBody;
    private DateOnly? _earliest;
    private DateOnly? _latest;
    private string? _waiting;
    private PageLine? _waitingLine;

    /// <summary>Takes a line of the block; false where it is neither a label nor the value of one.</summary>
    public bool Take(PageLine line)
    {
        var several = LabelledValue.Split(line, LongestFirst);
        if (several.Count > 1)
        {
            foreach (var one in several)
            {
                Set(one.Label, one.Value, line);
            }

            return true;
        }

        var text = WithoutNumber(line.Text);
        var colon = text.IndexOf(':');
        var label = PlainText.Key(colon < 0 ? text : text[..colon]);
        var isLabel = Known.Contains(label) || (colon > 0 && label.Split(' ').Length <= 4 && char.IsUpper(text[0]));
        if (_waiting is not null && !isLabel)
        {
            Set(_waiting, text, line);
            _waiting = null;
            return true;
        }

        if (colon < 0 ? !Known.Contains(label) : label.Length is 0 or > 60)
        {
            return false;
        }

        if (_waitingLine is not null && _waiting is not null)
        {
            context.NotHeld(_waitingLine.Span, $"'{_waiting}' has no value");
            _waiting = null;
        }

        var value = colon < 0 ? "" : TextFolding.Trim(text[(colon + 1)..]);
        if (value.Length > 0)
        {
            Set(label, value, line);
        }
        else
        {
            (_waiting, _waitingLine) = (label, line);
        }

        return true;
    }

    /// <summary>Takes a label and its value from behind the block, where a page goes on with what belongs into it.</summary>
    public bool TakeBehind(PageLine line)
    {
        var text = WithoutNumber(line.Text);
        var colon = text.IndexOf(':');
        return colon > 0 && PlainText.Key(text[..colon]) is var label && Known.Contains(label) && !_set.Contains(label) && TextFolding.Trim(text[(colon + 1)..]).Length > 0 && Take(line);
    }

    /// <summary>Whether a line says a reference, in whatever section it stands.</summary>
    public static bool IsReference(PageLine line) =>
        PlainText.Key(WithoutNumber(line.Text)) is var key && (key == "reference" || key.StartsWith("reference:", StringComparison.Ordinal));

    public KeyInformation Finish(IReadOnlyList<string> jobTitles, string? summary) => new()
    {
        Level = _level,
        Route = _route,
        Status = _status,
        LarsCode = _lars,
        Updated = _updated,
        DurationMonths = _months,
        DurationLabel = _months is null ? null : _durationLabel,
        AssessmentMonths = _assessmentMonths,
        MinimumHours = _hours,
        MaximumFunding = _funding,
        Regulated = _regulated,
        RegulatedBody = _regulatedBody,
        EarliestStart = _earliest,
        LatestStart = _latest,
        JobTitles = jobTitles,
        Summary = summary,
    };

    private void Set(string label, string value, PageLine line)
    {
        _set.Add(label);
        switch (label)
        {
            case "reference":
                SetReference(value, line);
                break;
            case "version":
                SetVersion(value, line);
                break;
            case "date updated" or "last updated":
                _updated = Date(label, value, line);
                break;
            case "level":
                _level = Number(label, value, line, 0, 8);
                break;
            case "route":
                _route = value;
                break;
            case "status":
                _status = value;
                break;
            case "lars code":
                _lars = Number(label, value, line, 1, int.MaxValue);
                break;
            case "regulated occupation":
                _regulated = PlainText.Key(value) switch { "yes" => true, "no" => false, _ => Unknown<bool>(label, value, line) };
                break;
            case "regulated body":
                _regulatedBody = value;
                break;
            case "typical duration to gateway" or "minimum duration to gateway" or "duration to gateway" or "typical duration" or "minimum duration":
                _months = Number(label, value, line, 1, 240);
                _durationLabel = label.StartsWith("typical", StringComparison.Ordinal) ? "Typical" : label.StartsWith("minimum", StringComparison.Ordinal) ? "Minimum" : null;
                break;
            case "typical epa period" or "epa period" or "end-point assessment period":
                _assessmentMonths = Number(label, value, line, 0, 240);
                break;
            case "maximum funding":
                _funding = Number(label, value, line, 0, int.MaxValue);
                break;
            case "off-the-job training minimum hours" or "minimum off-the-job training hours" or "off-the-job training hours" or "minimum hours":
                _hours = Number(label, value, line, 1, 100_000);
                break;
            case "earliest start date":
                _earliest = Date(label, value, line);
                break;
            case "latest start date" or "latest date for starts":
                _latest = Date(label, value, line);
                break;
            case "options":
                SetOptions(value, line);
                break;
            default:
                context.NotHeld(line.Span, $"The key information '{PlainText.Shown(label)}: {PlainText.Shown(value)}' has no place in the document");
                break;
        }
    }

    private void SetReference(string value, PageLine line)
    {
        // A page of a superseded version prints the same reference as the current one; a suffix such as -v1-2 is the version's.
        var word = new string(value.TakeWhile(c => !TextFolding.IsWhiteSpace(c) && c is not (',' or ';' or '(')).ToArray());
        var found = StandardReference.TryParse(word, out var reference);
        if (!found && word.Length > 6 && word.IndexOf('-') is var dash and > 0)
        {
            found = StandardReference.TryParse(word[..dash], out reference);
            if (found)
            {
                context.NotHeld(line.Span, $"The reference is printed as '{PlainText.Shown(word)}'; {reference} is held");
            }
        }

        if (!found)
        {
            context.Problem(line.Span, $"'{PlainText.Shown(value)}' is not the reference of a standard such as ST0583 or OCC0220");
        }
        else if (draft.Reference is { } first && first != reference)
        {
            context.Problem(line.Span, $"The page gives two references, {first} and {reference}; give the page of one standard");
        }
        else if (draft.Reference is null)
        {
            (draft.Reference, draft.ReferencePlace) = (reference, line.Span);
        }
    }

    private void SetVersion(string value, PageLine line)
    {
        if (StandardVersion.TryParse(value.TrimStart('v', 'V', ' '), out var version))
        {
            (draft.Version, draft.VersionPlace) = (version, line.Span);
        }
        else
        {
            Unknown<int>("version", value, line);
        }
    }

    /// <summary><c>Options: Weaving, Finishing</c>; whether a comma parts two titles or belongs to one, the page does not show.</summary>
    private void SetOptions(string value, PageLine line)
    {
        var titles = value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (titles.Length == 1 && PlainText.Key(titles[0]) is "none" or "no" or "n/a" or "not applicable")
        {
            return;
        }

        foreach (var title in titles)
        {
            options.Named(title);
        }

        context.Guessed(line.Span, $"The options are held as {string.Join("; ", titles.Select(t => $"'{PlainText.Shown(t)}'"))}");
    }

    private DateOnly? Date(string label, string value, PageLine line) =>
        ForeignDate.TryParse(value, out var date) ? date : Unknown<DateOnly>(label, value, line);

    private int? Number(string label, string value, PageLine line, int min, int max) =>
        WholeNumber.TryFirst(value, out var number) && number >= min && number <= max ? number : Unknown<int>(label, value, line);

    private T? Unknown<T>(string label, string value, PageLine line)
        where T : struct
    {
        context.NotHeld(line.Span, $"'{PlainText.Shown(value)}' could not be read as the value of '{label}'");
        return null;
    }

    /// <summary>A browser copies the numbers of an ordered list: <c>1. Reference</c>.</summary>
    private static string WithoutNumber(string text)
    {
        var at = 0;
        while (at < text.Length && TextFolding.IsDigit(text[at]))
        {
            at++;
        }

        return at is > 0 and < 3 && at < text.Length && text[at] is '.' or ')' ? TextFolding.Trim(text[(at + 1)..]) : PlainText.WithoutBullet(text);
    }
}
