using FsCheck.Fluent;

namespace Competency.Core.Tests.Standards;

public class KsbSetTests
{
    private static readonly OccupationalStandard Small = Make("ST0001@1.0", 40);
    private static readonly OccupationalStandard Large = Make("ST0002@1.0", 300);

    [Fact]
    public void Is_a_set_as_HashSet_is() => Property.Holds(
        Codes(Large).Zip(Codes(Large)),
        pair =>
        {
            var (a, b) = (KsbSet.Of(Large, pair.Item1), KsbSet.Of(Large, pair.Item2));
            var (x, y) = (pair.Item1.ToHashSet(), pair.Item2.ToHashSet());
            Assert.Equal(x.Union(y).Order(), a | b);
            Assert.Equal(x.Intersect(y).Order(), a & b);
            Assert.Equal(x.Except(y).Order(), a - b);
            Assert.Equal(x.IsSubsetOf(y), a.IsSubsetOf(b));
            Assert.Equal(x.SetEquals(y), a == b);
            Assert.Equal(x.Count, a.Count);
            Assert.Equal(x.Count == 0, a.IsEmpty);
            Assert.All(Large.Ksbs, k => Assert.Equal(x.Contains(k.Code), a.Contains(k.Code)));
        });

    [Fact]
    public void Its_text_gives_it_back() => Property.Holds(Codes(Large), codes =>
    {
        var set = KsbSet.Of(Large, codes);
        return KsbSet.Parse(set.ToString(), Large) == set && KsbSet.Parse(set.ToString().AsSpan(), (IFormatProvider)Large) == set;
    });

    [Fact]
    public void Two_standards_do_not_mix()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => KsbSet.All(Small) | KsbSet.All(Large));

        Assert.Contains("ST0001@1.0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ST0002@1.0", exception.Message, StringComparison.Ordinal);
        Assert.Equal(KsbSet.All(Small), default(KsbSet) | KsbSet.All(Small));
        Assert.True(KsbSet.Empty(Small).IsSubsetOf(default));
        Assert.Equal(default, KsbSet.Empty(Large));
    }

    [Fact]
    public void Reading_says_all_that_is_wrong()
    {
        var exception = Assert.Throws<FormatException>(() => Small.Select(string.Concat("K1, S1, ", "KX")));

        Assert.Equal("S1 is not in ST0001@1.0 (T), which has no skill statements; did you mean K1? 'KX' is not a KSB reference such as K1, S2-S5 or B4.", exception.Message);
        Assert.Throws<FormatException>(() => KsbSet.Parse("K1", (IFormatProvider?)null));
        Assert.False(KsbSet.TryParse("K1", null, out _));
    }

    [Fact]
    public void A_code_that_the_standard_lacks_is_told_and_one_that_was_never_set()
    {
        Assert.Equal("ST0001@1.0 has no K99.", Assert.Throws<KeyNotFoundException>(() => Small[KsbCode.Parse("K99")]).Message);
        Assert.Equal("ST0001@1.0 has no KSB without a code: this is default(KsbCode).", Assert.Throws<KeyNotFoundException>(() => Small[default]).Message);
    }

    [Theory]
    [InlineData("S09", "'S09' is not a KSB code")]
    [InlineData("K01", "'K01' is not a KSB code; did you mean K1?")]
    public void Reading_offers_what_the_standard_has(string text, string message)
    {
        Assert.False(KsbSet.TryParse(text, Small, out _, out var problems));
        Assert.Equal(message, Assert.Single(problems).Message);
    }

    [Fact]
    public void Sets_of_up_to_192_KSBs_allocate_nothing()
    {
        var standard = Make("ST0003@1.0", 192);
        var (a, b) = (KsbSet.All(standard), KsbSet.Of(standard, KsbCode.Parse("K7")));
        // The runtime itself allocates now and then while it compiles what runs for the first time; the sets may never.
        var least = Enumerable.Range(0, 5).Min(_ => Allocated(() =>
        {
            var count = 0;
            for (var i = 0; i < 1000; i++)
            {
                count += ((a - b) | b).Count;
            }

            Assert.True(count == 192_000);
        }));

        Assert.Equal(0, least);
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static FsCheck.Gen<KsbCode[]> Codes(OccupationalStandard standard) =>
        Gen.Elements<KsbCode>([.. standard.Ksbs.Select(k => k.Code)]).ListOf().Select(l => l.ToArray());

    private static OccupationalStandard Make(string id, int count) =>
        new(StandardId.Parse(id), "T", Enumerable.Range(1, count).Select(n => new KsbStatement(new KsbCode(KsbKind.Knowledge, n), "x")));
}
