using System.Text;

namespace Competency.Interchange.Tests.Reading;

public class SourceTextTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-8-mark", "utf-16le", "utf-16be"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_every_encoding_that_says_what_it_is(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-mark" => new UTF8Encoding(true),
            "utf-16le" => new UnicodeEncoding(false, true),
            _ => new UnicodeEncoding(true, true),
        };
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("© К1 – 😀")];
        Assert.True(SourceText.TryDecode(bytes, out var text, out _));
        Assert.Equal("© К1 – 😀", text);
    }

    [Fact]
    public void What_is_no_text_is_said_with_its_byte()
    {
        Assert.False(SourceText.TryDecode([.. "one\ntwo "u8, 0x93, (byte)'x'], out _, out var error));
        Assert.Equal("The file is not UTF-8: the byte 0x93 at offset 8, on line 2, belongs to no character; save the file as UTF-8", error);
        Assert.False(SourceText.TryDecode([0xFF, 0xFE, 0x00, 0xD8], out _, out error));
        Assert.Contains("not UTF-16", error);
        Assert.True(SourceText.TryDecode([], out var empty, out _));
        Assert.Equal("", empty);
    }
}
