using System.Text;
using Competency.Tool.Files;

namespace Competency.Tool.Output;

/// <summary>
/// Standard output: UTF-8 without a mark, line feeds, whatever the console's code page, as documents are in files. What cannot be written is one
/// exception, <see cref="OutputException"/>, wherever a command notices it. A pipe that nobody reads any more is no failure: the console's stream takes what is written into it.
/// </summary>
internal sealed class StandardOutput : TextWriter
{
    private readonly Func<Stream> _open;
    private StreamWriter? _writer;
    private bool _isBroken;

    /// <param name="open">Opens the stream, when there is something to write.</param>
    public StandardOutput(Func<Stream> open) => (_open, NewLine) = (open, "\n");

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override void Write(char value) => Try(w => w.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(w => w.Write(buffer, index, count));

    public override void Write(string? value) => Try(w => w.Write(value));

    /// <exception cref="OutputException">What was written does not reach its end.</exception>
    public override void Flush()
    {
        if (_writer is not null)
        {
            Try(w => w.Flush());
        }
    }

    protected override void Dispose(bool disposing)
    {
        // Whoever wants to know whether all was written flushes before.
        if (disposing && !_isBroken)
        {
            Flush();
        }

        base.Dispose(disposing);
    }

    private void Try(Action<StreamWriter> write)
    {
        if (_isBroken)
        {
            return;
        }

        try
        {
            write(_writer ??= new StreamWriter(_open(), Encoding));
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            _isBroken = true;
            throw new OutputException(fault);
        }
    }
}
