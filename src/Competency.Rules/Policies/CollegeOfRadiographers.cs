namespace Competency.Rules;

/// <summary>
/// Accreditation of assistant practitioners in imaging by the College of Radiographers, as relaunched in 2023: by an approved course, or by
/// evidence of continuing professional development after a course that is not approved; to be renewed every two years.
/// </summary>
/// <remarks>
/// It asks certificates and counted activities, no KSBs: the policies can be used with any standard. What the curriculum framework asks of
/// knowledge and skills is the College's to judge.
/// </remarks>
public static class CollegeOfRadiographers
{
    private const string Version = "1";

    /// <summary>The relaunched scheme.</summary>
    public static Citation Scheme { get; } = new("Accreditation of assistant practitioners, relaunched 2023 (5 February 2024)", "Society and College of Radiographers", Certainty.OfficialText);

    /// <summary>Accreditation of continuing professional development: older and undated.</summary>
    public static Citation Development { get; } = new("CPD accreditation of assistant practitioners (undated)", "Society and College of Radiographers", Certainty.Secondary);

    /// <summary>How many calendar months an accreditation lasts.</summary>
    public static int ValidForMonths => 24;

    /// <summary>How many activities of continuing professional development are asked in two years. Certainty B.</summary>
    public static int LeastActivities => 12;

    /// <summary>How many outcomes the activities are to show. Certainty B.</summary>
    public static int Outcomes => 6;

    /// <summary>The number of activities of continuing professional development in the two years before the day from which it holds.</summary>
    public static Fact<decimal> Activities { get; } = Fact.Number("cpd-activities", "number of CPD activities in two years");

    /// <summary>The number of the scheme's outcomes that those activities show.</summary>
    public static Fact<decimal> OutcomesShown { get; } = Fact.Number("cpd-outcomes", "number of outcomes that the CPD activities show");

    /// <summary>How certificates name an approved course of a pathway.</summary>
    public static string ApprovedCourse(AccreditationPathway pathway) => $"approved course {Name(pathway)}";

    /// <summary>How certificates name a course of a pathway that is not approved.</summary>
    public static string OtherCourse(AccreditationPathway pathway) => $"course {Name(pathway)}";

    /// <summary>How certificates name the accreditation of a pathway.</summary>
    public static string Accredited(AccreditationPathway pathway) => $"accreditation {Name(pathway)}";

    /// <summary>Whether somebody can be accredited for the first time.</summary>
    public static ReadinessPolicy Accreditation(AccreditationPathway pathway) => new(
        $"college-of-radiographers-{Name(pathway)}",
        $"Accreditation by the College of Radiographers, {Name(pathway)}",
        Version,
        Require.AnyOf("route", "An approved course is completed, or a course that is not approved and CPD",
            Require.Certificate("approved-course", ApprovedCourse(pathway)).RestingOn(RequirementBasis.Standard, Scheme),
            Require.AllOf("other-route", "A course that is not approved is completed, and CPD shows the rest",
                Require.Certificate("other-course", OtherCourse(pathway)).RestingOn(RequirementBasis.Standard, Scheme),
                ContinuingDevelopment()).RestingOn(RequirementBasis.Standard, Scheme)).RestingOn(RequirementBasis.Standard, Scheme))
    {
        NotJudged = ["Whether the CPD came after a course that is not approved: the facts say how much there is, and not when each activity was", "Whether knowledge, skills and achievement are at the level of the curriculum framework: that is for the College"],
    };

    /// <summary>Whether an accreditation is in force: it lasts two years, and a report calls for the renewal before its end.</summary>
    /// <param name="pathway">The pathway.</param>
    /// <param name="renewWithinMonths">How many calendar months before the end the report calls for the renewal, 1 to 23; null for never.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of months is not one of these, or there is no such pathway.</exception>
    public static ReadinessPolicy Renewal(AccreditationPathway pathway, int? renewWithinMonths = 3) => new(
        $"college-of-radiographers-{Name(pathway)}-renewal",
        $"Accreditation by the College of Radiographers in force, {Name(pathway)}",
        Version,
        Require.Attention("in-force-with-cpd", "The accreditation is in force, and CPD for its renewal is to be recorded",
            Require.Certificate("in-force", Accredited(pathway), validForMonths: ValidForMonths, renewWithinMonths: (int?)Bounded.Number(renewWithinMonths, 1, ValidForMonths - 1, nameof(renewWithinMonths))).RestingOn(RequirementBasis.Standard, Scheme),
            ContinuingDevelopment()).RestingOn(RequirementBasis.Standard, Scheme))
    {
        NotJudged = ["Whether the College accepts the activities", "Whether the activities lie within this accreditation: a number of them counts for two years from its day, whenever accreditation began"],
    };

    private static QuantifiedRequirement ContinuingDevelopment() => Require.AllOf("cpd", "CPD is evidenced",
        Require.Fact("cpd-activities", Activities, atLeast: LeastActivities, notOlderThanMonths: ValidForMonths).RestingOn(RequirementBasis.Standard, Development),
        Require.Fact("cpd-outcomes", OutcomesShown, atLeast: Outcomes, notOlderThanMonths: ValidForMonths).RestingOn(RequirementBasis.Standard, Development)).RestingOn(RequirementBasis.Standard, Development);

    private static string Name(AccreditationPathway pathway) => pathway switch
    {
        AccreditationPathway.AssistantPractitionerLevel4 => "AP-L4",
        AccreditationPathway.AssistantPractitionerLevel5 => "AP-L5",
        AccreditationPathway.MammographyAssociateLevel4 => "Mammography Associate-L4",
        _ => throw new ArgumentOutOfRangeException(nameof(pathway), pathway, "No such pathway."),
    };
}
