using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Competency.Text;

namespace Competency;

// It travels through JSON, configuration, model binding and databases as its text.
[TypeConverter(typeof(ParsableTypeConverter<StandardVersion>))]
[JsonConverter(typeof(ParsableJsonConverter<StandardVersion>))]
public readonly partial struct StandardVersion : ISpanParsable<StandardVersion>, ISpanFormattable
{
    /// <inheritdoc/>
    static StandardVersion IParsable<StandardVersion>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<StandardVersion>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StandardVersion result) => TryParse(s, out result);

    /// <inheritdoc/>
    static StandardVersion ISpanParsable<StandardVersion>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    /// <inheritdoc/>
    static bool ISpanParsable<StandardVersion>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out StandardVersion result) => TryParse(s.ToString(), out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }
}
