using Competency.Documents;

namespace Competency.Testing;

/// <summary>Locks of consumers that were reviewed for a version of the mini standard, and what that version became.</summary>
internal static class Locks
{
    /// <summary>Version 1.1: S1 was withdrawn, S2 is S1, K2 was reworded, and B2 is new.</summary>
    public static string Next { get; } = Republished.Replace("\"1.0\"", "\"1.1\"", StringComparison.Ordinal);

    /// <summary>The same as <see cref="Next"/>, published anew under the old version.</summary>
    public static string Republished => Mini.Document
        .Replace("""{ "code": "S1", "text": "Mend a puncture." },""", "", StringComparison.Ordinal)
        .Replace("\"code\": \"S2\"", "\"code\": \"S1\"", StringComparison.Ordinal)
        .Replace("\"Brakes.\"", "\"Brakes of cars and lorries.\"", StringComparison.Ordinal)
        .Replace("K3, S2", "K3, S1", StringComparison.Ordinal)
        .Replace("K1-K2, S1, B1", "K1-K2, B1-B2", StringComparison.Ordinal)
        .Replace("{ \"code\": \"B1\"", "{ \"code\": \"B2\", \"text\": \"Be on time.\" }, { \"code\": \"B1\"", StringComparison.Ordinal);

    /// <summary>A lock in which consumers were reviewed for ST0001@1.0. A type is named with its assembly, a file with its path.</summary>
    public static string Of(params (string Consumer, string Names)[] reviewed) => Of(Mini.Document, reviewed);

    public static string Of(string standardDocument, params (string Consumer, string Names)[] reviewed)
    {
        var standard = StandardDocument.Read("a", standardDocument).Standard!;
        return LockDocument.Write(new KsbLock(reviewed.Select(r => new LockEntry(
            r.Consumer.Contains(", ", StringComparison.Ordinal) ? LockConsumer.Type(r.Consumer) : LockConsumer.File(r.Consumer),
            r.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.StartsWith("Duty", StringComparison.Ordinal)
                ? LockLine.Of(standard.FindDuty(n[4] - '0')!, standard)
                : LockLine.Of(standard[KsbCode.Parse(n)], standard))))));
    }

    public static string Mapping(string covers, string version = "1.0") =>
        $$"""{ "document": "competency.mapping/1", "standard": "ST0001@{{version}}", "kind": "evidence", "items": [ { "id": "E1", "covers": {{covers}} } ] }""";
}
