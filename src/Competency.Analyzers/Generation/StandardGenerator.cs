using System.Text;
using Competency.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Generation;

/// <summary>
/// Makes one C# type of each <c>*.standard.json</c>. One source a document, which depends on that document alone; what is wrong with a
/// document the analyzers say.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StandardGenerator : IIncrementalGenerator
{
    /// <summary>Step: a document that was read.</summary>
    internal const string DocumentStep = "Competency.Document";

    /// <summary>Step: a document beside the names that others claim.</summary>
    internal const string ClaimStep = "Competency.Claim";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider.Where(DocumentCache.IsStandard);

        // The driver asks for one document after the other. Hundreds are read on all processors before it begins; what was read is kept, so
        // that after an edit this reads one.
        var areRead = files.Collect().Select(static (all, cancel) => StandardModel.ReadAll(all, cancel));
        var documents = files
            .Combine(areRead)
            .Select(static (pair, cancel) => StandardModel.Of(pair.Left, cancel))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(DocumentStep);

        // Of two documents that claim one type or one id the first by path is generated and the other reported (KSB2010). Only the paths of
        // the others go into the pipeline, so that a change in one document leaves the rest as they were.
        var losers = documents
            .Select(static (model, _) => (model.Path, model.Id, model.TypeName))
            .Collect()
            .Select(static (claims, _) => new EquatableArray<string>(Losers(claims)));

        var settings = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => GenerationSettings.Of(options.GlobalOptions));

        var winners = documents
            .Combine(losers)
            .Where(static pair => !pair.Right.Contains(pair.Left.Path))
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(ClaimStep)
            .Combine(settings);

        context.RegisterSourceOutput(winners, static (output, pair) =>
            output.AddSource(pair.Left.HintName, SourceText.From(StandardEmitter.Emit(pair.Left, pair.Right), Encoding.UTF8)));
    }

    private static IEnumerable<string> Losers(IEnumerable<(string Path, string Id, string TypeName)> claims)
    {
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, id, typeName) in claims.OrderBy(c => c.Path, StringComparer.Ordinal))
        {
            // Both are claimed or none: a loser's claims must not push out a third document.
            if (claimed.Contains(id) || claimed.Contains(typeName))
            {
                yield return path;
            }
            else
            {
                claimed.Add(id);
                claimed.Add(typeName);
            }
        }
    }
}
