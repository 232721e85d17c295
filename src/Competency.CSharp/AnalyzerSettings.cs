using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.CSharp;

/// <summary>What the <c>.editorconfig</c> and <c>.globalconfig</c> files of a compiler call say, the properties that a build hands on among it.</summary>
internal sealed class AnalyzerSettings(AnalyzerConfigSet files) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(files.GlobalConfigOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => OfPath(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OfPath(textFile.Path);

    /// <summary>Whether a file is told to be generated: <c>generated_code = true</c>.</summary>
    public bool IsGenerated(SyntaxTree tree) => OfPath(tree.FilePath).TryGetValue("generated_code", out var said) && string.Equals(said, "true", StringComparison.OrdinalIgnoreCase);

    private Options OfPath(string path) => new(files.GetOptionsForSourcePath(path));

    private sealed class Options(AnalyzerConfigOptionsResult result) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => result.AnalyzerOptions.TryGetValue(key, out value!);
    }
}
