using Competency.Findings;
using Microsoft.CodeAnalysis;

namespace Competency.Analysis;

/// <summary>What a rule must not read: listed in docs/rules/KSB4007.md, and nothing else.</summary>
internal static class OutsideSources
{
    /// <summary>Types of which every member counts, those that derive from them included.</summary>
    private static readonly Dictionary<string, OutsideSource> Types = new(StringComparer.Ordinal)
    {
        ["System.TimeProvider"] = OutsideSource.Clock,
        ["System.Diagnostics.Stopwatch"] = OutsideSource.Clock,
        ["System.Random"] = OutsideSource.Chance,
        ["System.HashCode"] = OutsideSource.Chance,
        ["System.Security.Cryptography.RandomNumberGenerator"] = OutsideSource.Chance,
        ["System.Environment"] = OutsideSource.Environment,
        ["System.AppContext"] = OutsideSource.Environment,
        ["System.AppDomain"] = OutsideSource.Environment,
        ["System.Console"] = OutsideSource.Environment,
        ["System.OperatingSystem"] = OutsideSource.Environment,
        ["System.Runtime.InteropServices.RuntimeInformation"] = OutsideSource.Environment,
        ["System.Diagnostics.Process"] = OutsideSource.Environment,
        ["System.IO.File"] = OutsideSource.Environment,
        ["System.IO.Directory"] = OutsideSource.Environment,
        ["System.IO.FileSystemInfo"] = OutsideSource.Environment,
        ["System.IO.DriveInfo"] = OutsideSource.Environment,
        ["System.IO.FileStream"] = OutsideSource.Environment,
        ["System.IO.StreamReader"] = OutsideSource.Environment,
        ["System.IO.StreamWriter"] = OutsideSource.Environment,
        ["System.Net.Dns"] = OutsideSource.Environment,
        ["System.Net.WebRequest"] = OutsideSource.Environment,
        ["System.Net.WebClient"] = OutsideSource.Environment,
        ["System.Net.Http.HttpMessageInvoker"] = OutsideSource.Environment,
        ["System.Net.Sockets.Socket"] = OutsideSource.Environment,
        ["System.Net.Sockets.TcpClient"] = OutsideSource.Environment,
        ["System.Net.Sockets.UdpClient"] = OutsideSource.Environment,
        ["System.Data.Common.DbConnection"] = OutsideSource.Environment,
        ["System.Data.Common.DbCommand"] = OutsideSource.Environment,
        ["System.Threading.AsyncLocal"] = OutsideSource.State,
        ["System.Threading.ThreadLocal"] = OutsideSource.State,
    };

    /// <summary>Single members of types whose others are harmless.</summary>
    private static readonly Dictionary<string, OutsideSource> Members = new(StringComparer.Ordinal)
    {
        ["System.DateTime.Now"] = OutsideSource.Clock,
        ["System.DateTime.UtcNow"] = OutsideSource.Clock,
        ["System.DateTime.Today"] = OutsideSource.Clock,
        ["System.DateTimeOffset.Now"] = OutsideSource.Clock,
        ["System.DateTimeOffset.UtcNow"] = OutsideSource.Clock,
        ["System.Guid.NewGuid"] = OutsideSource.Chance,
        ["System.Guid.CreateVersion7"] = OutsideSource.Chance,
        ["System.String.GetHashCode"] = OutsideSource.Chance,
        ["System.Object.GetHashCode"] = OutsideSource.Chance,
        ["System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode"] = OutsideSource.Chance,
        ["System.IO.Path.GetRandomFileName"] = OutsideSource.Chance,
        ["System.IO.Path.GetTempFileName"] = OutsideSource.Environment,
        ["System.IO.Path.GetTempPath"] = OutsideSource.Environment,
        ["System.IO.Path.GetFullPath"] = OutsideSource.Environment,
        ["System.IO.Path.Exists"] = OutsideSource.Environment,
        ["System.TimeZoneInfo.Local"] = OutsideSource.Environment,
        ["System.DateTime.ToLocalTime"] = OutsideSource.Environment,
        ["System.DateTime.ToUniversalTime"] = OutsideSource.Environment,
        ["System.DateTimeOffset.ToLocalTime"] = OutsideSource.Environment,
        ["System.DateTimeOffset.LocalDateTime"] = OutsideSource.Environment,
        ["System.Globalization.CultureInfo.CurrentCulture"] = OutsideSource.Environment,
        ["System.Globalization.CultureInfo.CurrentUICulture"] = OutsideSource.Environment,
        ["System.Globalization.RegionInfo.CurrentRegion"] = OutsideSource.Environment,
        ["System.Threading.Thread.CurrentThread"] = OutsideSource.Environment,
    };

    /// <summary>Every name, for the page that lists them.</summary>
    public static IEnumerable<string> Names => Types.Keys.Concat(Members.Keys);

    /// <summary>What a member reads; null where it reads nothing of the kind.</summary>
    public static OutsideSource? Of(ISymbol member)
    {
        if (member.ContainingType is not { } type || member is IFieldSymbol { IsConst: true })
        {
            return null;
        }

        if (Members.TryGetValue($"{NameOf(type)}.{member.Name}", out var source))
        {
            return source;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Types.TryGetValue(NameOf(at), out source))
            {
                return source;
            }
        }

        return IsState(member) ? OutsideSource.State : null;
    }

    /// <summary>Whether a member is a static field that can be set, or a static property that is one; of another assembly's property nobody sees what it sets.</summary>
    private static bool IsState(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true, IsReadOnly: false } => true,
        IPropertySymbol { IsStatic: true, SetMethod: { IsInitOnly: false } } property => property.DeclaringSyntaxReferences.IsEmpty || property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property)),
        _ => false,
    };

    private static string NameOf(INamedTypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";
}
