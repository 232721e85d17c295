using System.ComponentModel;
using System.Globalization;

namespace Competency.Text;

/// <summary>Converts a value to and from its text, for configuration and model binding.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class ParsableTypeConverter<T> : TypeConverter
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);
}
