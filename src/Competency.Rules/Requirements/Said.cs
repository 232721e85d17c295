using System.Globalization;
using Competency.Notation;
using Competency.Text;

namespace Competency.Rules;

/// <summary>How values read in sentences, the same in every culture.</summary>
internal static class Said
{
    public static string Date(DateOnly date) => IsoDate.Format(date);

    public static string Hours(decimal hours) => Number(hours, " h");

    public static string Number(decimal number) => Number(number, "");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Codes(IEnumerable<KsbCode> codes) => KsbNotation.Format(codes);

    public static string Codes(ReadOnlySpan<KsbCode> codes) => KsbNotation.Format(codes);

    public static ReportedFact Fact(string name, string value) => new(name, value);

    public static ReportedFact Fact(string name, string value, string evidence) => new(name, value, Unchanging.One(evidence), []);

    public static ReportedFact Fact(string name, string value, IEnumerable<string> evidence) => new(name, value) { Evidence = [.. evidence] };

    /// <summary>A word of our JSON as people write it: <c>optedOut</c> is opted out.</summary>
    public static string Spaced(string word) => string.Concat(word.Select(c => char.IsAsciiLetterUpper(c) ? " " + (char)(c + 32) : c.ToString()));

    public static string Level(QualificationLevel level) => level <= QualificationLevel.Entry3
        ? $"entry level {((int)level).ToString(CultureInfo.InvariantCulture)}"
        : $"level {((int)level - 10).ToString(CultureInfo.InvariantCulture)}";

    public static string Certificate(Certificate certificate) =>
        $"{certificate.Subject}{(certificate.Level is { } level ? $", {Level(level)}" : "")}, {Date(certificate.On)}, {(certificate.SeenBy is null ? "nobody is recorded to have seen it" : $"seen by {certificate.SeenBy}")}";

    /// <summary>The fact that a certificate is held, and who saw it.</summary>
    public static ReportedFact HeldCertificate(Certificate certificate) => Fact("certificate", Certificate(certificate), certificate.Pointer) with
    {
        Signatures = certificate.SeenBy is null ? [] : [new Signature(certificate.SeenBy, "saw the certificate", null)],
    };

    public static string Subject(CoreSubject subject) => subject == CoreSubject.English ? "English" : "maths";

    /// <summary>What an exception of ours says of a value, as a message of ours: on one line, without what the runtime adds. One of anything else is said with its type.</summary>
    public static string Problem(Exception problem) => problem is ArgumentException or FormatException or OverflowException
        ? TextFolding.OnOneLine(Message(problem).Split(" (Parameter")[0].TrimEnd('.'))
        : TextFolding.OnOneLine(Fault(problem).TrimEnd('.'));

    /// <summary>What an exception of anybody's code says, with its type.</summary>
    public static string Fault(Exception fault) => $"{fault.GetType().Name}: {Message(fault)}";

    /// <summary>All decimals, as where a value stands beside the bound that it misses by little.</summary>
    public static string Exact(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    // Code that fails can fail again when it is asked why.
    private static string Message(Exception fault)
    {
        try
        {
            return fault.Message;
        }
        catch (Exception again) when (again is not OutOfMemoryException)
        {
            return "it does not say why";
        }
    }

    /// <summary>At most four decimals, without zeros at the end. Most numbers have no more, and are written digit by digit: a format for decimals takes far longer.</summary>
    private static string Number(decimal number, string unit)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var (digits, decimals) = (((ulong)(uint)bits[1] << 32) | (uint)bits[0], bits[3] >> 16);
        while (decimals > 0 && digits % 10 == 0)
        {
            digits /= 10;
            decimals--;
        }

        if (bits[2] != 0 || bits[3] < 0 || decimals > 4)
        {
            return number.ToString("0.####", CultureInfo.InvariantCulture) + unit;
        }

        Span<char> text = stackalloc char[32];
        var start = text.Length - unit.Length;
        unit.CopyTo(text[start..]);
        for (; decimals > 0; decimals--, digits /= 10)
        {
            text[--start] = (char)('0' + (digits % 10));
            if (decimals == 1)
            {
                text[--start] = '.';
            }
        }

        do
        {
            text[--start] = (char)('0' + (digits % 10));
            digits /= 10;
        }
        while (digits > 0);
        return new string(text[start..]);
    }
}
