using Competency.Documents.Policies;
using Competency.Findings;

namespace Competency.Rules;

/// <summary>A <c>*.policy.json</c> document that was read: the policy, or what is wrong with it.</summary>
public sealed class PolicyFile
{
    private PolicyFile(ReadinessPolicy? policy, IReadOnlyList<Finding> findings)
    {
        Policy = policy;
        Findings = Unchanging.List(findings);
    }

    /// <summary>The policy; null where anything in the document is an error, or is not read: nobody is judged by half a policy.</summary>
    public ReadinessPolicy? Policy { get; }

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads a policy. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="known">The standards that are known; null for none, and then the KSBs that the policy names are not checked.</param>
    /// <param name="rules">Rules in code, by the names under which the policy asks for them; null for none.</param>
    public static PolicyFile Read(string path, string text, StandardCatalogue? known = null, IReadOnlyDictionary<string, Func<AssessmentContext, Outcome>>? rules = null)
    {
        var document = PolicyDocument.Read(path, text);
        // Without standards a policy that names some cannot be checked beside them, which is no fault of the policy.
        Finding[] findings = [.. document.Check(known ?? new StandardCatalogue([])).Where(f => known is not null || f.Descriptor != FindingCatalogue.UnknownStandard)];
        if (document.Policy is not { } outline)
        {
            return new PolicyFile(null, findings);
        }

        // What is wrong otherwise keeps nobody from hearing of a rule that is not given.
        var builder = new PolicyBuilder(document, rules ?? new Dictionary<string, Func<AssessmentContext, Outcome>>());
        var policy = builder.HasRules(outline) && findings.All(f => f.Severity != FindingSeverity.Error) ? builder.Build(outline) : null;
        return new PolicyFile(policy, [.. findings.Concat(builder.Findings).OrderBy(f => f.Location?.Span.Start ?? 0)]);
    }
}
