using System.Text;
using Competency.Tool.Files;

namespace Competency.Tool.Output;

/// <summary>
/// Standard error, line by line: a line is written whole, after all that went to standard output before it, so that the two read as they came
/// where both go to one place. That it cannot be written nobody can be told, and nothing stops for it.
/// </summary>
internal sealed class StandardError : TextWriter
{
    private readonly Func<Stream> _open;
    private readonly TextWriter _output;
    private readonly StringBuilder _line = new();
    private Stream? _stream;

    /// <param name="open">Opens the stream, when there is something to write.</param>
    /// <param name="output">Standard output.</param>
    public StandardError(Func<Stream> open, TextWriter output) => (_open, _output, NewLine) = (open, output, "\n");

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n')
        {
            Flush();
        }
    }

    public override void Write(string? value)
    {
        _line.Append(value);
        if (value?.EndsWith('\n') == true)
        {
            Flush();
        }
    }

    public override void WriteLine(string? value) => Write(value + '\n');

    public override void Flush()
    {
        if (_line.Length == 0)
        {
            return;
        }

        // One write, and no other's part of a line within it.
        var bytes = Encoding.GetBytes(_line.ToString());
        _line.Clear();
        try
        {
            _output.Flush();
        }
        finally
        {
            TryWrite(bytes);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Flush();
        }

        base.Dispose(disposing);
    }

    private void TryWrite(byte[] bytes)
    {
        try
        {
            _stream ??= _open();
            _stream.Write(bytes);
            _stream.Flush();
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // The exit code says what there is to say.
        }
    }
}
