using System.Text;
using Competency.Documents;
using Competency.Documents.Json;
using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Notation;
using FsCheck.Fluent;

namespace Competency.Conformance;

/// <summary>Any bytes may come in as a file: nothing throws, nothing hangs, and every place lies within the text.</summary>
public class ArbitraryBytesTests
{
    private static readonly string[] Seeds =
    [
        "{\"document\":\"competency.standard/1\",\"reference\":\"ST0001\",\"version\":\"1.0\",\"title\":\"T\",\"duties\":[{\"number\":1,\"text\":\"x\",\"ksbs\":\"K1-K2\"}],\"ksbs\":[{\"code\":\"K1\",\"text\":\"é 😀\"}]}",
        "{\"document\":\"competency.policy/1\",\"id\":\"p\",\"name\":\"P\",\"version\":\"1\",\"requirement\":{\"id\":\"a\",\"kind\":\"atLeast\",\"sentence\":\"x\",\"count\":1,\"requirements\":[{\"id\":\"b\",\"kind\":\"ksbsAchieved\",\"sentence\":\"é\",\"ksbs\":\"K1-K2\",\"atLeast\":\"80%\"}]}}",
        "{\"document\":\"competency.plan/1\",\"id\":\"p\",\"version\":\"1\",\"standards\":[\"ST0001@1.0\"],\"approach\":\"outcomes\",\"outcomes\":[{\"id\":\"a\",\"ksbs\":\"K1-K2\"}],\"gateway\":{\"portfolio\":{\"outcomes\":[\"a\"]}}}",
        "{\"document\":\"competency.mapping/1\",\"standard\":\"ST0001@1.0\",\"kind\":\"programme\",\"items\":[{\"id\":\"a\",\"covers\":[\"K1\",\"Duty 1, S1 – S9\"]}]}",
        "# standard: ST0001@1.0\r\n# kind: programme\r\nid,title,ksbs,K1,S9,hours,due\r\nM1,\"a \"\"b\"\"\",\"K1, S2\nB1\",x,?,7.5,2026-01-01\r\n",
        "---\nstandard: ST0001@1.0\nksbs: [K1, \"S9\"]\nduties:\n  - 1\n---\n# A (K1, S9)\n**KSBs:** К1 · `K2` [x](y) <b>\n\n| a | K1 | S1 |\n|-|-|-|\n| b \\| c | x | ? |\n```\nK1, K2\n```\n<!-- K1 -->\n",
    ];

    private static readonly string[] Paths = ["a.mapping.json", "a.mapping.csv", "a.mapping.tsv", "a.mapping.md"];

    [Fact]
    public void No_reader_throws_on_them() => Property.Holds(
        Gen.OneOf(
            Gen.Choose(0, 255).ListOf().Select(b => b.Select(x => (byte)x).ToArray()),
            from seed in Gen.Elements(Seeds)
            from cuts in Gen.Choose(0, 400).Zip(Gen.Choose(0, 255)).ListOf(6)
            select Broken(seed, cuts)),
        bytes =>
        {
            foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode })
            {
                var text = encoding.GetString(bytes);
                Assert.InRange(JsonText.Parse(text).Error?.Span.End ?? 0, 0, text.Length);
                var standard = StandardDocument.Read("a", text);
                Assert.All(standard.Findings, f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
                var known = new StandardCatalogue(standard.Standard is { } read ? [read] : []);
                foreach (var path in Paths)
                {
                    Assert.All(MappingDocument.Read(path, text).Check(known), f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
                }

                Assert.All(KsbNotation.Scan(text).Problems, p => Assert.InRange(p.Span.End, 0, text.Length));
                Assert.All(PolicyDocument.Read("a", text).Check(known), f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
                Assert.All(AssessmentPlanDocument.Read("a", text).Check(known), f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
                Assert.All(KsbNotation.Parse(text).Problems, p => Assert.InRange(p.Span.End, 0, text.Length));
            }
        },
        times: 1500);

    [Theory]
    [InlineData("[", 2_000_000)]
    [InlineData("{\"a\":", 500_000)]
    [InlineData("\"\\u0041", 1_000_000)]
    [InlineData("K1,", 300_000)]
    [InlineData("K1 (", 300_000)]
    [InlineData("K1:", 300_000)]
    [InlineData("K1:a:", 300_000)]
    [InlineData("K1 – a ", 100_000)]
    [InlineData("- ", 300_000)]
    [InlineData("..", 300_000)]
    [InlineData("ST0001:", 200_000)]
    [InlineData("x ", 50_000)]
    [InlineData("\"", 300_000)]
    [InlineData("\",\"", 300_000)]
    [InlineData("a,", 300_000)]
    [InlineData("a\n", 100_000)]
    [InlineData("K1,", 100_000)]
    [InlineData("K1 | ", 100_000)]
    [InlineData("| K1 |\n|-|\n", 50_000)]
    [InlineData("| K1 | S1 |\n|-|-|\n\n", 30_000)]
    [InlineData("(K1 ", 200_000)]
    [InlineData("(S3) ", 100_000)]
    [InlineData("S3 S3 and ", 100_000)]
    [InlineData("KSBs: a ", 100_000)]
    [InlineData("KSBs: K1 a ", 100_000)]
    [InlineData("Skills: ", 100_000)]
    [InlineData("KSBs:\n- K1\n", 100_000)]
    [InlineData("`", 300_000)]
    [InlineData("``` ` ", 100_000)]
    [InlineData("`a``", 100_000)]
    [InlineData("](", 300_000)]
    [InlineData("<a", 300_000)]
    [InlineData("[a]:", 200_000)]
    [InlineData("<!--", 300_000)]
    [InlineData("```\n", 100_000)]
    [InlineData("~~~\n````\n", 100_000)]
    [InlineData("# a\n", 100_000)]
    [InlineData("---\n", 100_000)]
    [InlineData("---\nksbs: K1\n  - K2\n", 50_000)]
    [InlineData("http://", 200_000)]
    public async Task Nor_does_one_hang_on_megabytes_of_the_same(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times));
        var part = text[..Math.Min(text.Length, 400_000)];
        var work = Task.Run(
            () => (StandardDocument.Read("a", text), MappingDocument.Read("a", text), PolicyDocument.Read("a", text), AssessmentPlanDocument.Read("a", text), KsbNotation.Parse(text), KsbNotation.Scan(part), Paths.Select(p => MappingDocument.Read(p, part)).ToArray()),
            TestContext.Current.CancellationToken);

        // No time is asserted: a reader whose time grows with the square of the text does not end here at all.
        Assert.Same(work, await Task.WhenAny(work, Task.Delay(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken)));
        await work;
    }

    private static byte[] Broken(string seed, IEnumerable<(int, int)> changes)
    {
        var bytes = Encoding.UTF8.GetBytes(seed).ToList();
        foreach (var (at, value) in changes)
        {
            var index = at % bytes.Count;
            switch (value % 3)
            {
                case 0:
                    bytes[index] = (byte)value;
                    break;
                case 1:
                    bytes.Insert(index, (byte)value);
                    break;
                default:
                    bytes.RemoveRange(index, Math.Min(1 + (value % 9), bytes.Count - index - 1));
                    break;
            }
        }

        return [.. bytes];
    }
}
