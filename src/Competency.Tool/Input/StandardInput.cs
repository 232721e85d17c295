using System.Runtime.InteropServices;

namespace Competency.Tool.Input;

/// <summary>Standard input, which the caller can have closed.</summary>
internal static class StandardInput
{
    // The same numbers wherever there is fcntl.
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Opens the stream.</summary>
    /// <exception cref="IOException">The caller closed it.</exception>
    public static Stream Open() => IsClosed() ? throw new IOException("It is closed.") : Console.OpenStandardInput();

    /// <summary>
    /// Whether the caller closed it. The runtime takes the free descriptor for a pipe of its own long before Main, and to read that is to wait for ever. But what a
    /// program is started with came over <c>exec</c>, so that it is not marked to be closed there; and all that the runtime opens is.
    /// </summary>
    private static bool IsClosed()
    {
        if (OperatingSystem.IsWindows())
        {
            // A handle that is not there is an empty stream.
            return false;
        }

        try
        {
            var flags = DescriptorFlags(descriptor: 0, GetFlags);
            return flags < 0 || (flags & CloseOnExec) != 0;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // A system whose library has another name: nobody can say.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int DescriptorFlags(int descriptor, int command);
}
