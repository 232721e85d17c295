namespace Competency.Rules;

/// <summary>A pathway of the College of Radiographers' accreditation of assistant practitioners.</summary>
public enum AccreditationPathway
{
    /// <summary>Assistant practitioner, level 4 (AP-L4).</summary>
    AssistantPractitionerLevel4,

    /// <summary>Assistant practitioner, level 5 (AP-L5).</summary>
    AssistantPractitionerLevel5,

    /// <summary>Mammography associate, level 4.</summary>
    MammographyAssociateLevel4,
}
