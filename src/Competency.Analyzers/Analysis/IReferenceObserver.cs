using Competency.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>Is shown every reference to KSBs that the analyzers see in a compilation, from several threads.</summary>
internal interface IReferenceObserver
{
    /// <summary>A constant string of references.</summary>
    /// <param name="from">The member in which it stands.</param>
    /// <param name="text">The string.</param>
    /// <param name="references">What it refers to.</param>
    /// <param name="inForce">The standards in force there.</param>
    /// <param name="api">The parameter, property or field that it goes to, where that itself says which standard is in force; else null.</param>
    /// <param name="expression">The expression that has the string for its value.</param>
    /// <param name="model">The model of its file.</param>
    void Text(ISymbol from, string text, KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, ISymbol? api, ExpressionSyntax expression, SemanticModel? model);

    /// <summary>A constant string that names the standard in force.</summary>
    void Standard(string text, ExpressionSyntax expression, SemanticModel? model);

    /// <summary>A constant string that names an option.</summary>
    /// <param name="text">The string.</param>
    /// <param name="standard">The standard that the attribute beside it names.</param>
    /// <param name="expression">The expression that has the string for its value.</param>
    /// <param name="model">The model of its file.</param>
    void Option(string text, OccupationalStandard standard, ExpressionSyntax expression, SemanticModel? model);

    /// <summary>A constant of an enum, which can be a generated one.</summary>
    void Member(ISymbol from, IFieldReferenceOperation member, KnownStandards known);

    /// <summary>A member of a generated enum that a documentation comment names.</summary>
    void Comment(ISymbol from, (KsbCode Code, OccupationalStandard Standard) of, Location place);

    /// <summary>A <c>[ForStandard]</c>, or an attribute derived from it.</summary>
    /// <param name="from">What it stands on.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="together">The known standards that all attributes of the kind on the same symbol name.</param>
    void Naming(ISymbol from, IObjectCreationOperation attribute, IReadOnlyList<OccupationalStandard> together);
}
