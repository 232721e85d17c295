namespace Competency.Findings;

/// <summary>Which code of a standard was probably meant by one that it does not have.</summary>
internal static class CodeSuggestion
{
    public static KsbCode? For(KsbCode unknown, OccupationalStandard standard)
    {
        // One too far at the end of a list: K47 for K46.
        var nearest = standard.DefinedCodes.Where(c => c.Kind == unknown.Kind)
            .OrderBy(c => Math.Abs(c.Number - unknown.Number))
            .Select(c => (KsbCode?)c).FirstOrDefault();
        if (nearest is { } near && Math.Abs(near.Number - unknown.Number) <= 3)
        {
            return near;
        }

        // Two digits swapped: K64 for K46.
        if (unknown.Number is >= 10 and < 100)
        {
            var swapped = (unknown.Number % 10 * 10) + (unknown.Number / 10);
            if (swapped > 0 && new KsbCode(unknown.Kind, swapped) is var code && standard.DefinedCodes.Contains(code))
            {
                return code;
            }
        }

        // The right number under the wrong letter, where only one kind has it: with several, a guess would be a wrong mapping at one click.
        var sameNumber = standard.DefinedCodes.Where(c => c.Number == unknown.Number).Take(2).ToArray();
        return sameNumber.Length == 1 ? sameNumber[0] : null;
    }
}
