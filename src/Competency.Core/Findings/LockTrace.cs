using Competency.Documents;
using Competency.Versions;

namespace Competency.Findings;

/// <summary>Where a statement that was reviewed has gone: what it read, and what of the standard it is now.</summary>
internal sealed class LockTrace
{
    // A pair of versions is compared once, however many references ask.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<OccupationalStandard, System.Runtime.CompilerServices.ConditionalWeakTable<OccupationalStandard, StandardDiff>> Diffs = new();

    // The old statement is told from a neighbour of like words by the whole of both versions; where one is gone, less likeness than this proves nothing.
    private const double SureLikeness = 0.8;

    private readonly bool _isGuess;

    private LockTrace(LockLine line, string oldText, KsbStatement? now, KsbStatement? successor, double similarity, bool isGuess = false)
    {
        _isGuess = isGuess;
        Line = line;
        OldText = oldText;
        Now = now;
        Successor = successor;
        Similarity = similarity;
    }

    /// <summary>What was reviewed.</summary>
    public LockLine Line { get; }

    /// <summary>How it read: the whole statement where a version that has it is known, else the words that the lock holds.</summary>
    public string OldText { get; }

    /// <summary>What the code names now; null where the standard has no such code.</summary>
    public KsbStatement? Now { get; }

    /// <summary>What became of the old statement; null where it was withdrawn.</summary>
    public KsbStatement? Successor { get; }

    /// <summary>How alike the old statement and its successor are; 1 for the same words.</summary>
    public double Similarity { get; }

    /// <summary>Whether the code names the old statement still, in other words.</summary>
    public bool IsRewordedInPlace => Successor is not null && Successor == Now;

    /// <summary>Whether a warning is enough: the code names the old statement still, and that is no mere guess by a few words.</summary>
    public bool IsMild => IsRewordedInPlace && !Line.IsShared && (!_isGuess || Similarity >= SureLikeness);

    /// <summary>What the reference can follow; null where it has no successor, or nobody can tell whether it means that statement.</summary>
    public KsbStatement? Followed => Line.IsShared ? null : Successor;

    /// <summary>Whether the words of the successor are others.</summary>
    public bool IsReworded => Successor is not null && Successor.Fingerprint != Line.Fingerprint;

    /// <summary>What the lock goes on saying where the reference stays under the code.</summary>
    public LockLine Kept(KsbCode code, OccupationalStandard standard) => Line.As(standard.Id, code.ToString()).Without(Successor is not null);

    /// <summary>Traces what was reviewed, which the standard has under that code no more.</summary>
    /// <param name="entry">What its consumer reviewed.</param>
    /// <param name="elsewhere">Under which names all consumers reviewed a fingerprint for the version of the line.</param>
    /// <param name="line">What was reviewed.</param>
    /// <param name="code">The code that it was reviewed under.</param>
    /// <param name="standard">The standard as it is now.</param>
    /// <param name="known">The standards that are known.</param>
    public static LockTrace Of(LockEntry entry, ILookup<string, string> elsewhere, LockLine line, KsbCode code, OccupationalStandard standard, StandardCatalogue known)
    {
        var now = standard.TryGet(code, out var statement) ? statement : null;
        var (version, old) = Old(line, code, standard, known);
        if ((line.IsWithdrawn || line.IsShared) && !standard.FindByFingerprint(line.Fingerprint).Any())
        {
            return new LockTrace(line, old?.Text ?? line.Opening, now, null, 0);
        }

        if (version is not null)
        {
            var change = Between(version, standard).Of(old!.Code)!;
            return new LockTrace(line, old.Text, now, change.New, change.Similarity);
        }

        if (standard.FindByFingerprint(line.Fingerprint).FirstOrDefault() is { } same)
        {
            return new LockTrace(line, same.Text, now, same, 1);
        }

        // The version that was reviewed is gone, as where a document was published anew in its place: the lock's own words are all that there is.
        // What the lock has of others word for word is theirs, be it that another consumer reviewed it under another code; and so is what stands where
        // something was withdrawn: that was known when it was.
        var taken = new HashSet<string>(entry.Lines.Where(l => l.Standard.Reference == standard.Id.Reference).Select(l => l.Fingerprint), StringComparer.Ordinal);
        taken.UnionWith(entry.Lines.Where(l => (l.IsWithdrawn || l.IsShared) && l.Standard == standard.Id && KsbCode.TryParse(l.Name, out var c) && standard.Contains(c)).Select(l => standard[KsbCode.Parse(l.Name)].Fingerprint));
        var likest = standard.Ksbs
            .Where(k => k.Kind == code.Kind && !taken.Contains(k.Fingerprint) && !elsewhere[k.Fingerprint].Any(n => n != k.Code.ToString()))
            .Select(k => (Statement: k, Likeness: Likeness(line, k)))
            .OrderByDescending(k => k.Likeness)
            .ThenByDescending(k => k.Statement.Code == code)
            .FirstOrDefault();
        return likest.Likeness >= StatementMatcher.LeastSimilarity
            ? new LockTrace(line, line.Opening, now, likest.Statement, likest.Likeness, isGuess: true)
            : new LockTrace(line, line.Opening, now, null, 0);
    }

    /// <summary>The comparison of two versions, made once.</summary>
    public static StandardDiff Between(OccupationalStandard old, OccupationalStandard @new) =>
        Diffs.GetValue(old, static _ => new()).GetValue(@new, n => StandardDiff.Between(old, n));

    /// <summary>A known version that has what was reviewed: the one for which it was reviewed before others, under that code before others.</summary>
    private static (OccupationalStandard? Version, KsbStatement? Statement) Old(LockLine line, KsbCode code, OccupationalStandard standard, StandardCatalogue known) =>
    (
        from version in known.VersionsOf(line.Standard.Reference)
        where !ReferenceEquals(version, standard)
        from statement in version.FindByFingerprint(line.Fingerprint)
        orderby version.Id == line.Standard descending, statement.Code == code descending, version.Id descending
        select (version, statement)
    ).FirstOrDefault();

    private static double Likeness(LockLine line, KsbStatement statement)
    {
        var words = line.Words;
        var text = Text.TextFolding.OnOneLine(statement.Text);
        return StatementMatcher.Similarity(words, line.IsCut && text.Length > words.Length ? text.Substring(0, words.Length) : text);
    }
}
