namespace Competency.Tool.Tests;

/// <summary>Sources and documents of a standard that does not exist.</summary>
internal static class Samples
{
    public const string Page = """
        Kite maker
        Key information
        Reference: ST9001
        Level: 3
        Duty 1 Cut sails.
        K1 S1 B1
        K1: Cloth. Back to Duty
        S1: Cut cloth. Back to Duty
        B1: Be patient. Back to Duty
        Crown copyright © 2024. Open Government Licence.
        """;

    public const string Standard = """
        {"document": "competency.standard/1", "reference": "ST9001", "version": "1.2", "title": "Kite maker",
         "duties": [{"number": 1, "text": "Cut sails.", "ksbs": "K1 S1 B1"}],
         "ksbs": [{"code": "K1", "text": "Cloth."}, {"code": "S1", "text": "Cut cloth."}, {"code": "B1", "text": "Be patient."}]}
        """;

    public const string Mapping = """
        {"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "programme",
         "items": [{"id": "m1", "covers": "K1 S1"}, {"id": "m2", "covers": "B1"}]}
        """;

    public const string Role = """
        Sky Careers > Kites
        Kite assistants
        The job
        Hold the string.
        Entry requirements
        None.
        How to apply
        Ask.
        """;

    public static string Record(string reference, string version) =>
        $$"""{"referenceNumber": "{{reference}}", "version": "{{version}}", "title": "Kite maker", "knowledges": [{"knowledgeId": "k", "detail": "Cloth of {{version}}."}]}""";
}
