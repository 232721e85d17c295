namespace Competency.Rules;

/// <summary>Whose number in a column is at least another. Each is made once for a block, however many requirements look at it.</summary>
/// <param name="column">The column.</param>
/// <param name="number">The other number, or how many days after the day on which things are to hold.</param>
/// <param name="isFromDay">Whether days are meant.</param>
internal sealed class CohortComparison(int column, int number, bool isFromDay)
{
    public int Column => column;

    public bool Is(int ofColumn, int with, bool fromDay) => ofColumn == column && with == number && fromDay == isFromDay;

    /// <summary>The number to compare with on a day.</summary>
    public int On(DateOnly day) => isFromDay ? day.DayNumber + number : number;
}
