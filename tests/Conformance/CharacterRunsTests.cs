using Competency.Text;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class CharacterRunsTests
{
    private static readonly string[] Parts = ["a", "plain words and 37 digits, more than one register holds; ", "~", " ", "\"", "\\", "\n", "\r", "\t", "\u001F", "\u007F", "é", "\uD7FF", "\uD800", "\uDFFF", "😀", "\uE000", "\uF0B7", "\uFEFF", "\uFFFF"];

    /// <summary>The means of the running program and those of the compiler host find what one character after the other says.</summary>
    [Fact]
    public void End_where_a_character_ends_them() => Property.Holds(
        Gen.Elements(Parts).ListOf().Select(string.Concat).Zip(Gen.Choose(0, 80)),
        sample =>
        {
            var text = sample.Item1;
            var start = Math.Min(sample.Item2, text.Length);
            Assert.Equal(First(text, start, c => c is '\n' or '\r'), CharacterRuns.NextLineEnd(text, start));
            Assert.Equal(First(text, start, c => c is < ' ' or > '~' or '"' or '\\'), CharacterRuns.EndOfPlainAscii(text, start));
            Assert.Equal(First(text, start, c => c < ' ' || c is '"' or '\\' || char.IsSurrogate(c)), CharacterRuns.EndOfPlainString(text, start));
        },
        times: 2000);

    private static int First(string text, int start, Func<char, bool> ends)
    {
        var at = start;
        while (at < text.Length && !ends(text[at]))
        {
            at++;
        }

        return at;
    }
}
