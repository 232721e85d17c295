using System.Text;
using Competency.Text;
using FsCheck.Fluent;

namespace Competency.Interchange.Tests.Records;

/// <summary>A stream of records is imported as the whole text is, with the same places, however its bytes come in.</summary>
[Collection(nameof(Alone))]
public class RecordStreamTests
{
    private const string Two = """
        [
          {"referenceNumber": "ST9001", "version": "1.0", "title": "Kite maker", "knowledges": [{"knowledgeId": "k", "detail": "Clöth 🪁."}], "extra": {"version": "7.7"}},
          {"referenceNumber": "ST9001", "version": "1.1", "title": "Kite maker", "knowledges": [{"knowledgeId": "k", "detail": "Cloth."}], "more": 1}
        ]
        """;

    [Fact]
    public void The_published_records_come_as_from_the_whole_text()
    {
        var records = Directory.GetFiles(Repository.SharedFile("corpus", "standards-api"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var text = "[\r\n" + string.Join(",\r\n", records) + "]\n";
        var whole = Said(Text(text, ImportOptions.None));
        Assert.Equal(records.Length, whole.Length);
        Assert.Equal(whole, Said(Streamed(text, ImportOptions.None)));
        Assert.Equal(whole, Said(Streamed(text, ImportOptions.None, chunk: 4099)));

        // A record is longer than the first buffer.
        var large = "[" + records[0].Replace("\"title\"", "\"filler\": \"" + new string('ä', 300_000) + "\", \"title\"", StringComparison.Ordinal) + "," + records[1] + "]";
        Assert.Equal(Said(Text(large, ImportOptions.None)), Said(Streamed(large, ImportOptions.None)));
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    [InlineData("1.7")]
    public void Records_are_chosen_by_reference_and_version(string version)
    {
        var options = new ImportOptions { Reference = StandardReference.Parse("ST9001"), Version = StandardVersion.Parse(version) };
        Assert.Equal(Said(Text(Two, options)), Said(Streamed(Two, options)));
        Assert.Equal(version == "1.7" ? "standards.json(1,1)" : $"standards.json({(version == "1.0" ? 2 : 3)},3)", Streamed(Two, options)[0].Place.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("[1, \"x\", [2], {}]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("{} x")]
    [InlineData("[{},]")]
    [InlineData("[{} {}]")]
    [InlineData("[{},\r\n{\"title\": ]")]
    [InlineData("[{\"title\": \"x\"")]
    [InlineData("[{\"title\": tru}]")]
    [InlineData("[{\"title\": 01}]")]
    [InlineData("\uFEFF[{}, 1]")]
    [InlineData("{\"title\": \"Kite\tmaker\"}")]
    [InlineData("[\r\n ]{}")]
    [InlineData("[\n\n  , {}]")]
    [InlineData("[\n}")]
    [InlineData("[ ] x")]
    [InlineData("[{}\r\n {}]")]
    public void What_is_no_list_of_records_is_told_in_the_same_words_and_at_the_same_place(string text)
    {
        var whole = Text(text, ImportOptions.None)[^1];
        Assert.Equal(Said([whole]), Said([Streamed(text, ImportOptions.None)[^1]]));
        Assert.All([1, 2, 3, 4], chunk => Assert.Equal(Said([whole]), Said([Streamed(text, ImportOptions.None, chunk)[^1]])));
        var isBroken = whole.Problems[0].Message.StartsWith("This is not JSON", StringComparison.Ordinal);
        Assert.Equal(isBroken, ApprenticeshipStandardsJson.List(new MemoryStream(Encoding.UTF8.GetBytes(text)), "standards.json").Problem?.Message.StartsWith("This is not JSON", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Damaged_lists_never_throw_and_break_where_the_whole_text_does()
    {
        var damaged = Gen.Choose(0, Two.Length - 1).SelectMany(at => Gen.Elements("", "{", "}", "]", ",", "\"", "\\", "\n", "\r", "é", "1", "\0", ":").SelectMany(put => Gen.Choose(1, 9).Select(chunk => (at, put, chunk))));
        Property.Holds(damaged, (Action<(int At, string Put, int Chunk)>)(d =>
        {
            // Half a pair of characters goes into no stream.
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Two[..d.At] + d.Put + Two[(d.At + 1)..]));
            var whole = Text(text, ImportOptions.None);
            var streamed = Streamed(text, ImportOptions.None, d.Chunk);
            if (whole[^1].Problems.FirstOrDefault()?.Message.StartsWith("This is not JSON", StringComparison.Ordinal) == true)
            {
                Assert.Equal(Said(whole)[^1], Said(streamed)[^1]);
            }
            else
            {
                Assert.Equal(Said(whole), Said(streamed));
            }
        }), times: 2000);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_at_their_record_and_the_others_are_imported()
    {
        var bytes = Encoding.UTF8.GetBytes(Two);
        bytes[Two.IndexOf("Cl", StringComparison.Ordinal)] = 0xFF;
        var imports = ApprenticeshipStandardsJson.Import(new MemoryStream(bytes), "standards.json", ImportOptions.None).ToArray();
        Assert.Equal($"standards.json(2,3): error KSB2007: The record is not UTF-8: the byte at offset {Two.IndexOf("Cl", StringComparison.Ordinal)} of the file belongs to no character; save the file as UTF-8", Assert.Single(imports[0].Problems).ToString());
        Assert.Equal("ST9001@1.1", imports[1].Standard!.Id.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UTF_16_with_its_mark_is_read(bool isBigEndian)
    {
        var encoding = new UnicodeEncoding(isBigEndian, byteOrderMark: true);
        var imports = ApprenticeshipStandardsJson.Import(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Two)]), "standards.json", ImportOptions.None).ToArray();
        Assert.Equal(Said(Text("\uFEFF" + Two, ImportOptions.None)), Said(imports));
    }

    [Fact]
    public void The_index_names_each_record_with_its_place()
    {
        var index = ApprenticeshipStandardsJson.List(new MemoryStream(Encoding.UTF8.GetBytes(Two)), "standards.json");
        Assert.Null(index.Problem);
        Assert.Equal(["ST9001 1.0 standards.json(2,3)", "ST9001 1.1 standards.json(3,3)"], index.Entries.Select(e => $"{e.Reference} {e.Version} {e.Place}"));
    }

    /// <summary>The records are made as they are read: a list without end would fill any memory otherwise.</summary>
    [Fact]
    public void No_more_than_a_record_is_held()
    {
        using var endless = new EndlessList();
        var imports = ApprenticeshipStandardsJson.Import(endless, "standards.json", new ImportOptions { Reference = StandardReference.Parse("ST0007") });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(40, imports.Take(40).Count(i => i.Standard is not null || i.Problems.Count == 1));
        Assert.True(endless.Served > 100_000_000);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4_000_000);
    }

    private static StandardImport[] Text(string text, ImportOptions options) => [.. ApprenticeshipStandardsJson.Import(new SourceDocument("standards.json", text), options)];

    private static StandardImport[] Streamed(string text, ImportOptions options, int chunk = int.MaxValue)
    {
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes(text), chunk);
        return [.. ApprenticeshipStandardsJson.Import(stream, "standards.json", options)];
    }

    private static string[] Said(IEnumerable<StandardImport> imports) =>
        [.. imports.Select(i => $"{i.Place} {i.Place.Span} {i.Standard?.Id} {i.Standard?.Fingerprint} {i.Standard?.TypeName}\n{string.Join('\n', i.Problems.Select(p => $"{p} {p.Location!.Span} {p.Location.End}"))}\n{i.Losses}")];

    private sealed class TricklingStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }

    /// <summary>Records ST0001 to ST0030, over and over.</summary>
    private sealed class EndlessList : MemoryStream
    {
        private readonly byte[] _records = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 30).Select(n => $$"""{"referenceNumber": "ST{{n:0000}}", "version": "1.0", "title": "T", "knowledges": [{"knowledgeId": "k", "detail": "{{new string('x', 90_000)}}"}]},""")));

        private int _at = -1;

        public long Served { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (_at < 0)
            {
                (buffer[0], _at) = ((byte)'[', 0);
                return 1;
            }

            var length = Math.Min(buffer.Length, _records.Length - _at);
            _records.AsSpan(_at, length).CopyTo(buffer);
            _at = (_at + length) % _records.Length;
            Served += length;
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
