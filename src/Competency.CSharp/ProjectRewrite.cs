using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>Compiles projects with other texts, in memory, so that a move that breaks them is noticed before a file is written.</summary>
internal sealed class ProjectRewrite(IReadOnlyList<LoadedProject> projects)
{
    /// <summary>Errors of projects that had none before.</summary>
    public IReadOnlyList<Diagnostic> ErrorsAfter(IReadOnlyList<(string Path, IReadOnlyList<TextChange> Edits)> edits)
    {
        var changed = edits.ToDictionary(e => e.Path, e => e.Edits, StringComparer.Ordinal);
        var after = new Dictionary<Compilation, CSharpCompilation>();
        var errors = new List<Diagnostic>();
        foreach (var project in projects)
        {
            var compilation = project.Compilation;
            foreach (var reference in compilation.References.OfType<CompilationReference>().Where(r => after.ContainsKey(r.Compilation)).ToArray())
            {
                compilation = compilation.ReplaceReference(reference, after[reference.Compilation].ToMetadataReference(reference.Properties.Aliases, reference.Properties.EmbedInteropTypes));
            }

            foreach (var tree in project.Written.Keys.Where(t => changed.ContainsKey(t.FilePath)))
            {
                compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(changed[tree.FilePath])));
            }

            if (compilation != project.Compilation)
            {
                after.Add(project.Compilation, compilation);
                if (project.Unexplained.Count == 0)
                {
                    errors.AddRange(LoadedProject.ErrorsOf(compilation));
                }
            }
        }

        return errors;
    }
}
