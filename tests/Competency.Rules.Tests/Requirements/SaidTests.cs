using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Property = Competency.Testing.Property;

namespace Competency.Rules.Tests.Requirements;

public class SaidTests
{
    [Fact]
    public void A_number_reads_as_the_framework_writes_it_with_at_most_four_decimals() =>
        Property.Holds(
            Gen.OneOf(
                ArbMap.Default.GeneratorFor<decimal>(),
                Gen.Choose(0, 2_000_000).SelectMany(n => Gen.Choose(0, 7).Select(decimals => new decimal(n, 0, 0, isNegative: false, (byte)decimals))),
                Gen.Elements(0m, 0.00m, -0.5m, 0.05m, 1.00000m, 0.00005m, 187.5m, decimal.MaxValue, decimal.MinValue, ulong.MaxValue, 1e-28m)),
            number => Said.Number(number) == number.ToString("0.####", CultureInfo.InvariantCulture) && Said.Hours(number) == Said.Number(number) + " h",
            times: 1000);

    [Fact]
    public void What_fails_is_said_even_where_it_cannot_say_why()
    {
        Assert.Equal("of nothing", Said.Problem(new ArgumentException("of\nnothing.", "kinds")));
        Assert.Equal("InvalidCastException: no text", Said.Problem(new InvalidCastException("no text.")));
        Assert.Equal("MuteException: it does not say why", Said.Problem(new MuteException()));

        var report = TestLearners.Assess(Require.Custom("c", "c", "A rule", _ => throw new MuteException()), TestLearners.On(TestStandards.Mammography), TestStandards.Mammography, "2026-03-01");

        Assert.Equal((Verdict.CannotTell, "The rule failed on this learner: MuteException: it does not say why"), (report.Verdict, report.Root.Outcome.Explanation));
    }

    private sealed class MuteException : Exception
    {
        public override string Message => throw new InvalidOperationException("of all things");
    }
}
