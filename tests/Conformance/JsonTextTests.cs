using System.Text.Json;
using Competency.Documents.Json;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class JsonTextTests
{
    private static readonly string[] Parts =
    [
        "{", "}", "[", "]", ":", ",", "\"a\"", "\"b\"", "\"\\u00e9\\n\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"😀\"", "\"\uD800\"", "\"x\ty\"", "\"\\x\"", "\"", "'a'",
        "0", "-1", "1.5e-3", "01", "1.", "-", ".5", "1e", "true", "false", "null", "nul", "True", " ", "\n", "\r\n", "\t", "\u00A0", "//", "\uFEFF", "\"\u2028\"", "\\",
    ];

    /// <summary>What our reader takes and refuses, and every value in it, is what System.Text.Json says.</summary>
    [Fact]
    public void Agrees_with_System_Text_Json() => Property.Holds(
        Gen.Frequency(
            (1, Gen.Elements(Parts).ListOf().Select(string.Concat)),
            (3, Valid(3)),
            (2, Valid(3).Zip(Gen.Elements(Parts)).Zip(Gen.Choose(0, 60)).Select(m => m.Item1.Item1.Insert(Math.Min(m.Item2, m.Item1.Item1.Length), m.Item1.Item2)))),
        text =>
        {
            var ours = JsonText.Parse(text);
            var theirs = Theirs(text);
            Assert.True((ours.Error is null) == (theirs is not null), $"{text}: ours {ours.Error?.Message ?? "takes it"}");
            if (theirs is { } document)
            {
                AssertSame(document.RootElement, ours.Root!, text);
            }
        },
        times: 3000);

    [Theory]
    [InlineData("{\"a\": 1, \"b\": [true, \"x\\n\"]}")]
    public void Every_value_knows_where_it_stands(string text)
    {
        var root = JsonText.Parse(text).Root!;
        var b = root.Find("b")!;

        Assert.Equal("1", Slice(text, root.Find("a")!.Value.Span));
        Assert.Equal("\"b\"", Slice(text, b.NameSpan));
        Assert.Equal("[true, \"x\\n\"]", Slice(text, b.Value.Span));
        Assert.Equal("\\n", Slice(text, b.Value.Items[1].SpanWithin(new Text.SourceSpan(1, 1))));
    }

    [Theory]
    [InlineData("{\"a\" 1}", 5, "colon")]
    [InlineData("[1,]", 3, "comma too many")]
    [InlineData("{\"a\":1,}", 7, "comma stands before")]
    [InlineData("['a']", 1, "double quotes")]
    [InlineData("[1] 2", 4, "after the end")]
    [InlineData("// x", 0, "no comments")]
    [InlineData("\"ab\ncd\"", 3, "closing quote")]
    [InlineData("[nulll]", 5, "comma or ']'")]
    [InlineData("[Null]", 1, "stands where a value belongs")]
    [InlineData("{\"a\":1,\u00A0\"b\":2}", 7, "U+00A0 stands where a property name in double quotes belongs")]
    [InlineData("[\u200B1]", 1, "U+200B stands where a value belongs")]
    [InlineData("   ", 3, "empty")]
    [InlineData("{", 1, "ends inside an object")]
    public void Says_where_and_why_a_text_is_no_JSON(string text, int at, string message)
    {
        var error = JsonText.Parse(text).Error!;

        Assert.Equal(at, error.Span.Start);
        Assert.InRange(error.Span.End, at, text.Length);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(200_000, false)]
    public void Depth_is_bounded(int depth, bool isTaken) =>
        Assert.Equal(isTaken, JsonText.Parse(new string('[', depth) + new string(']', depth)).Error is null);

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(
        FsCheck.Fluent.ArbMap.Default.ArbFor<string>().Generator.Where(s => s is not null && !s.Any(char.IsSurrogate)),
        text => JsonText.Parse(new JsonWriter().StartObject().Member("a", text).EndObject().ToString()).Root!.Find("a")!.Value.Text == text);

    private static FsCheck.Gen<string> Valid(int depth)
    {
        var scalar = Gen.Elements("0", "-12", "3.25", "1e9", "true", "false", "null", "\"\"", "\"a b\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0041\\u20ac\"", "\"\\ud83d\\ude00 x\"", "\"é 😀 \u00A0\"");
        return depth == 0 ? scalar : Gen.Frequency(
            (2, scalar),
            (1, Valid(depth - 1).ListOf().Select(items => "[" + string.Join(" , ", items) + "]")),
            (1, Valid(depth - 1).ListOf().Select(items => "{" + string.Join(",\n", items.Select((v, i) => $"\"k{i}\" :{v}")) + "}")));
    }

    private static JsonDocument? Theirs(string text)
    {
        try
        {
            // A byte order mark and lone surrogates are matters of encoding, which System.Text.Json judges elsewhere.
            var document = JsonDocument.Parse(text.StartsWith('\uFEFF') ? text[1..] : text, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
            return HasLoneSurrogate(text) || HasLoneSurrogate(document.RootElement) ? null : document;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException) when (HasLoneSurrogate(text))
        {
            return null;
        }
    }

    private static bool HasLoneSurrogate(string text) =>
        text.Where((c, i) => char.IsHighSurrogate(c) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]) : char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))).Any();

    private static bool HasLoneSurrogate(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => HasLoneSurrogate(element.GetString()!),
                JsonValueKind.Array => element.EnumerateArray().Any(HasLoneSurrogate),
                JsonValueKind.Object => element.EnumerateObject().Any(p => HasLoneSurrogate(p.Name) || HasLoneSurrogate(p.Value)),
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void AssertSame(JsonElement theirs, JsonValue ours, string text)
    {
        switch (theirs.ValueKind)
        {
            case JsonValueKind.Array:
                Assert.Equal(JsonKind.Array, ours.Kind);
                Assert.Equal(theirs.GetArrayLength(), ours.Items.Count);
                foreach (var (item, index) in theirs.EnumerateArray().Select((e, i) => (e, i)))
                {
                    AssertSame(item, ours.Items[index], text);
                }

                break;
            case JsonValueKind.Object:
                Assert.Equal(theirs.EnumerateObject().Select(p => p.Name), ours.Members.Select(m => m.Name));
                foreach (var (property, index) in theirs.EnumerateObject().Select((e, i) => (e, i)))
                {
                    AssertSame(property.Value, ours.Members[index].Value, text);
                }

                break;
            case JsonValueKind.String:
                Assert.Equal((JsonKind.String, theirs.GetString()), (ours.Kind, ours.Text));
                break;
            default:
                Assert.Equal(theirs.GetRawText(), ours.Text);
                break;
        }
    }

    private static string Slice(string text, Text.SourceSpan span) => text.Substring(span.Start, span.Length);
}
