namespace Competency;

/// <summary>Where a document comes from, and on which terms it can be used.</summary>
sealed partial class PublicationSource
{
    /// <summary>The attribution that the Open Government Licence asks for.</summary>
    public const string OpenGovernmentAttribution = "Contains public sector information licensed under the Open Government Licence v3.0.";

    /// <summary>The SPDX identifier of the Open Government Licence v3.0.</summary>
    public const string OpenGovernmentLicence = "OGL-UK-3.0";

    /// <summary>Who published it, such as <c>Skills England</c>. A document with a publisher is not ours to mend.</summary>
    public string? Publisher { get; init; }

    /// <summary>What was read, such as <c>text of the published page</c>.</summary>
    public string? Document { get; init; }

    /// <summary>The address of what was read.</summary>
    public string? Address { get; init; }

    /// <summary>The copyright line.</summary>
    public string? Copyright { get; init; }

    /// <summary>The licence's SPDX identifier.</summary>
    public string? Licence { get; init; }

    /// <summary>The attribution that the licence asks for.</summary>
    public string? Attribution { get; init; }
}
