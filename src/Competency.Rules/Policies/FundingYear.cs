using System.Globalization;

namespace Competency.Rules;

/// <summary>A funding year, 1 August to 31 July. The rules of the one in which a learner originally started hold, but for changes that reach existing learners.</summary>
public readonly record struct FundingYear : IComparable<FundingYear>
{
    private readonly int _year;

    /// <summary>The funding year that begins in a calendar year.</summary>
    /// <param name="startsIn">The calendar year of its 1 August, 1 to 9998.</param>
    public FundingYear(int startsIn) => _year = startsIn is >= 1 and <= 9998 ? startsIn : throw new ArgumentOutOfRangeException(nameof(startsIn), startsIn, "A funding year begins in a year from 1 to 9998.");

    /// <summary>The calendar year of its first day.</summary>
    public int StartsIn => _year == 0 ? 1 : _year;

    /// <summary>1 August.</summary>
    public DateOnly FirstDay => new(StartsIn, 8, 1);

    /// <summary>31 July of the next year.</summary>
    public DateOnly LastDay => new(StartsIn + 1, 7, 31);

    /// <summary>The funding year of a day.</summary>
    public static FundingYear Of(DateOnly day) => new(Math.Max(1, day.Month >= 8 ? day.Year : day.Year - 1));

    /// <inheritdoc/>
    public int CompareTo(FundingYear other) => StartsIn.CompareTo(other.StartsIn);

    /// <summary>As it is written: <c>2024/25</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartsIn:D4}/{(StartsIn + 1) % 100:D2}");
}
