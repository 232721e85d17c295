using Competency.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Generation;

/// <summary>What the project says about the generated types.</summary>
internal sealed record GenerationSettings(string Namespace, bool IsInternal)
{
    public static GenerationSettings Of(AnalyzerConfigOptions options)
    {
        var ns = Property(options, "CompetencyNamespace");
        if (ns.Length == 0)
        {
            var root = Property(options, "RootNamespace");
            ns = root.Length == 0 ? "Standards" : root + ".Standards";
        }

        return new GenerationSettings(Sanitise(ns), TextFolding.EqualsIgnoreCase(Property(options, "CompetencyVisibility"), "internal"));
    }

    /// <summary>A namespace out of any text: <c>My-App.2x</c> becomes <c>My_App._2x</c>.</summary>
    internal static string Sanitise(string ns)
    {
        var parts = ns.Split('.').Select(SanitisePart).Where(p => p.Length > 0).ToArray();
        return parts.Length == 0 ? "Standards" : string.Join(".", parts);
    }

    private static string SanitisePart(string part)
    {
        var name = new string(part.Trim().Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_').ToArray());
        if (name.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name = "_" + name;
        }

        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
