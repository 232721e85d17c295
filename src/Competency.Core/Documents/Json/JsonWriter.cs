using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Competency.Text;

namespace Competency.Documents.Json;

/// <summary>
/// Writes JSON canonically: members in the order of the calls, two blanks of indentation, line feeds, no escape that is not needed, one
/// final line feed. Members without a value are left out.
/// </summary>
sealed partial class JsonWriter
{
    private readonly StringBuilder _text = new();
    private readonly bool _indented;
    private readonly Stack<bool> _hasItems = new();

    /// <summary>Starts a text.</summary>
    /// <param name="indented">Whether it is for people; false writes it on one line.</param>
    public JsonWriter(bool indented = true) => _indented = indented;

    /// <summary>A string by itself, in quotes.</summary>
    internal static string Quoted(string value) => new JsonWriter(indented: false).Item(value).ToString();

    /// <summary>Starts an object, as an item or as the whole.</summary>
    public JsonWriter StartObject() => Open('{');

    /// <summary>Starts an object as a member.</summary>
    public JsonWriter StartObject(string name) => Name(name).Open('{', named: true);

    /// <summary>Ends an object.</summary>
    public JsonWriter EndObject() => Close('}');

    /// <summary>Starts an array, as an item or as the whole.</summary>
    public JsonWriter StartArray() => Open('[');

    /// <summary>Starts an array as a member.</summary>
    public JsonWriter StartArray(string name) => Name(name).Open('[', named: true);

    /// <summary>Ends an array.</summary>
    public JsonWriter EndArray() => Close(']');

    /// <summary>A string member; none where the value is null.</summary>
    public JsonWriter Member(string name, string? value) => value is null ? this : Name(name).Quote(value);

    /// <summary>A number member; none where the value is null.</summary>
    public JsonWriter Member(string name, int? value) =>
        value is null ? this : Name(name).Raw(value.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number member with a fraction; none where the value is null.</summary>
    public JsonWriter Member(string name, decimal? value) =>
        value is null ? this : Name(name).Raw(value.Value.ToString("0.############################", CultureInfo.InvariantCulture));

    /// <summary>A boolean member; none where the value is null.</summary>
    public JsonWriter Member(string name, bool? value) => value is null ? this : Name(name).Raw(value.Value ? "true" : "false");

    /// <summary>A date member as <c>2024-02-01</c>; none where the value is null.</summary>
    public JsonWriter Member(string name, DateOnly? value) => value is null ? this : Member(name, IsoDate.Format(value.Value));

    /// <summary>A member that is an array of strings on one line; none where the list is empty.</summary>
    public JsonWriter Member(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return this;
        }

        StartArray(name);
        foreach (var value in values)
        {
            Item(value);
        }

        return EndArray();
    }

    /// <summary>A string as an item of an array.</summary>
    public JsonWriter Item(string value)
    {
        Separate();
        return Quote(value);
    }

    /// <summary>The whole text.</summary>
    public override string ToString() => _indented ? _text + "\n" : _text.ToString();

    private JsonWriter Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(_indented ? ": " : ":");
        return this;
    }

    private JsonWriter Open(char bracket, bool named = false)
    {
        if (!named)
        {
            Separate();
        }

        _text.Append(bracket);
        _hasItems.Push(false);
        return this;
    }

    private JsonWriter Close(char bracket)
    {
        if (_hasItems.Pop())
        {
            NewLine();
        }

        _text.Append(bracket);
        return this;
    }

    private void Separate()
    {
        if (_hasItems.Count == 0)
        {
            return;
        }

        if (_hasItems.Pop())
        {
            _text.Append(',');
        }

        _hasItems.Push(true);
        NewLine();
    }

    private void NewLine()
    {
        if (_indented)
        {
            _text.Append('\n').Append(' ', 2 * _hasItems.Count);
        }
    }

    private JsonWriter Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    [MethodImpl(HotLoop.Options)]
    private JsonWriter Quote(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var run = i;
            i = CharacterRuns.EndOfPlainAscii(value, i);
            _text.Append(value, run, i - run);
            if (i == value.Length)
            {
                break;
            }

            var c = value[i];
            switch (c)
            {
                case '"':
                    _text.Append("\\\"");
                    break;
                case '\\':
                    _text.Append("\\\\");
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case '\r':
                    _text.Append("\\r");
                    break;
                case '\t':
                    _text.Append("\\t");
                    break;
                default:
                    AppendCharacter(value, ref i, c);
                    break;
            }
        }

        _text.Append('"');
        return this;
    }

    private void AppendCharacter(string value, ref int i, char c)
    {
        if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
        {
            _text.Append(c).Append(value[++i]);
        }
        else if (char.IsSurrogate(c))
        {
            // Half a pair is no character and would make the text unreadable; U+FFFD is what every decoder shows for it.
            _text.Append('\uFFFD');
        }
        else if (c < ' ' || TextFolding.IsInvisible(c) || (c != ' ' && TextFolding.IsWhiteSpace(c)))
        {
            // What nobody can see in an editor is written so that everybody can.
            _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            _text.Append(c);
        }
    }
}
