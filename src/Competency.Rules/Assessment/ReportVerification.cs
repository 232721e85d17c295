using Competency.Documents.Policies;
using Competency.Findings;

namespace Competency.Rules;

/// <summary>
/// Makes a written report again from the policy, the learner and the standard that it names, and says whether it comes out the same: what an
/// auditor asks of a report that somebody signed.
/// </summary>
public sealed class ReportVerification
{
    private ReportVerification(VerificationOutcome outcome, IReadOnlyList<Finding> findings, IReadOnlyList<ReportMismatch> differences)
    {
        Outcome = outcome;
        Findings = findings;
        Differences = differences;
    }

    /// <summary>What came of it.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>What is wrong with the text, with its place. A report with an error is not compared.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What differs, in the order of the text: first what the report was made from, then what came of it; in the end words.</summary>
    public IReadOnlyList<ReportMismatch> Differences { get; }

    /// <summary>
    /// Words that come out otherwise, of a report that names another engine than this one: nobody here knows whether that engine put it so, or somebody else did since. They are no
    /// <see cref="Differences"/>, and whoever relies on what a report explains reads them. Empty where it names this engine, for then they are differences.
    /// </summary>
    public IReadOnlyList<ReportMismatch> OtherWords { get; private init; } = [];

    /// <summary>Whether the report holds: bytes, or at least verdicts and facts, come out the same; and words, where the same engine made it. Of an earlier one see <see cref="OtherWords"/>.</summary>
    public bool Holds => Outcome is VerificationOutcome.SameBytes or VerificationOutcome.SameVerdicts;

    /// <summary>Verifies a report. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="json">The report as <see cref="ReadinessReport.ToJson"/> wrote it.</param>
    /// <param name="policy">The policy. That the report embeds the same one is checked.</param>
    /// <param name="learner">The learner record of today: what was recorded since the report's days is not looked at.</param>
    /// <param name="standard">The standard. That it has the fingerprint that the report names is checked.</param>
    public static ReportVerification Verify(string path, string json, ReadinessPolicy policy, Learner learner, OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(standard);
        var written = WrittenReport.Read(path, json);
        if (written.Made is not { } made || written.Findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            return new ReportVerification(VerificationOutcome.Unreadable, written.Findings, []);
        }

        var again = policy.Assess(learner, standard, made.AsOf, made.KnownAt).Redacted(made.Redaction).ToJson();
        if (again == json)
        {
            return new ReportVerification(VerificationOutcome.SameBytes, written.Findings, []);
        }

        var now = WrittenReport.Read(path, again);
        ReportMismatch[] words = [.. CompareWords(written, now)];
        var isOurs = written.Engine == now.Engine;
        ReportMismatch[] differences = [.. Newer(written), .. CompareValues(written, now), .. CompareOrders(written, now), .. isOurs ? words : []];
        return new ReportVerification(differences.Length == 0 ? VerificationOutcome.SameVerdicts : VerificationOutcome.Different, written.Findings, differences)
        {
            OtherWords = isOurs ? [] : words,
        };
    }

    /// <summary>Verifies a report by the policy that it embeds: that verdicts follow from it and from the record, not that it is the right policy.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="json">The report as <see cref="ReadinessReport.ToJson"/> wrote it.</param>
    /// <param name="learner">The learner record of today.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="rules">Rules in code, by the names under which the policy asks for them; null for none.</param>
    public static ReportVerification Verify(string path, string json, Learner learner, OccupationalStandard standard, IReadOnlyDictionary<string, Func<AssessmentContext, Outcome>>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(standard);
        var written = WrittenReport.Read(path, json);
        if (written.PolicyPlace is not { } place)
        {
            return new ReportVerification(VerificationOutcome.Unreadable, written.Findings, []);
        }

        // The policy as a document of its own; what is wrong in it is told where it stands in the report.
        var opening = $"{{\"document\":\"{PolicyDocument.Format}\",";
        var file = PolicyFile.Read(path, opening + json[(place.Start + 1)..place.End], rules: rules);
        return file.Policy is { } policy
            ? Verify(path, json, policy, learner, standard)
            : new ReportVerification(VerificationOutcome.Unreadable, [.. written.Findings, .. file.Findings.Select(f => Moved(f, place.Start + 1 - opening.Length))], []);

        Finding Moved(Finding finding, int by) => new(finding.Descriptor, finding.Message, finding.Location is { } at ? written.Source.Locate(at.Span.Shift(by)) : null)
        {
            Severity = finding.Severity,
            Suggestion = finding.Suggestion,
        };
    }

    /// <summary>An engine that is newer than this one: what it would say nobody here knows, so that it vouches for no words.</summary>
    private static IEnumerable<ReportMismatch> Newer(WrittenReport written) =>
        ReportJson.IsNewer(written.Engine) ? [ReportMismatch.Of("engine", written.Engine, ReportJson.Engine, written.Source.Locate(written.EnginePlace))] : [];

    private static IEnumerable<ReportMismatch> CompareValues(WrittenReport written, WrittenReport again)
    {
        // No two values of one report have one name.
        var now = again.Values.ToDictionary(v => v.What, v => v.Value, StringComparer.Ordinal);
        foreach (var (what, value, span) in written.Values)
        {
            var comes = now.GetValueOrDefault(what);
            if (value != comes)
            {
                yield return ReportMismatch.Of(what, value, comes, written.Source.Locate(span));
            }
        }

        var names = written.Values.Select(v => v.What).ToHashSet(StringComparer.Ordinal);
        foreach (var (what, value, _) in again.Values.Where(v => v.Value is not null && !names.Contains(v.What)))
        {
            yield return ReportMismatch.Of(what, null, value, written.Source.Locate(new Text.SourceSpan(0, 1)));
        }
    }

    /// <summary>Lists of the same items in another order. What one of them lacks is told by itself.</summary>
    private static IEnumerable<ReportMismatch> CompareOrders(WrittenReport written, WrittenReport again)
    {
        var now = again.Orders.ToLookup(o => o.What, o => o.Names, StringComparer.Ordinal);
        foreach (var (what, names, span) in written.Orders)
        {
            if (now[what].FirstOrDefault() is { } comes && !names.SequenceEqual(comes, StringComparer.Ordinal)
                && names.Order(StringComparer.Ordinal).SequenceEqual(comes.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                yield return ReportMismatch.Of(what, string.Join(", ", names), string.Join(", ", comes), written.Source.Locate(span));
            }
        }
    }

    /// <summary>Words that stand in both: how many there are is compared with the values. An engine words things as it does: only another may have other words for the same.</summary>
    private static IEnumerable<ReportMismatch> CompareWords(WrittenReport written, WrittenReport again)
    {
        var now = again.Words.ToLookup(v => v.What, v => v.Value, StringComparer.Ordinal);
        foreach (var (what, value, span) in written.Words)
        {
            if (now[what].FirstOrDefault() is { } comes && value != comes)
            {
                yield return ReportMismatch.Of(what, value, comes, written.Source.Locate(span));
            }
        }
    }
}
