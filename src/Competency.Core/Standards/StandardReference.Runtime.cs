using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Competency.Text;

namespace Competency;

// It travels through JSON, configuration, model binding and databases as its text.
[TypeConverter(typeof(ParsableTypeConverter<StandardReference>))]
[JsonConverter(typeof(ParsableJsonConverter<StandardReference>))]
public readonly partial struct StandardReference : ISpanParsable<StandardReference>, ISpanFormattable
{
    /// <inheritdoc/>
    static StandardReference IParsable<StandardReference>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<StandardReference>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StandardReference result) => TryParse(s, out result);

    /// <inheritdoc/>
    static StandardReference ISpanParsable<StandardReference>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    /// <inheritdoc/>
    static bool ISpanParsable<StandardReference>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out StandardReference result) => TryParse(s.ToString(), out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }
}
