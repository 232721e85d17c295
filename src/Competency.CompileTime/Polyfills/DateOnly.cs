namespace System;

/// <summary>The little of <c>System.DateOnly</c> that the linked files use.</summary>
internal readonly struct DateOnly : IEquatable<DateOnly>, IComparable<DateOnly>
{
    private readonly DateTime _value;

    public DateOnly(int year, int month, int day) => _value = new DateTime(year, month, day);

    public int Year => _value.Year;

    public int Month => _value.Month;

    public int Day => _value.Day;

    public bool Equals(DateOnly other) => _value == other._value;

    public override bool Equals(object? obj) => obj is DateOnly other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();

    public int CompareTo(DateOnly other) => _value.CompareTo(other._value);

    public DateOnly AddDays(int days)
    {
        var day = _value.AddDays(days);
        return new DateOnly(day.Year, day.Month, day.Day);
    }

    public static bool operator <(DateOnly left, DateOnly right) => left._value < right._value;

    public static bool operator >(DateOnly left, DateOnly right) => left._value > right._value;

    public static bool operator <=(DateOnly left, DateOnly right) => left._value <= right._value;

    public static bool operator >=(DateOnly left, DateOnly right) => left._value >= right._value;
}
