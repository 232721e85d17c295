namespace Competency.Rules;

/// <summary>What came of making a written report again.</summary>
public enum VerificationOutcome
{
    /// <summary>The report comes out the same, byte for byte.</summary>
    SameBytes,

    /// <summary>Policy, standard and facts are the same, and so are every verdict, its dates and its facts; only the format differs, or words where an earlier version of the engine made it, which <see cref="ReportVerification.OtherWords"/> names.</summary>
    SameVerdicts,

    /// <summary>Something else is different: see <see cref="ReportVerification.Differences"/>.</summary>
    Different,

    /// <summary>The text is no report that can be read: see <see cref="ReportVerification.Findings"/>.</summary>
    Unreadable,
}
