using System.Collections.Concurrent;
using System.Collections.Immutable;
using Competency.Analysis;
using Competency.Documents;
using Competency.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>Collects the references of a compilation: those that the analyzers judge, and no others. It reports nothing.</summary>
#pragma warning disable RS1001 // It is no analyzer that a compiler host shall find: the projects' references are read by it and by nobody else.
internal sealed class ReferenceCollector(IReadOnlyList<OccupationalStandard> others) : DiagnosticAnalyzer, IReferenceObserver
#pragma warning restore RS1001
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span, string InForce), TextOfReferences> _texts = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), MemberReference> _members = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), StandardName> _names = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), OptionName> _options = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), IReadOnlyList<StandardId>> _namings = new();

    /// <summary>A constant string of references. It is of others where what it is handed to says which standard is in force, and stands in no source that is read here.</summary>
    public sealed record TextOfReferences(LockConsumer Consumer, string Text, KsbNotationResult References, IReadOnlyList<OccupationalStandard> InForce, bool IsOfOthers, ExpressionSyntax Expression, SemanticModel? Model);

    /// <summary>A member of a generated enum.</summary>
    public sealed record MemberReference(LockConsumer Consumer, KsbCode Code, OccupationalStandard Standard, Location Place)
    {
        /// <summary>Whether a documentation comment names it.</summary>
        public bool IsInComment { get; init; }
    }

    /// <summary>A constant string that is the id of a standard.</summary>
    public sealed record StandardName(StandardId Id, string Text, ExpressionSyntax Expression, SemanticModel? Model);

    /// <summary>A constant string that is the id or the title of an option.</summary>
    public sealed record OptionName(OccupationalStandard Standard, string Text, ExpressionSyntax Expression, SemanticModel? Model);

    // An analyzer that can report nothing is not run.
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("KSB0000", "Reference", "Reference", "Competency", DiagnosticSeverity.Hidden, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable)];

    /// <summary>What the compilation knows; null where it does not refer to Competency at all.</summary>
    public KnownStandards? Known { get; private set; }

    public IReadOnlyList<TextOfReferences> Texts => [.. _texts.Values.OrderBy(t => t.Expression.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(t => t.Expression.SpanStart)];

    public IReadOnlyList<MemberReference> Members => [.. _members.Values.OrderBy(m => m.Place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(m => m.Place.SourceSpan.Start)];

    public IReadOnlyList<StandardName> Names => [.. _names.Values.OrderBy(n => n.Expression.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(n => n.Expression.SpanStart)];

    public IReadOnlyList<OptionName> Options => [.. _options.Values.OrderBy(n => n.Expression.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(n => n.Expression.SpanStart)];

    /// <summary>Attributes that name a standard, with all that those of the same symbol name.</summary>
    public IReadOnlyDictionary<(SyntaxTree Tree, TextSpan Span), IReadOnlyList<StandardId>> Namings => _namings;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (WellKnownTypes.Of(start.Compilation) is { } types)
            {
                Known = new KnownStandards(start.Compilation, start.Options.AdditionalFiles, start.CancellationToken, others);
                KsbReferenceAnalyzer.Observe(start, types, Known, this);
            }
        });
    }

    public void Text(ISymbol from, string text, KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, ISymbol? api, ExpressionSyntax expression, SemanticModel? model)
    {
        if (references.References.Count > 0)
        {
            _texts.TryAdd((expression.SyntaxTree, expression.Span, string.Join(" ", inForce.Select(s => s.Id))), new TextOfReferences(ConsumerName.Of(from), text, references, inForce, api is { DeclaringSyntaxReferences.Length: 0 }, expression, model));
        }
    }

    public void Standard(string text, ExpressionSyntax expression, SemanticModel? model)
    {
        if (StandardId.TryParse(text, out var id))
        {
            _names.TryAdd((expression.SyntaxTree, expression.Span), new StandardName(id, text, expression, model));
        }
    }

    public void Option(string text, OccupationalStandard standard, ExpressionSyntax expression, SemanticModel? model) =>
        _options.TryAdd((expression.SyntaxTree, expression.Span), new OptionName(standard, text, expression, model));

    public void Member(ISymbol from, IFieldReferenceOperation member, KnownStandards known)
    {
        if (LockedReferences.CodeOf(member, known) is { } of)
        {
            var place = LockedReferences.NameOf(member);
            _members.TryAdd((place.SourceTree!, place.SourceSpan), new MemberReference(ConsumerName.Of(from), of.Code, of.Standard, place));
        }
    }

    public void Comment(ISymbol from, (KsbCode Code, OccupationalStandard Standard) of, Location place) =>
        _members.TryAdd((place.SourceTree!, place.SourceSpan), new MemberReference(ConsumerName.Of(from), of.Code, of.Standard, place) { IsInComment = true });

    public void Naming(ISymbol from, IObjectCreationOperation attribute, IReadOnlyList<OccupationalStandard> together)
    {
        _namings.TryAdd((attribute.Syntax.SyntaxTree, attribute.Syntax.Span), [.. together.Select(s => s.Id).Distinct()]);

        // An attribute of one's own hands its argument on to [ForStandard].
        foreach (var argument in attribute.Arguments)
        {
            if (argument.Value is { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax expression } && argument.ArgumentKind == ArgumentKind.Explicit)
            {
                Standard(text, expression, argument.Value.SemanticModel);
            }
        }
    }
}
