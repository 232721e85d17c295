using FsCheck.Fluent;

namespace Competency.Rules.Tests.Assessment;

public class NaturalOrderTests
{
    [Fact]
    public void Numbers_are_counted_and_letters_compared() => Assert.Equal(
        ["", "10", "E01", "E1", "E1a", "E2", "E10", "E10-2", "E10-11", "evidence 9", "evidence 10"],
        new[] { "evidence 10", "E10-11", "E2", "E01", "", "E10", "E1a", "evidence 9", "10", "E10-2", "E1" }.Order(NaturalOrder.Instance));

    [Fact]
    public void Is_an_order_of_all_texts()
    {
        var text = Gen.Select(Gen.ListOf(Gen.Elements('0', '1', '9', 'E', '-', 'a', ' ')), c => string.Concat(c));
        Testing.Property.Holds(
            from a in text
            from b in text
            from c in text
            select (a, b, c),
            t =>
            {
                var order = NaturalOrder.Instance;
                return Math.Sign(order.Compare(t.a, t.b)) == -Math.Sign(order.Compare(t.b, t.a))
                    && (order.Compare(t.a, t.b) == 0) == (t.a == t.b)
                    && !(order.Compare(t.a, t.b) < 0 && order.Compare(t.b, t.c) < 0 && order.Compare(t.a, t.c) >= 0);
            });
    }
}
