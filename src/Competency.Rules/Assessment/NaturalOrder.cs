namespace Competency.Rules;

/// <summary>Ids as people count them: E2 before E10. Letter by letter otherwise, the same on every machine, as an order that rests on a culture (<see cref="System.Globalization.CompareOptions.NumericOrdering"/>) is not.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        var (i, j) = (0, 0);
        while (i < x.Length && j < y.Length)
        {
            var left = Digits(x, i);
            var right = Digits(y, j);
            if (left.Length > 0 && right.Length > 0)
            {
                var number = left.TrimStart('0');
                var other = right.TrimStart('0');
                var numbers = number.Length != other.Length ? number.Length - other.Length : number.SequenceCompareTo(other);
                if (numbers != 0)
                {
                    return numbers;
                }

                (i, j) = (i + left.Length, j + right.Length);
            }
            else if (x[i] != y[j])
            {
                return x[i] - y[j];
            }
            else
            {
                (i, j) = (i + 1, j + 1);
            }
        }

        // What counts as the same, as E1 and E01, has an order nevertheless.
        return x.Length - i != y.Length - j ? (x.Length - i) - (y.Length - j) : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }
}
