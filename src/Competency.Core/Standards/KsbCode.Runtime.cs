using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Competency.Text;

namespace Competency;

// It travels through JSON, configuration, model binding and databases as its text.
[TypeConverter(typeof(ParsableTypeConverter<KsbCode>))]
[JsonConverter(typeof(ParsableJsonConverter<KsbCode>))]
public readonly partial struct KsbCode : ISpanParsable<KsbCode>, ISpanFormattable
{
    /// <inheritdoc/>
    static KsbCode IParsable<KsbCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<KsbCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out KsbCode result) => TryParse(s, out result);

    /// <inheritdoc/>
    static KsbCode ISpanParsable<KsbCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    /// <inheritdoc/>
    static bool ISpanParsable<KsbCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out KsbCode result) => TryParse(s.ToString(), out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }
}
