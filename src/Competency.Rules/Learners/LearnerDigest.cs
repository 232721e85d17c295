using Competency.Documents.Json;
using Competency.Versions;

namespace Competency.Rules;

/// <summary>The fingerprint of all that is known of a learner. The order in which it was entered is nothing that is known: a database gives its rows in any.</summary>
internal static class LearnerDigest
{
    /// <summary>The fingerprint: 16 hexadecimal digits.</summary>
    public static string Of(Learner learner)
    {
        var text = LearnerDocument.Write([learner]);
        return Fingerprint.OfContent(Sorted(JsonText.Parse(text).Root!, text));
    }

    /// <summary>A value as text in which the items of every list stand in one order, whatever theirs was.</summary>
    private static string Sorted(JsonValue value, string text) => value.Kind switch
    {
        JsonKind.Object => $"{{{string.Join(',', value.Members.Select(m => $"\"{m.Name}\":{Sorted(m.Value, text)}"))}}}",
        JsonKind.Array => $"[{string.Join(',', value.Items.Select(i => Sorted(i, text)).Order(StringComparer.Ordinal))}]",
        _ => text.Substring(value.Span.Start, value.Span.Length),
    };
}
