using Competency.Documents;

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
    /// <summary>A member of the <c>Ksb</c> or <c>Duty</c> enum.</summary>
    internal sealed record Member(string Name, int Value, string Summary);

    /// <summary>Unique to the document, whatever other documents there are.</summary>
    public string HintName => Id.Replace('@', '_').Replace('.', '_') + ".g.cs";

    /// <summary>The model of a document, or null where it is not readable: the analyzers say why.</summary>
    public static StandardModel? Of(StandardDocument document)
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
            new EquatableArray<Member>(standard.Ksbs.Select(k => new Member(k.Code.ToString(), k.Code.Value, k.ToString()))),
            new EquatableArray<Member>(standard.Duties.Select(d => new Member($"Duty{d.Number}", d.Number, d.ToString()))));
    }
}
