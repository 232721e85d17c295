namespace Competency.Interchange.Tests.Pages;

/// <summary>Pages of standards that do not exist, in the layouts that real pages have.</summary>
internal static class SamplePages
{
    /// <summary>Blank lines between rows, "Back to Duty" behind each statement, label and value on one line.</summary>
    public const string Spaced = """
        Kite maker

        Key information

          1. Reference: ST9001
          2. Date updated: 03/04/2024
          3. Level: 3
          4. Route: Creative and design
          5. Regulated occupation: No

        Details of the occupational standard

        Occupation summary

        Kite makers work in lofts.

        They answer to the wind.

        Typical job titles include:

        Kite maker

        Occupation duties

        Duty KSBs

        Duty 1 Cut sails to the pattern.

        K1 K2

        S1

        B1

        Duty 2 Fly what was made.

        K2

        S1 S2

        B1

        K1: How cloth stretches. Back to Duty

        K2: How wind moves. Back to Duty

        S1: Cut cloth. Back to Duty

        S2: Fly a kite Back to Duty

        B1: Be patient. Back to Duty

        Crown copyright © 2024. You may re-use this information (not including logos) free of charge in any format or medium, under the terms of the Open Government Licence.
        """;

    /// <summary>As an apprenticeship's page: more key information, tabs between cells, one code a line, no end marks, sections behind the statements.</summary>
    public const string Apprenticeship = """
        Skip to main content
        We use some essential cookies to make this website work.
        Lantern keeper
        Key information
        Status: Approved for delivery
        Reference: ST9002
        Version: 1.1
        Level: 2
        Typical duration to gateway: 18 months
        Typical EPA period: 3 months
        Maximum funding: £12,000
        Route: Creative and design
        Lars code: 901
        EQA provider: Nobody
        Occupation summary
        Keepers keep lanterns.
        Typical job titles include:
        Lantern keeper
        Lamp lighter
        Entry requirements
        None are set.
        Occupation duties
        Duty	KSBs
        Duty 1 Light lanterns at dusk,
        in every weather.	K1
        K2
        S1
        B1
        Duty 2
        D2 Put them out at dawn.
        K1, K3
        S1-S2
        B1
        KSBs
        Knowledge
        K1: Oils:
        • whale
        • seed
        K2: Wicks, and how
        they are trimmed.
        K3: The hours of dusk.
        Skills
        S1: Light a lantern.
        S2: Trim a wick.
        Behaviours
        B1: Keeps calm:
        • in fog
        • in rain
        Qualifications
        English and Maths
        As the funding rules say.
        Version log
        1.1 Approved for delivery
        Is this webpage useful?
        """;

    /// <summary>Labels and values on lines of their own, a foundation apprenticeship's kinds, no duties.</summary>
    public const string Foundation = """
        Paper folding foundation apprenticeship
        Key information
        Reference:
        FA9003
        Level:
        2
        Date updated
        7 May 2025
        KSBs
        Technical knowledge
        TK1: Sorts of paper.
        TK2: Sorts of fold.
        Technical skills
        TS1: Fold a crane.
        Employability skills and behaviours
        ESB1: Turns up.
        ESB2: Asks.
        """;
}
