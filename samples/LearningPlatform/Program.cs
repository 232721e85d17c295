// A learning platform that embeds readiness: standards as types, files and database rows, and a policy that one tenant has of its own.
using System.Text.Json;
using Competency;
using Competency.Rules;
using LearningPlatform;
using LearningPlatform.Standards;
using Microsoft.Extensions.DependencyInjection;

string folder = AppContext.BaseDirectory;
var services = new ServiceCollection();

services.AddCompetencyRules(rules => rules
    .AddStandard<MammographyAssociate>()
    .AddStandardsFrom(Path.Combine(folder, "standards"))
    .AddPolicy(Platform.SignedOff)
    .AddPolicyFile(Path.Combine(folder, "policies", "northern.policy.json"), tenant: "northern")
    .AddRule("induction", Platform.Induction));
services.AddScoped<IStandardProvider, DatabaseStandards>();

await using ServiceProvider container = services.BuildServiceProvider();

IReadiness readiness = container.GetRequiredService<IReadiness>();
DateOnly today = new(2026, 3, 2);
var rows = new List<AnswerRow>();

foreach (string tenant in new[] { "northern", "southern" })
{
    await foreach (ReadinessAnswer answer in readiness.AssessAllAsync(Platform.Learners.ToAsyncEnumerable(), "signed-off", tenant, asOf: today))
    {
        Console.WriteLine($"{tenant}: {answer}");
        if (answer.Report is { } report)
        {
            foreach (var action in report.Outstanding)
            {
                Console.WriteLine($"  {action.Text}");
            }
        }
    }
}

await foreach (var answer in readiness.AssessAllAsync(Platform.Learners.ToAsyncEnumerable(), "signed-off", tenant: null, today))
{
    if (answer.Report is { } report)
    {
        rows.Add(AnswerRow.Of(report));
    }
}

Console.WriteLine(JsonSerializer.Serialize(rows, PlatformJson.Default.ListAnswerRow));
