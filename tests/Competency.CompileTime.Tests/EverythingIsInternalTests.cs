using Competency.Documents;

namespace Competency.CompileTime.Tests;

public class EverythingIsInternalTests
{
    [Fact]
    public void Nothing_of_the_compiler_hosts_build_is_public() =>
        Assert.Empty(typeof(StandardDocument).Assembly.GetExportedTypes());

    [Fact]
    public void It_needs_nothing_but_netstandard() =>
        Assert.Equal(["netstandard"], typeof(StandardDocument).Assembly.GetReferencedAssemblies().Select(a => a.Name));
}
