using System.Runtime.CompilerServices;
using System.Text;
using Competency.Text;

namespace Competency.Documents.Json;

/// <summary>A recursive descent over one text. After the first error every method returns what it has.</summary>
internal sealed class JsonParser(string text)
{
    // Values and members that are read and not yet part of an array or object, the innermost last: one list for the whole text.
    private readonly List<JsonValue> _items = [];
    private readonly List<JsonMember> _members = [];
    private readonly string?[] _names = new string?[64];
    private StringBuilder? _characters;
    private int _at;
    private int _depth;
    private JsonSyntaxError? _error;

    /// <summary>Where each character of a string that has escapes stands in the text, and one more: the closing quote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the string's opening quote stands.</param>
    public static int[] Offsets(string text, int start)
    {
        var offsets = new List<int>();
        new JsonParser(text) { _at = start + 1 }.ReadCharacters(start, offsets);
        return offsets.ToArray();
    }

    public JsonText Parse()
    {
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            _at = 1;
        }

        SkipWhiteSpace();
        if (_at >= text.Length)
        {
            Fail(_at, 0, "The file is empty");
            return new JsonText(null, _error);
        }

        var root = ReadValue();
        SkipWhiteSpace();
        if (_error is null && _at < text.Length)
        {
            Fail(_at, 1, $"{Here()} stands after the end of the JSON value");
        }

        return new JsonText(root, _error);
    }

    private JsonValue? ReadValue()
    {
        if (_at >= text.Length)
        {
            Fail(_at, 0, "The text ends where a value belongs");
            return null;
        }

        switch (text[_at])
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return ReadString();
            case 't':
                return ReadWord("true", JsonKind.Boolean);
            case 'f':
                return ReadWord("false", JsonKind.Boolean);
            case 'n':
                return ReadWord("null", JsonKind.Null);
            case '-':
            case >= '0' and <= '9':
                return ReadNumber();
            case '\'':
                Fail(_at, 1, "A string stands between double quotes (\"), not single ones");
                return null;
            case '/':
                Fail(_at, 1, "JSON has no comments");
                return null;
            case '}' or ']':
                Fail(_at, 1, $"{Here()} stands where a value belongs; is there a comma too many before it?");
                return null;
            default:
                Fail(_at, 1, $"{Here()} stands where a value belongs");
                return null;
        }
    }

    private JsonValue ReadObject()
    {
        var start = _at++;
        var before = _members.Count;
        if (Enter(start))
        {
            SkipWhiteSpace();
            if (!Take('}'))
            {
                do
                {
                    SkipWhiteSpace();
                    if (_at >= text.Length || text[_at] != '"')
                    {
                        Fail(_at, 1, _at >= text.Length
                            ? "The text ends inside an object"
                            : text[_at] == '}' ? "A comma stands before '}'; JSON allows none there" : $"{Here()} stands where a property name in double quotes belongs");
                        break;
                    }

                    var nameStart = _at;
                    var name = ReadName();
                    var nameSpan = SourceSpan.FromBounds(nameStart, _at);
                    SkipWhiteSpace();
                    if (_error is not null || !Expect(':', "A colon belongs between a property's name and its value"))
                    {
                        break;
                    }

                    SkipWhiteSpace();
                    var value = ReadValue();
                    if (IsUsable(value))
                    {
                        _members.Add(new JsonMember(name, nameSpan, value!));
                    }

                    SkipWhiteSpace();
                }
                while (_error is null && Take(','));

                if (_error is null)
                {
                    Expect('}', "A comma or '}' belongs after a property");
                }
            }

            _depth--;
        }

        return new JsonValue(SourceSpan.FromBounds(start, _at), Taken(_members, before));
    }

    private JsonValue ReadArray()
    {
        var start = _at++;
        var before = _items.Count;
        if (Enter(start))
        {
            SkipWhiteSpace();
            if (!Take(']'))
            {
                do
                {
                    SkipWhiteSpace();
                    var value = ReadValue();
                    if (IsUsable(value))
                    {
                        _items.Add(value!);
                    }

                    SkipWhiteSpace();
                }
                while (_error is null && Take(','));

                if (_error is null)
                {
                    Expect(']', "A comma or ']' belongs after an item");
                }
            }

            _depth--;
        }

        return new JsonValue(SourceSpan.FromBounds(start, _at), Taken(_items, before));
    }

    /// <summary>Takes what was read since a place of the list out of it.</summary>
    private static T[] Taken<T>(List<T> list, int from)
    {
        var taken = new T[list.Count - from];
        list.CopyTo(from, taken, 0, taken.Length);
        list.RemoveRange(from, taken.Length);
        return taken;
    }

    /// <summary>Whether a value was read whole, or holds values that were.</summary>
    private bool IsUsable(JsonValue? value) => value is not null && (_error is null || value.Kind is JsonKind.Object or JsonKind.Array);

    private JsonValue ReadString()
    {
        var start = _at++;
        return TryReadPlain(out var run)
            ? new JsonValue(JsonKind.String, SourceSpan.FromBounds(start, _at), text.Substring(run, _at - run - 1))
            : new JsonValue(ReadCharacters(start, offsets: null), SourceSpan.FromBounds(start, _at), text);
    }

    /// <summary>The name of a member. A text has few names, many times: each is kept once.</summary>
    private string ReadName()
    {
        var start = _at++;
        if (!TryReadPlain(out var run))
        {
            return ReadCharacters(start, offsets: null);
        }

        var length = _at - run - 1;
        ref var kept = ref _names[length == 0 ? 0 : ((text[run] * 31) + (text[_at - 2] * 7) + length) % _names.Length];
        return kept is not null && kept.Length == length && string.CompareOrdinal(kept, 0, text, run, length) == 0
            ? kept
            : kept = text.Substring(run, length);
    }

    /// <summary>Passes over a string without escapes and surrogates, its closing quote included; over nothing where it has some.</summary>
    private bool TryReadPlain(out int run)
    {
        run = _at;
        var end = CharacterRuns.EndOfPlainString(text, _at);
        if (end >= text.Length || text[end] != '"')
        {
            return false;
        }

        _at = end + 1;
        return true;
    }

    /// <summary>A string with an escape, a surrogate or an error in it.</summary>
    /// <param name="start">Its opening quote.</param>
    /// <param name="offsets">Takes where each character stands; null where nobody asks.</param>
    [MethodImpl(HotLoop.Options)]
    private string ReadCharacters(int start, List<int>? offsets)
    {
        var value = (_characters ??= new StringBuilder()).Clear();
        while (_error is null && _at < text.Length && text[_at] != '"')
        {
            var run = _at;
            _at = CharacterRuns.EndOfPlainString(text, run);
            value.Append(text, run, _at - run);
            for (; offsets is not null && run < _at; run++)
            {
                offsets.Add(run);
            }

            if (_at < text.Length && text[_at] != '"')
            {
                offsets?.Add(_at);
                ReadCharacter(value);
                if (offsets is not null && value.Length > offsets.Count)
                {
                    offsets.Add(offsets[offsets.Count - 1]);
                }
            }
        }

        offsets?.Add(_at);
        if (_error is null && !Take('"'))
        {
            Fail(start, 1, "The string has no closing quote");
        }

        return value.ToString();
    }

    /// <summary>One character of a string, two for a surrogate pair.</summary>
    private void ReadCharacter(StringBuilder value)
    {
        var c = text[_at];
        if (c < ' ')
        {
            Fail(_at, 1, c is '\n' or '\r' ? "The string has no closing quote on its line" : $"The control character U+{(int)c:X4} must be written as an escape");
            return;
        }

        if (c != '\\')
        {
            _at++;
            if (!char.IsSurrogate(c))
            {
                value.Append(c);
            }
            else if (char.IsHighSurrogate(c) && _at < text.Length && char.IsLowSurrogate(text[_at]))
            {
                value.Append(c).Append(text[_at++]);
            }
            else
            {
                Fail(_at - 1, 1, $"The character U+{(int)c:X4} is half of a surrogate pair");
            }

            return;
        }

        var start = _at++;
        var escape = _at < text.Length ? text[_at++] : '\0';
        switch (escape)
        {
            case '"' or '\\' or '/':
                value.Append(escape);
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'u':
                ReadUnicodeEscape(start, value);
                break;
            default:
                Fail(start, Math.Min(2, text.Length - start), "A backslash starts an escape, and this is none; write \\\\ for a backslash");
                break;
        }
    }

    private void ReadUnicodeEscape(int start, StringBuilder value)
    {
        if (!TryHex(out var high))
        {
            Fail(start, _at - start, "Four hexadecimal digits belong after \\u");
            return;
        }

        if (!char.IsSurrogate(high))
        {
            value.Append(high);
            return;
        }

        if (char.IsHighSurrogate(high) && _at + 1 < text.Length && text[_at] == '\\' && text[_at + 1] == 'u')
        {
            _at += 2;
            if (TryHex(out var low) && char.IsLowSurrogate(low))
            {
                value.Append(high).Append(low);
                return;
            }
        }

        Fail(start, _at - start, $"The escape U+{(int)high:X4} is half of a surrogate pair");
    }

    private bool TryHex(out char c)
    {
        var code = 0;
        c = '\0';
        for (var i = 0; i < 4; i++)
        {
            if (_at >= text.Length)
            {
                return false;
            }

            var digit = text[_at] switch
            {
                >= '0' and <= '9' => text[_at] - '0',
                >= 'a' and <= 'f' => text[_at] - 'a' + 10,
                >= 'A' and <= 'F' => text[_at] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            code = (code << 4) | digit;
            _at++;
        }

        c = (char)code;
        return true;
    }

    private JsonValue? ReadNumber()
    {
        var start = _at;
        Take('-');
        if (!Take('0') && !TakeDigits())
        {
            Fail(start, Math.Max(1, _at - start), "A digit belongs after '-'");
            return null;
        }

        if (_at < text.Length && TextFolding.IsDigit(text[_at]))
        {
            Fail(start, _at - start + 1, "A number has no leading zero");
            return null;
        }

        if (Take('.') && !TakeDigits())
        {
            Fail(start, _at - start, "A digit belongs after the decimal point");
            return null;
        }

        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            if (!Take('+'))
            {
                Take('-');
            }

            if (!TakeDigits())
            {
                Fail(start, _at - start, "A digit belongs in the exponent");
                return null;
            }
        }

        return new JsonValue(JsonKind.Number, SourceSpan.FromBounds(start, _at), text.Substring(start, _at - start));
    }

    private JsonValue? ReadWord(string word, JsonKind kind)
    {
        var start = _at;
        if (string.CompareOrdinal(text, start, word, 0, word.Length) != 0)
        {
            var end = start;
            while (end < text.Length && TextFolding.IsLetter(text[end]))
            {
                end++;
            }

            Fail(start, end - start, $"'{text.Substring(start, Math.Min(end - start, 20))}' is no JSON value; did you mean {word}?");
            return null;
        }

        _at += word.Length;
        return new JsonValue(kind, SourceSpan.FromBounds(start, _at), word);
    }

    private bool Enter(int start)
    {
        if (++_depth <= JsonText.MaxDepth)
        {
            return true;
        }

        Fail(start, 1, $"Arrays and objects nest deeper than {JsonText.MaxDepth}");
        return false;
    }

    private bool TakeDigits()
    {
        var start = _at;
        while (_at < text.Length && TextFolding.IsDigit(text[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    private bool Take(char c)
    {
        if (_at >= text.Length || text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Expect(char c, string message)
    {
        if (Take(c))
        {
            return true;
        }

        Fail(_at, _at < text.Length ? 1 : 0, _at < text.Length ? message : $"The text ends too early. {message}");
        return false;
    }

    [MethodImpl(HotLoop.Options)]
    private void SkipWhiteSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    // A sign that cannot be told from a blank, or not seen at all, is named by its number: U+00A0 comes along with what is pasted from a web page.
    private string Here() => TextFolding.IsWhiteSpace(text[_at]) || char.IsControl(text[_at]) || char.IsSurrogate(text[_at]) || TextFolding.IsInvisible(text[_at])
        ? $"U+{(int)text[_at]:X4}"
        : $"'{text[_at]}'";

    private void Fail(int start, int length, string message) => _error ??= new JsonSyntaxError(new SourceSpan(start, Math.Min(length, text.Length - start)), message);
}
