using Competency.Rules;

namespace Competency.Benchmarks.Job;

/// <summary>Reads reports, so that everything in them is made. What it returns depends on all that was read.</summary>
internal static class Reading
{
    /// <summary>Every verdict, sentence, shortfall and action.</summary>
    public static int Explanation(ReadinessReport report)
    {
        var length = report.Outstanding.Count;
        foreach (var node in report.Root.All)
        {
            length += node.Outcome.Explanation.Length + (node.Outcome.Shortfall?.Length ?? 0) + node.Outcome.Actions.Count;
        }

        return length;
    }

    /// <summary>The same, and every fact with its evidence, signatures and sources.</summary>
    public static int Everything(ReadinessReport report)
    {
        var length = Explanation(report);
        foreach (var node in report.Root.All)
        {
            length += node.Outcome.Attention.Count + node.Outcome.Citations.Count;
            foreach (var fact in node.Outcome.Facts)
            {
                length += fact.Name.Length + fact.Value.Length + fact.Evidence.Count + fact.Signatures.Count;
            }
        }

        return length;
    }
}
