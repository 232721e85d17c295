using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Competency.Testing;

/// <summary>Runs a property over generated values; a failure is reported with its shrunk case and the seed that repeats it.</summary>
/// <remarks>
/// The values are the same in every run, so that a build fails for what was changed and for nothing else. <c>COMPETENCY_SEED</c> gives others:
/// a number, or <c>random</c>.
/// </remarks>
internal static class Property
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithReplay(Seed(Environment.GetEnvironmentVariable("COMPETENCY_SEED")));

    public static void Holds<T>(Arbitrary<T> values, Func<T, bool> law, int times = 300) =>
        Check.One(Settings.WithMaxTest(times), Prop.ForAll(values, law));

    public static void Holds<T>(Gen<T> values, Func<T, bool> law, int times = 300) => Holds(values.ToArbitrary(), law, times);

    public static void Holds<T>(Gen<T> values, Action<T> assertions, int times = 300) =>
        Check.One(Settings.WithMaxTest(times), Prop.ForAll(values.ToArbitrary(), assertions));

    private static FSharpOption<Replay>? Seed(string? written) => written == "random"
        ? FSharpOption<Replay>.None
        // The second number of a seed must be odd.
        : FSharpOption<Replay>.Some(new Replay(new Rnd(written is null ? 20260901 : ulong.Parse(written, System.Globalization.CultureInfo.InvariantCulture), 0x9E3779B97F4A7C15), FSharpOption<int>.None));
}
