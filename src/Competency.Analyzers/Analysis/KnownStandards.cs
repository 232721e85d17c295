using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Competency.Documents;
using Microsoft.CodeAnalysis;

namespace Competency.Analysis;

/// <summary>The standards that a compilation knows: its own documents, and those that the types of referenced assemblies carry.</summary>
internal sealed class KnownStandards
{
    private const string CoreAssembly = "Competency.Core";
    private const string CarrierName = "StandardDocumentAttribute";

    // Metadata references outlive compilations: in an editor each assembly is read once, not at every keystroke.
    private static readonly ConditionalWeakTable<MetadataReference, IReadOnlyList<(bool IsPublic, OccupationalStandard Standard)>> OfReference = new();

    // The generator's output is kept from one compilation to the next, and with it the very string that its attribute holds.
    private static readonly ConditionalWeakTable<string, StandardDocument> OfText = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, OccupationalStandard?> _ofType = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly IEnumerable<AdditionalText> _files;
    private readonly Lazy<StandardCatalogue> _catalogue;

    /// <summary>The standards of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="files">Its additional files.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <param name="others">Standards that are known beside them.</param>
    public KnownStandards(Compilation compilation, IEnumerable<AdditionalText> files, CancellationToken cancel, IReadOnlyList<OccupationalStandard>? others = null)
    {
        _compilation = compilation;
        _files = files;
        _catalogue = new Lazy<StandardCatalogue>(() => new StandardCatalogue(OwnDocuments(cancel).Select(d => d.Standard!).Concat(Referenced()).Concat(others ?? [])));
    }

    /// <summary>All of them; read when first asked for.</summary>
    public StandardCatalogue Catalogue => _catalogue.Value;

    /// <summary>The readable documents of the project itself.</summary>
    public IEnumerable<StandardDocument> OwnDocuments(CancellationToken cancel) =>
        _files.Where(DocumentCache.IsStandard)
            .Select(file => DocumentCache.Standard(file, cancel))
            .Where(document => document is { Standard: not null, IsWhole: true })
            .Select(document => document!);

    /// <summary>The standards of referenced assemblies.</summary>
    public IEnumerable<OccupationalStandard> Referenced()
    {
        foreach (var reference in _compilation.References)
        {
            if (_compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && UsesCore(assembly))
            {
                var seesInternals = assembly.GivesAccessTo(_compilation.Assembly);
                foreach (var (isPublic, standard) in OfReference.GetValue(reference, _ => Carried(assembly)))
                {
                    if (isPublic || seesInternals)
                    {
                        yield return standard;
                    }
                }
            }
        }
    }

    /// <summary>The types that carry a standard: of the compilation itself, then those that it sees of other assemblies.</summary>
    public IEnumerable<INamedTypeSymbol> TypesOf(StandardId id) =>
        TypesOf(_compilation.Assembly.GlobalNamespace)
            .Concat(_compilation.References
                .Select(_compilation.GetAssemblyOrModuleSymbol)
                .OfType<IAssemblySymbol>()
                .Where(UsesCore)
                .SelectMany(a => TypesOf(a.GlobalNamespace).Where(t => t.DeclaredAccessibility == Accessibility.Public || a.GivesAccessTo(_compilation.Assembly))))
            .Where(t => Of(t)?.Id == id);

    /// <summary>The standard that a generated type carries, or null.</summary>
    public OccupationalStandard? Of(ITypeSymbol? type) => type is INamedTypeSymbol named ? _ofType.GetOrAdd(named, Read) : null;

    private static bool UsesCore(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == CoreAssembly));

    private static IReadOnlyList<(bool IsPublic, OccupationalStandard Standard)> Carried(IAssemblySymbol assembly) =>
        TypesOf(assembly.GlobalNamespace)
            .Select(type => (IsPublic: type.DeclaredAccessibility == Accessibility.Public, Standard: Read(type)))
            .Where(carried => carried.Standard is not null)
            .Select(carried => (carried.IsPublic, carried.Standard!))
            .ToArray();

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol ns) =>
        ns.GetTypeMembers().Concat(ns.GetNamespaceMembers().SelectMany(TypesOf));

    private static OccupationalStandard? Read(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: CarrierName } carrier && carrier.ContainingNamespace.ToDisplayString() == "Competency"
                && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is string document)
            {
                return OfText.GetValue(document, static text => StandardDocument.Read("", text)).Standard;
            }
        }

        return null;
    }
}
