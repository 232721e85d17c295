namespace Competency.Tool;

/// <summary>What the command says to the script that called it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing worse than a warning was found.</summary>
    public const int Clean = 0;

    /// <summary>Something is wrong with a document or a source.</summary>
    public const int Findings = 1;

    /// <summary>The command line says what the command cannot do.</summary>
    public const int Usage = 2;

    /// <summary>A file is missing, cannot be read or is not text, or the result cannot be written.</summary>
    public const int Unreadable = 3;

    /// <summary>Of two outcomes the one that matters more to a script.</summary>
    public static int Worse(int left, int right) => Math.Max(left, right);
}
