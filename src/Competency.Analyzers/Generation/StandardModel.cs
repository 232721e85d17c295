using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Competency.Analysis;
using Competency.Documents;
using Microsoft.CodeAnalysis;

namespace Competency.Generation;

/// <summary>What the emitter needs of one document. Two are equal where path and canonical document are, so that the pipeline can compare and cache it.</summary>
internal sealed class StandardModel : IEquatable<StandardModel>
{
    private static readonly ConditionalWeakTable<StandardDocument, StandardModel?> OfDocument = new();

    private StandardModel(string path, OccupationalStandard standard)
    {
        Path = path;
        Standard = standard;
        Id = standard.Id.ToString();
        TypeName = Documents.TypeName.Of(standard);
        Document = StandardDocumentWriter.Write(standard, indented: false);
    }

    public string Path { get; }

    public string Id { get; }

    public string TypeName { get; }

    /// <summary>The standard. Everything that it says, and what the emitter takes from it, stands in <see cref="Document"/> as well.</summary>
    public OccupationalStandard Standard { get; }

    /// <summary>The canonical document on one line.</summary>
    public string Document { get; }

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

    private static StandardModel? Make(StandardDocument document) =>
        document.Standard is { } standard && document.IsWhole ? new StandardModel(document.Source.Path, standard) : null;

    public bool Equals(StandardModel? other) => other is not null && Path == other.Path && Document == other.Document;

    public override bool Equals(object? obj) => Equals(obj as StandardModel);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
