namespace Competency.Testing;

/// <summary>A standard small enough to read in a test.</summary>
internal static class Mini
{
    public static string Document { get; } = With();

    /// <summary>Duty 2 is that of an option, "Gears"; there is another, "Bells"; duty 3 maps nothing.</summary>
    public static string WithOptions { get; } = Document
        .Replace("\"duties\": [", "\"options\": [ { \"id\": \"gears\", \"title\": \"Gears\" }, { \"id\": \"bells\", \"title\": \"Bells\" } ],\n  \"duties\": [", StringComparison.Ordinal)
        .Replace("\"text\": \"Explain things.\", ", "\"text\": \"Explain things.\", \"options\": [\"gears\"], ", StringComparison.Ordinal);

    public static string With(string reference = "ST0001", string version = "1.0", string typeName = "Mini", string skill = "Mend a puncture.") => $$"""
        {
          "document": "competency.standard/1",
          "reference": "{{reference}}",
          "version": "{{version}}",
          "typeName": "{{typeName}}",
          "title": "Mini mechanic",
          "duties": [
            { "number": 1, "text": "Mend things.", "ksbs": "K1-K2, S1, B1" },
            { "number": 2, "text": "Explain things.", "ksbs": "K3, S2" }
          ],
          "ksbs": [
            { "code": "K1", "text": "Tyres & tubes." },
            { "code": "K2", "text": "Brakes." },
            { "code": "K3", "text": "Gears." },
            { "code": "S1", "text": "{{skill}}" },
            { "code": "S2", "text": "Adjust a brake." },
            { "code": "B1", "text": "Be careful." }
          ]
        }
        """;
}
