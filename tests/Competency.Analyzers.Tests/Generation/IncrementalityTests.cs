using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Competency.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Competency.Analyzers.Tests.Generation;

/// <summary>What is made again, and what is not: both directions.</summary>
public class IncrementalityTests
{
    private static readonly (string, string) First = ("a.standard.json", Mini.Document);
    private static readonly (string, string) Second = ("b.standard.json", Mini.With("ST0002", typeName: "Other"));

    [Fact]
    public void The_same_texts_make_nothing_new() =>
        Assert.Equal([Cached, Cached], Steps(Run([First, Second], driver => driver)));

    [Fact]
    public void An_edited_document_alone_is_made_again()
    {
        var result = Run([First, Second], driver => Replace(driver, 1, Mini.With("ST0002", typeName: "Other", skill: "Something else.")));

        Assert.Equal([Cached, IncrementalStepRunReason.Modified], Steps(result));
    }

    [Fact]
    public void An_edit_of_layout_makes_nothing_new() =>
        Assert.Equal([Cached, Cached], Steps(Run([First, Second], driver => Replace(driver, 1, Second.Item2.Replace("\n", "\n ", StringComparison.Ordinal)))));

    [Fact]
    public void An_edit_of_CSharp_makes_nothing_new() =>
        Assert.Equal([Cached, Cached], Steps(Run([First, Second], driver => driver, "class C;", "class D;")));

    [Fact]
    public void A_new_version_leaves_the_text_of_the_first_as_it_was()
    {
        var before = Run([First], driver => driver).GeneratedTrees.Single(t => t.FilePath.EndsWith("ST0001_1_0.g.cs", StringComparison.Ordinal)).ToString();
        var after = Run([First, ("c.standard.json", Mini.With(version: "1.1", typeName: "Mini11"))], driver => driver);

        Assert.Equal(2, after.GeneratedTrees.Length);
        Assert.Equal(before, after.GeneratedTrees.Single(t => t.FilePath.EndsWith("ST0001_1_0.g.cs", StringComparison.Ordinal)).ToString());
    }

    [Fact]
    public void A_document_that_claims_a_taken_name_is_not_generated() =>
        Assert.Single(Run([First, ("b.standard.json", Mini.With(version: "1.1"))], driver => driver).GeneratedTrees);

    [Fact]
    public void The_cached_models_hold_values_alone()
    {
        var result = Run([First], driver => driver);
        var outputs = result.Results[0].TrackedSteps.Where(s => s.Key.StartsWith("Competency.", StringComparison.Ordinal)).SelectMany(s => s.Value).SelectMany(s => s.Outputs).ToArray();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, o => AssertValue(o.Value, []));
    }

    [Fact]
    public void The_cached_models_are_equal_by_what_the_document_says()
    {
        Assert.Equal(Model(Mini.Document, "a.standard.json"), Model(Mini.Document + "\n", "a.standard.json"));
        Assert.NotEqual(Model(Mini.Document, "a.standard.json"), Model(Mini.Document, "b.standard.json"));
        Assert.NotEqual(Model(Mini.Document, "a.standard.json"), Model(Mini.With(version: "1.1"), "a.standard.json"));
    }

    private static object Model(string text, string path) =>
        Run([(path, text)], driver => driver).Results[0].TrackedSteps["Competency.Document"].SelectMany(s => s.Outputs).Select(o => o.Value).Single();

    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;

    /// <summary>Why each document's output was made at the second run. Unchanged input counts as cached: nothing behind it ran.</summary>
    private static IncrementalStepRunReason[] Steps(GeneratorDriverRunResult result) =>
    [
        .. result.Results[0].TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs)
            .Select(o => o.Reason == IncrementalStepRunReason.Unchanged ? Cached : o.Reason),
    ];

    private static GeneratorDriverRunResult Run((string, string)[] files, Func<GeneratorDriver, GeneratorDriver> edit, string before = "", string after = "")
    {
        var run = new CompilerRun();
        run.Files.AddRange(files);
        var driver = run.Driver().RunGenerators(run.Compile(before), TestContext.Current.CancellationToken);
        return edit(driver).RunGenerators(run.Compile(after), TestContext.Current.CancellationToken).GetRunResult();
    }

    private static GeneratorDriver Replace(GeneratorDriver driver, int index, string text)
    {
        var run = new CompilerRun();
        run.Files.AddRange([First, Second]);
        var old = driver.GetRunResult() is null ? default : Texts(driver);
        run.Files[index] = (run.Files[index].Path, text);
        return driver.ReplaceAdditionalText(old[index], run.Texts()[index]);
    }

    private static ImmutableArray<AdditionalText> Texts(GeneratorDriver driver)
    {
        // The driver does not show its texts, and a replacement must name the very object.
        var state = typeof(GeneratorDriver).GetField("_state", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(driver)!;
        return (ImmutableArray<AdditionalText>)state.GetType().GetField("AdditionalTexts", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(state)!;
    }

    private static void AssertValue(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type} is of the compiler");
        Assert.True(type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>)), $"{type} is not equatable");
        foreach (var part in value is IEnumerable items ? items.Cast<object?>() : type.GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(value)))
        {
            if (part is not Type)
            {
                AssertValue(part, seen);
            }
        }
    }
}
