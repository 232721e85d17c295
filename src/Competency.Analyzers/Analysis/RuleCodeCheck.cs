using Competency.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Competency.Analysis;

/// <summary>
/// KSB4007: a rule in code, by lambda or by method, that reads what is not given to it, itself or through methods of the same compilation.
/// Interfaces, delegates and other assemblies are not followed.
/// </summary>
internal sealed class RuleCodeCheck(RuleTypes rules)
{
    private const int MaxDepth = 8;

    public void Delegate(OperationAnalysisContext context)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (!rules.IsRuleInCode(creation.Type))
        {
            return;
        }

        var reader = new Reader(rules, context);
        switch (creation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                reader.Read(lambda.Body, place: null, through: null, depth: 0);
                reader.Writes(lambda);
                break;
            case IMethodReferenceOperation method:
                reader.Follow(method.Method, method.Syntax, through: null, depth: 0);
                break;
        }
    }

    /// <summary>Reads one rule. Everything is told within the rule itself: where it reads, or where it calls what reads.</summary>
    private sealed class Reader(RuleTypes rules, OperationAnalysisContext context)
    {
        // How deep each was followed from: from nearer by, more of what it calls is reached.
        private readonly Dictionary<ISymbol, int> _followed = new(SymbolEqualityComparer.Default);
        private readonly HashSet<(SyntaxNode Place, OutsideSource Source)> _told = [];

        public void Read(IOperation body, SyntaxNode? place, string? through, int depth)
        {
            // What stands in the body is read with it, and not once more where it is called.
            foreach (var local in body.Descendants().OfType<ILocalFunctionOperation>())
            {
                _followed[local.Symbol] = 0;
            }

            var waiting = new Stack<IOperation>([body]);
            while (waiting.Count > 0)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var operation = waiting.Pop();
                if (operation is INameOfOperation || (operation is IDelegateCreationOperation creation && rules.IsRuleInCode(creation.Type)))
                {
                    // A name alone, and a rule in code that is read by itself.
                    continue;
                }

                var isTold = IsTold(operation, place, through, depth);
                foreach (var part in operation.ChildOperations.Reverse())
                {
                    // Random.Shared.Next() is one mistake and not two.
                    if (!isTold || part != Instance(operation))
                    {
                        waiting.Push(part);
                    }
                }
            }
        }

        /// <summary>Tells where a lambda counts on from one learner to the next: what it sets stands around it, or belongs to the object that made it.</summary>
        public void Writes(IAnonymousFunctionOperation lambda)
        {
            foreach (var target in lambda.Body.Descendants().Select(Written).OfType<IOperation>())
            {
                ISymbol? state = target switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } member => member.Member,
                    _ => null,
                };
                if (state is not null && !state.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(d.Span)))
                {
                    Tell(OutsideSource.State, state, target.Syntax, through: null);
                }
            }
        }

        private static IOperation? Written(IOperation operation) => operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            _ => null,
        };

        /// <summary>Tells of an operation that reads what it must not, and follows one that calls a method.</summary>
        private bool IsTold(IOperation operation, SyntaxNode? place, string? through, int depth)
        {
            if (Named(operation) is not { } member)
            {
                return false;
            }

            if (OutsideSources.Of(member) is { } source)
            {
                Tell(source, member, place ?? operation.Syntax, through);
                return true;
            }

            if (Body(member) is { } method)
            {
                Follow(method, place ?? operation.Syntax, through, depth);
            }

            if (member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } && IsToFollow(member, depth))
            {
                // What it began with once, it says ever after, differently in each process.
                FollowInitializer(member, place ?? operation.Syntax, through ?? Name(member), depth);
            }

            return false;
        }

        /// <summary>What runs before the body of a constructor that calls no other of its type: what fields and properties begin with.</summary>
        private void FollowInitializers(IMethodSymbol constructor, SyntaxNode place, string? through, int depth)
        {
            foreach (var member in constructor.ContainingType.GetMembers().Where(m => !m.IsStatic && m is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol))
            {
                FollowInitializer(member, place, through ?? Name(constructor), depth);
            }
        }

        private void FollowInitializer(ISymbol member, SyntaxNode place, string through, int depth)
        {
            foreach (var declaration in member.DeclaringSyntaxReferences)
            {
                var initializer = declaration.GetSyntax(context.CancellationToken) switch
                {
                    VariableDeclaratorSyntax field => field.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (initializer is not null)
                {
                    ReadAt(initializer, place, through, depth);
                }
            }
        }

        /// <summary>Whether a member of this compilation was not followed from here, or nearer by, before.</summary>
        private bool IsToFollow(ISymbol member, int depth)
        {
            if (depth >= MaxDepth || !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, context.Compilation.Assembly) || (_followed.TryGetValue(member, out var before) && before <= depth))
            {
                return false;
            }

            _followed[member] = depth;
            return true;
        }

        private void ReadAt(SyntaxNode syntax, SyntaxNode place, string? through, int depth)
        {
#pragma warning disable RS1030 // Only where a rule is given as code, and for the few members that it calls: no operation action comes with their bodies in hand.
            var body = context.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, context.CancellationToken);
#pragma warning restore RS1030
            if (body is not null)
            {
                Read(body, place, through, depth + 1);
            }
        }

        public void Follow(IMethodSymbol method, SyntaxNode place, string? through, int depth)
        {
            var definition = (method.ReducedFrom ?? method).OriginalDefinition;
            definition = definition.PartialImplementationPart ?? definition;
            if (definition.IsAbstract || !IsToFollow(definition, depth))
            {
                return;
            }

            if (definition.MethodKind == MethodKind.Constructor)
            {
                FollowInitializers(definition, place, through, depth);
                if (definition.IsImplicitlyDeclared && definition.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) is { } ofBase)
                {
                    // What nobody wrote calls that of the base.
                    Follow(ofBase, place, through ?? Name(definition), depth + 1);
                }
            }

            foreach (var declaration in definition.DeclaringSyntaxReferences)
            {
                ReadAt(declaration.GetSyntax(context.CancellationToken), place, through ?? Name(method), depth);
            }
        }

        private void Tell(OutsideSource source, ISymbol member, SyntaxNode place, string? through)
        {
            if (_told.Add((place, source)))
            {
                var problem = RuleCheck.ReadsEnvironment(source, Name(member), through);
                context.ReportDiagnostic(FindingDiagnostics.Create(problem.Descriptor, place.GetLocation(), problem.Severity, problem.Message, suggestion: null));
            }
        }

        private static ISymbol? Named(IOperation operation) => operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation field => field.Field,
            IMethodReferenceOperation method => method.Method,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            IConversionOperation conversion => conversion.OperatorMethod,
            ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
            IIncrementOrDecrementOperation step => step.OperatorMethod,
            IRecursivePatternOperation pattern => pattern.DeconstructSymbol,
            IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } => model.GetDeconstructionInfo(syntax).Method,
            _ => null,
        };

        private static IOperation? Instance(IOperation operation) => operation switch
        {
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation member => member.Instance,
            _ => null,
        };

        private static IMethodSymbol? Body(ISymbol member) => member switch
        {
            IMethodSymbol method => method,
            IPropertySymbol property => property.GetMethod,
            _ => null,
        };

        private static string Name(ISymbol member) => member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"new {constructor.ContainingType.Name}",
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => local.Name,
            IMethodSymbol { AssociatedSymbol: { } property } => Name(property),
            ILocalSymbol or IParameterSymbol => member.Name,
            _ => $"{member.ContainingType.Name}.{member.Name}",
        };
    }
}
