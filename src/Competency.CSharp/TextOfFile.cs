using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>An additional file of a project, read already.</summary>
internal sealed class TextOfFile(string path, SourceText text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
