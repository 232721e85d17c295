using FsCheck;
using FsCheck.Fluent;

namespace Competency.Testing;

/// <summary>Runs a property over generated values; a failure is reported with its shrunk case and the seed that repeats it.</summary>
internal static class Property
{
    public static void Holds<T>(Arbitrary<T> values, Func<T, bool> law, int times = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(values, law));

    public static void Holds<T>(Gen<T> values, Func<T, bool> law, int times = 300) => Holds(values.ToArbitrary(), law, times);

    public static void Holds<T>(Gen<T> values, Action<T> assertions, int times = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(values.ToArbitrary(), assertions));
}
