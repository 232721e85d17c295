namespace Competency.Rules;

/// <summary>The months that are asked of starts from a day on, and the comparisons by which that is judged.</summary>
internal sealed class MonthsPeriod
{
    public MonthsPeriod(CohortCompiler compiler, int fromDay, int months)
    {
        Months = months;
        var reach = compiler.Reach(months);
        Reach = reach;
        IsWithin = compiler.AtLeast(compiler.Start(), Math.Max(0, fromDay));
        IsTold = compiler.AtLeast(reach, 0);
        IsAhead = compiler.AtLeastDay(reach, 1);
        IsNever = compiler.AtLeast(reach, int.MaxValue);
    }

    public int Months { get; }

    /// <summary>The column of the day after them.</summary>
    public int Reach { get; }

    /// <summary>Whether the start lies in this period or a later one.</summary>
    public int IsWithin { get; }

    /// <summary>Whether the day after them is known.</summary>
    public int IsTold { get; }

    /// <summary>Whether that day is still to come.</summary>
    public int IsAhead { get; }

    /// <summary>Whether time alone does not bring it.</summary>
    public int IsNever { get; }
}
