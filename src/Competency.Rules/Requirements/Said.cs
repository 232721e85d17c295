using System.Globalization;
using Competency.Notation;
using Competency.Text;

namespace Competency.Rules;

/// <summary>How values read in sentences, the same in every culture.</summary>
internal static class Said
{
    public static string Date(DateOnly date) => IsoDate.Format(date);

    public static string Hours(decimal hours) => Number(hours) + " h";

    public static string Number(decimal number) => number is > 0 and <= int.MaxValue && (int)number == number
        ? ((int)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    public static string Codes(IEnumerable<KsbCode> codes) => KsbNotation.Format(codes);

    public static ReportedFact Fact(string name, string value, params IEnumerable<string> evidence) => new(name, value) { Evidence = [.. evidence] };

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
        Signatures = [new Signature(certificate.SeenBy, "saw the certificate", null)],
    };

    public static string Subject(CoreSubject subject) => subject == CoreSubject.English ? "English" : "maths";
}
