using System.Runtime.CompilerServices;

namespace Competency.Text;

/// <summary>How methods that walk over texts character by character are compiled.</summary>
internal static class HotLoop
{
#if COMPETENCY_CORE
    /// <summary>As all others: a program that reads a document or two is sooner done without.</summary>
    public const MethodImplOptions Options = default;
#else
    /// <summary>
    /// Optimised at once (<c>AggressiveOptimization</c>, which netstandard2.0 does not name). A build meets hundreds of documents within the second or
    /// two in which the runtime would still run these loops unoptimised and count their steps: that was half of what the generator cost.
    /// </summary>
    public const MethodImplOptions Options = (MethodImplOptions)512;
#endif
}
