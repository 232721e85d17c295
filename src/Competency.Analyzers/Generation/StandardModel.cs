using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Competency.Analysis;
using Competency.Documents;
using Microsoft.CodeAnalysis;

namespace Competency.Generation;

/// <summary>What the emitter needs of one document. Holds text and numbers only, so that the pipeline can compare and cache it.</summary>
internal sealed record StandardModel(
    string Path,
    string Id,
    string TypeName,
    string Title,
    string? Attribution,
    string Document,
    EquatableArray<StandardModel.Member> Ksbs,
    EquatableArray<StandardModel.Member> Duties)
{
    private static readonly ConditionalWeakTable<StandardDocument, StandardModel?> OfDocument = new();

    /// <summary>A member of the <c>Ksb</c> or <c>Duty</c> enum: what it is called in the text, its value, and what it says.</summary>
    internal readonly record struct Member(string Name, int Value, string Text);

    /// <summary>Unique to the document, whatever other documents there are.</summary>
    public string HintName => Id.Replace('@', '_').Replace('.', '_') + ".g.cs";

    /// <summary>The model of a document, or null where it is not readable: the analyzers say why.</summary>
    public static StandardModel? Of(AdditionalText file, CancellationToken cancel) =>
        DocumentCache.Standard(file, cancel) is { } document ? OfDocument.GetValue(document, Make) : null;

    /// <summary>Makes the models of many documents at once, on all processors; they are kept as long as the documents are.</summary>
    /// <returns>True, always: that they are made changes nothing for a pipeline.</returns>
    public static bool ReadAll(ImmutableArray<AdditionalText> files, CancellationToken cancel)
    {
        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancel }, file => Of(file, cancel));
        return true;
    }

    private static StandardModel? Make(StandardDocument document)
    {
        if (document.Standard is not { } standard || !document.IsWhole)
        {
            return null;
        }

        return new StandardModel(
            document.Source.Path,
            standard.Id.ToString(),
            Documents.TypeName.Of(standard),
            standard.Title,
            standard.Source?.Attribution,
            StandardDocumentWriter.Write(standard, indented: false),
            new EquatableArray<Member>(standard.Ksbs.Select(k => new Member(k.Code.ToString(), k.Code.Value, k.Text))),
            new EquatableArray<Member>(standard.Duties.Select(d => new Member($"Duty {d.Number}", d.Number, d.Text))));
    }
}
