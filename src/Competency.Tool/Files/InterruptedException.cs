using System.Runtime.InteropServices;

namespace Competency.Tool.Files;

/// <summary>A signal asked the command to end while it wrote files.</summary>
/// <param name="signal">The signal.</param>
/// <param name="what">What became of the files, for people.</param>
internal sealed class InterruptedException(PosixSignal signal, string what) : Exception($"Interrupted ({signal}): {what}")
{
    private static readonly Dictionary<PosixSignal, int> Numbers = new()
    {
        [PosixSignal.SIGHUP] = 1,
        [PosixSignal.SIGINT] = 2,
        [PosixSignal.SIGQUIT] = 3,
        [PosixSignal.SIGTERM] = 15,
    };

    /// <summary>The signals that ask a program to end.</summary>
    public static IEnumerable<PosixSignal> Signals => Numbers.Keys;

    /// <summary>Whether the message was shown already.</summary>
    public bool IsTold { get; init; }

    /// <summary>The exit code that shells give a program which the signal ended: 130 for Ctrl+C.</summary>
    public int ExitCode => 128 + Numbers[signal];
}
