using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Competency.Text;

namespace Competency.Generation;

/// <summary>Writes indented lines of C#, whole or piece by piece: long texts are copied once.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "") => line.Length == 0 ? End() : Start().Add(line).End();

    public CodeWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    public CodeWriter Close()
    {
        _depth--;
        return Line("}");
    }

    /// <summary>Begins a line.</summary>
    public CodeWriter Start()
    {
        _text.Append(' ', 4 * _depth);
        return this;
    }

    /// <summary>Adds to the line, as it is.</summary>
    public CodeWriter Add(string code)
    {
        _text.Append(code);
        return this;
    }

    /// <summary>Adds a text as the words of a documentation comment, on one line.</summary>
    [MethodImpl(HotLoop.Options)]
    public CodeWriter AddXml(string text)
    {
        var line = TextFolding.OnOneLine(text);
        var run = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var entity = line[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",

                // XML 1.0 has no such characters, not even escaped.
                '\uFFFE' or '\uFFFF' or '\u007F' => "",
                _ => null,
            };
            if (entity is not null)
            {
                _text.Append(line, run, i - run).Append(entity);
                run = i + 1;
            }
        }

        _text.Append(line, run, line.Length - run);
        return this;
    }

    /// <summary>Adds a text as a string literal. What is not ASCII is escaped: no character can end the line, or turn how it reads.</summary>
    [MethodImpl(HotLoop.Options)]
    public CodeWriter AddLiteral(string text)
    {
        _text.Append('"');
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                continue;
            }

            _text.Append(text, run, i - run).Append('\\');
            run = i + 1;
            if (c is '"' or '\\')
            {
                _text.Append(c);
            }
            else
            {
                _text.Append('u').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        _text.Append(text, run, text.Length - run).Append('"');
        return this;
    }

    /// <summary>Ends the line.</summary>
    public CodeWriter End()
    {
        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();
}
