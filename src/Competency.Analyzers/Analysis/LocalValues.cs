using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>What a local variable surely is.</summary>
internal static class LocalValues
{
    /// <summary>The value that a local is declared with, where nothing else is ever assigned to it; else null.</summary>
    public static IOperation? Only(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? initial = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol):
                    initial = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when Is(target.Local):
                case IArgumentOperation { Value: ILocalReferenceOperation passed, Parameter.RefKind: RefKind.Ref or RefKind.Out } when Is(passed.Local):
                    return null;
            }
        }

        return initial;

        bool Is(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }
}
