// A training provider's year: what the standard itself lacks, what the programme covers, and who is ready for gateway, as a table on the
// console and as a Markdown report, and a page for gateway. Usage: BreastScreeningAcademy [report.md]
using BreastScreeningAcademy;
using BreastScreeningAcademy.Programme;
using BreastScreeningAcademy.Standards;
using Competency;
using Competency.Documents;
using Competency.Findings;
using Competency.Rules;

OccupationalStandard standard = MammographyAssociate.Standard;
var asOf = new DateOnly(2026, 3, 2);

var mapping = MappingDocument.Read("workplace.mapping.json", Input("workplace.mapping.json"));
var learners = LearnerDocument.Read("academy.learners.json", Input("academy.learners.json"), new StandardCatalogue([standard]));
if (learners.Findings.Any(f => f.Severity == FindingSeverity.Error))
{
    // Nothing is judged on half a record: say what is wrong, and stop.
    foreach (var finding in learners.Findings)
    {
        Console.Error.WriteLine(finding);
    }

    return 1;
}

var report = new AcademyReport(
    standard,
    StandardDocument.Of(standard).Findings,
    ProgrammeCoverage.Of(standard, mapping.Mapping!),
    AcademyPolicy.Gateway,
    [.. learners.Learners.Select(l => AcademyPolicy.Gateway.Assess(l, standard, asOf))],
    [.. learners.Learners.Select(l => AcademyPolicy.ReturnInterview.Assess(l, standard, asOf))],
    asOf);

report.WriteText(Console.Out);

// What would it change for the first who is not ready if all that lacks were accepted today?
var lacking = report.Gateway.First(r => r.Verdict == Verdict.NotMet);
var accepted = standard.Ksbs.Where(k => lacking.Ksbs[k.Code] != KsbStanding.Achieved)
    .Select(k => new Claim("what-if", standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, asOf)));
Console.WriteLine($"What if the missing KSBs of {lacking.LearnerName} were accepted today?");
Console.WriteLine(lacking.WhatIf(accepted).ToText());

var path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "readiness-report.md");
File.WriteAllText(path, report.ToMarkdown());
var pack = Path.ChangeExtension(path, ".gateway.html");
File.WriteAllText(pack, GatewayPack.ToHtml(report.Gateway[0].Redacted(RedactionLevel.ForOthers)));
Console.WriteLine($"The same as Markdown, with every reason: {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
Console.WriteLine($"The gateway page of {report.Gateway[0].LearnerName} for the employer: {Path.GetRelativePath(Environment.CurrentDirectory, pack)}");
return 0;

static string Input(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
