using FsCheck.Fluent;

namespace Competency.Rules.Tests.Assessment;

public class VerdictAlgebraTests
{
    private const Verdict M = Verdict.Met, N = Verdict.NotMet, Y = Verdict.NotYetDue, C = Verdict.CannotTell, D = Verdict.DoesNotApply;

    private static readonly Verdict[] All = [M, N, Y, C, D];

    private static FsCheck.Gen<Verdict[]> Children { get; } = Gen.Choose(1, 6).SelectMany(n => Gen.Elements(All).ArrayOf(n));

    /// <summary>A quantifier and the children to put it over: all of, any of, at least 1 to 6.</summary>
    private static FsCheck.Gen<(Func<Verdict[], Verdict> Quantify, Verdict[] Children)> Quantified { get; } =
        from children in Children
        from n in Gen.Choose(-1, 6)
        select ((Func<Verdict[], Verdict>)(n switch
        {
            -1 => c => VerdictAlgebra.AllOf(c),
            0 => c => VerdictAlgebra.AnyOf(c),
            _ => c => VerdictAlgebra.AtLeast(n, c),
        }), children);

    [Theory]
    [InlineData(new[] { M, M }, M, M)]
    [InlineData(new[] { M, N }, N, M)]
    [InlineData(new[] { M, C }, C, M)]
    [InlineData(new[] { M, Y }, Y, M)]
    [InlineData(new[] { N, C }, N, C)]
    [InlineData(new[] { N, Y }, N, Y)]
    [InlineData(new[] { C, Y }, C, C)]
    [InlineData(new[] { N, C, Y, M }, N, M)]
    [InlineData(new[] { M, D }, M, M)]
    [InlineData(new[] { N, D }, N, N)]
    [InlineData(new[] { Y, D }, Y, Y)]
    [InlineData(new[] { C, D }, C, C)]
    [InlineData(new[] { D, D }, D, D)]
    public void All_of_and_any_of(Verdict[] children, Verdict allOf, Verdict anyOf)
    {
        Assert.Equal(allOf, VerdictAlgebra.AllOf(children));
        Assert.Equal(anyOf, VerdictAlgebra.AnyOf(children));
    }

    [Theory]
    [InlineData(2, new[] { M, M, N }, M)]
    [InlineData(2, new[] { M, Y, N }, Y)]
    [InlineData(2, new[] { M, N, N }, N)]
    [InlineData(2, new[] { M, C, N }, C)]
    [InlineData(2, new[] { M, C, Y }, C)] // Met or not yet due
    [InlineData(2, new[] { Y, Y, C }, Y)] // not yet due whatever the unknown is
    [InlineData(3, new[] { Y, N, C }, N)] // never three
    [InlineData(2, new[] { M, D, D }, N)] // fewer apply than are asked
    [InlineData(2, new[] { C, D, D }, C)] // not met, or nothing applies
    [InlineData(2, new[] { D, D, D }, D)]
    public void At_least_n_is_as_good_as_the_nth_best(int n, Verdict[] children, Verdict expected) =>
        Assert.Equal(expected, VerdictAlgebra.AtLeast(n, children));

    [Fact]
    public void Nothing_has_no_verdict()
    {
        Assert.Throws<ArgumentException>(() => VerdictAlgebra.AllOf());
        Assert.Throws<ArgumentException>(() => VerdictAlgebra.AnyOf());
        Assert.Throws<ArgumentException>(() => VerdictAlgebra.AtLeast(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VerdictAlgebra.AtLeast(0, M));
    }

    [Fact]
    public void The_order_of_children_does_not_matter() =>
        Property.Holds(Quantified, q => q.Quantify(q.Children) == q.Quantify([.. q.Children.Reverse()]) && q.Quantify(q.Children) == q.Quantify([.. q.Children.Order()]));

    [Fact]
    public void All_of_and_any_of_are_associative() =>
        Property.Holds(Gen.Zip(Children, Children), c =>
            VerdictAlgebra.AllOf(VerdictAlgebra.AllOf(c.Item1), VerdictAlgebra.AllOf(c.Item2)) == VerdictAlgebra.AllOf([.. c.Item1, .. c.Item2])
            && VerdictAlgebra.AnyOf(VerdictAlgebra.AnyOf(c.Item1), VerdictAlgebra.AnyOf(c.Item2)) == VerdictAlgebra.AnyOf([.. c.Item1, .. c.Item2]));

    [Fact]
    public void Any_number_of_the_same_is_the_same() =>
        Property.Holds(Gen.Zip(Gen.Elements(All), Gen.Choose(1, 6)), c =>
        {
            Verdict[] same = [.. Enumerable.Repeat(c.Item1, c.Item2)];
            return VerdictAlgebra.AllOf(same) == c.Item1 && VerdictAlgebra.AnyOf(same) == c.Item1 && VerdictAlgebra.AtLeast(c.Item2, same) == c.Item1;
        });

    [Fact]
    public void All_of_is_n_of_n_and_any_of_is_one_of_n() =>
        Property.Holds(Children, c =>
        {
            var applicable = c.Count(v => v != D);
            return (applicable == 0 || VerdictAlgebra.AllOf(c) == VerdictAlgebra.AtLeast(applicable, c)) && VerdictAlgebra.AnyOf(c) == VerdictAlgebra.AtLeast(1, c);
        });

    /// <summary>Definite is every verdict but CannotTell: NotYetDue is knowledge too, of today and of tomorrow.</summary>
    [Fact]
    public void Replacing_unknowns_by_anything_never_changes_a_definite_verdict() =>
        Property.Holds(
            from q in Quantified
            from replacements in Gen.Elements(All).ArrayOf(6)
            select (q.Quantify, q.Children, replacements),
            c =>
            {
                var before = c.Quantify(c.Children);
                Verdict[] replaced = [.. c.Children.Select((v, i) => v == C ? c.replacements[i] : v)];
                return before == C || c.Quantify(replaced) == before;
            },
            times: 3000);

    /// <summary>Nor is CannotTell said where the unknowns could not change anything.</summary>
    [Fact]
    public void Cannot_tell_is_said_only_where_two_replacements_differ() =>
        Property.Holds(
            Quantified,
            c =>
            {
                if (c.Quantify(c.Children) != C)
                {
                    return true;
                }

                var unknowns = c.Children.Count(v => v == C);
                var results = new HashSet<Verdict>();
                for (var i = 0; i < Math.Pow(4, unknowns); i++)
                {
                    var digits = i;
                    Verdict[] replaced = [.. c.Children.Select(v =>
                    {
                        if (v != C)
                        {
                            return v;
                        }

                        var value = new[] { M, N, Y, D }[digits % 4];
                        digits /= 4;
                        return value;
                    })];
                    results.Add(c.Quantify(replaced));
                }

                return results.Count > 1;
            },
            times: 500);

    /// <summary>NotMet below NotYetDue below Met; what applies goes on applying.</summary>
    [Fact]
    public void A_better_child_never_makes_the_result_worse() =>
        Property.Holds(
            from q in Quantified
            from at in Gen.Choose(0, 5)
            from better in Gen.Elements(M, Y)
            select (q.Quantify, q.Children, at, better),
            c =>
            {
                var at = c.at % c.Children.Length;
                if (c.Children[at] is C or D || Rank(c.Children[at]) > Rank(c.better))
                {
                    return true;
                }

                Verdict[] improved = [.. c.Children.Select((v, i) => i == at ? c.better : v)];
                var (before, after) = (c.Quantify(c.Children), c.Quantify(improved));
                return before == C || after == C ? before != M : Rank(after) >= Rank(before);
            },
            times: 2000);

    private static int Rank(Verdict verdict) => verdict switch
    {
        N => 0,
        Y => 1,
        M => 2,
        _ => -1,
    };
}
