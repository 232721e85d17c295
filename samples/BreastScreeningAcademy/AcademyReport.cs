using System.Text;
using BreastScreeningAcademy.Programme;
using Competency;
using Competency.Findings;
using Competency.Rules;

namespace BreastScreeningAcademy;

/// <summary>The year's report: short on the console, whole in Markdown.</summary>
internal sealed record AcademyReport(
    OccupationalStandard Standard,
    IReadOnlyList<Finding> Defects,
    ProgrammeCoverage Coverage,
    ReadinessPolicy Policy,
    IReadOnlyList<ReadinessReport> Gateway,
    IReadOnlyList<ReadinessReport> Returns,
    DateOnly AsOf)
{
    public void WriteText(TextWriter output)
    {
        output.WriteLine($"{Standard} · as of {AsOf:yyyy-MM-dd}");
        output.WriteLine();
        output.WriteLine("The standard's own defects (the publisher alone can mend them)");
        foreach (var defect in Defects)
        {
            output.WriteLine($"  {defect.Id}  {defect.Message}");
        }

        output.WriteLine();
        output.WriteLine("What the programme covers");
        foreach (var line in CoverageLines())
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine();
        output.WriteLine($"{Policy.Name}");
        output.WriteLine();
        output.WriteLine($"  {"Learner",-18}{"Verdict",-15}{"Earliest",-12}Return interview");
        foreach (var (gateway, back) in Gateway.Zip(Returns))
        {
            output.WriteLine($"  {gateway.LearnerName,-18}{Word(gateway.Verdict),-15}{Date(gateway.EarliestDate),-12}{Word(back.Verdict)}");
        }

        foreach (var report in Gateway)
        {
            output.WriteLine();
            output.WriteLine($"{report.LearnerName}: {Word(report.Verdict)}");
            foreach (var reason in Reasons(report).Distinct())
            {
                output.WriteLine($"  {reason}");
            }

            foreach (var (action, number) in report.Outstanding.Select((a, i) => (a, i + 1)))
            {
                output.WriteLine($"  {number}. {action.Text} ({Who(action.By)})");
            }
        }

        output.WriteLine();
        output.WriteLine("Not judged");
        foreach (var line in Policy.NotJudged)
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append($"# Breast Screening Academy: readiness for gateway\n\nInvented learners. {Standard}, as of {AsOf:yyyy-MM-dd}.\n\n");
        text.Append("## The standard's own defects\n\n");
        foreach (var defect in Defects)
        {
            text.Append($"- [{defect.Id}]({defect.Descriptor.HelpLink}): {defect.Message}\n");
        }

        text.Append("\n## What the programme covers\n\n");
        foreach (var line in CoverageLines())
        {
            text.Append($"- {line}\n");
        }

        text.Append("\n| Module | KSBs |\n|---|---|\n");
        foreach (var (name, ksbs) in Coverage.Modules)
        {
            text.Append($"| {name} | {ksbs} |\n");
        }

        text.Append("\n## Learners\n\n| Learner | Verdict | Earliest | Return interview |\n|---|---|---|---|\n");
        foreach (var (gateway, back) in Gateway.Zip(Returns))
        {
            text.Append($"| {gateway.LearnerName} | {Word(gateway.Verdict)} | {Date(gateway.EarliestDate)} | {Word(back.Verdict)} |\n");
        }

        foreach (var report in Gateway)
        {
            // Each report begins with a heading of its own, one level up from here.
            text.Append('\n').Append(report.ToMarkdown().Replace("\n#", "\n##", StringComparison.Ordinal).Insert(0, "#")).Append('\n');
        }

        return text.ToString();
    }

    private IEnumerable<string> CoverageLines()
    {
        var all = KsbSet.All(Standard);
        yield return $"{Coverage.Covered.Count} of {all.Count} KSBs: {Coverage.Taught.Count} taught in {Coverage.Modules.Count} modules, {Coverage.Workplace.Count} practised in the workplace, {(Coverage.Taught & Coverage.Workplace).Count} in both";
        var missing = all - Coverage.Covered;
        yield return missing.IsEmpty ? "Nothing is left out" : $"Left out: {missing}";
    }

    /// <summary>The innermost requirements that keep the verdict from being met, and what a reader should know of the others.</summary>
    private static IEnumerable<string> Reasons(ReadinessReport report)
    {
        // What a check of submitted data asks is in the full report; it decides nothing.
        foreach (var part in report.Root.All.Where(r => r.Children.Count == 0 && r.Requirement.Basis != RequirementBasis.DataCheck))
        {
            if (part.Verdict is not (Verdict.Met or Verdict.DoesNotApply))
            {
                yield return $"{Word(part.Verdict)}: {part.Outcome.Explanation}{(part.Outcome.Shortfall is { } shortfall ? $" ({shortfall})" : "")}";
            }

            foreach (var attention in part.Outcome.Attention)
            {
                yield return $"note: {attention}";
            }
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not met",
        Verdict.NotYetDue => "not yet due",
        Verdict.CannotTell => "cannot tell",
        _ => "does not apply",
    };

    private static string Who(ActionBy by) => by == ActionBy.PolicyOwner ? "whoever sets the policy" : by.ToString().ToLowerInvariant();

    private static string Date(DateOnly? date) => date is { } day ? $"{day:yyyy-MM-dd}" : "-";
}
