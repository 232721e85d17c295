using System.Buffers;
using System.Text;
using System.Text.Json;
using Competency.Documents.Json;
using Competency.Text;

namespace Competency.Interchange.Records;

/// <summary>
/// Finds the records in a stream of apprenticeship standards JSON: one object, or an array of any length. Forward only; of the stream no more
/// is held than one record, so that memory does not grow with the file.
/// </summary>
internal sealed class RecordStream : IDisposable
{
    /// <summary>The largest record, in bytes. Published ones have some ten thousands.</summary>
    public const int MaxRecord = 64 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    private readonly Stream _stream;
    private readonly string _path;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
    private int _at;
    private int _end;
    private bool _isLast;
    private bool _isOver;

    private SourceLocation? _root;
    private bool _isClosed;

    // The item that is being read: where it begins in the buffer, or -1 between items.
    private int _item = -1;
    private int _itemDepth;
    private JsonTokenType _itemKind;
    private Name _name;

    // The last place whose line and column are known, and what they are.
    private int _placed;
    private long _bytesBefore;
    private int _characters;
    private int _line = 1;
    private int _column = 1;
    private bool _afterReturn;

    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark. It is read and not closed.</param>
    /// <param name="path">The file's path, for messages.</param>
    public RecordStream(Stream stream, string path)
    {
        _stream = Decoded(stream);
        _path = path;
    }

    private enum Name
    {
        Other,
        Reference,
        Version,
        VersionNumber,
    }

    /// <summary>Whether the source is an array; known once an item or an error was found.</summary>
    public bool IsArray { get; private set; }

    /// <summary>Whether anything but white space was found.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The place of the item in the array, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the item is an object, as a record is.</summary>
    public bool IsObject => _itemKind == JsonTokenType.StartObject;

    /// <summary>The item's <c>referenceNumber</c>, as written.</summary>
    public string? Reference { get; private set; }

    /// <summary>The item's <c>version</c>, as written.</summary>
    public string? Version { get; private set; }

    /// <summary>The item's <c>versionNumber</c>, as written.</summary>
    public string? VersionNumber { get; private set; }

    /// <summary>Where the stream stops being JSON, and why; null while it is.</summary>
    public (SourceLocation Place, string Message)? Error { get; private set; }

    /// <summary>The place of the opening bracket; before one was found, where the reader stands.</summary>
    public SourceLocation Root => _root ?? Place;

    /// <summary>The place of the item's first character.</summary>
    public SourceLocation Place => Part("?").Locate(new SourceSpan(0, 1));

    /// <summary>The place of the whole item.</summary>
    public SourceLocation Whole
    {
        get
        {
            var item = Part(Encoding.UTF8.GetString(_buffer, _item, _at - _item));
            return item.Locate(new SourceSpan(0, item.Text.Length));
        }
    }

    /// <summary>Goes on to the next item, past the one that was found before.</summary>
    public bool MoveNext()
    {
        Leave();
        while (!_isOver)
        {
            try
            {
                if (Scan())
                {
                    return true;
                }
            }
            catch (JsonException fault)
            {
                Fail(fault);
                return false;
            }

            if (_isLast)
            {
                _isOver = true;
            }
            else if (!Refill())
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The item's text, which knows its place in the file.</summary>
    /// <param name="error">Why its bytes are no text, else null.</param>
    public SourceDocument? Read(out string? error)
    {
        try
        {
            error = null;
            return Part(Strict.GetString(_buffer, _item, _at - _item));
        }
        catch (DecoderFallbackException fault)
        {
            error = $"The record is not UTF-8: the byte at offset {_bytesBefore + _item + fault.Index} of the file belongs to no character; save the file as UTF-8";
            return null;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _buffer, []));

    private static UTF8Encoding Strict { get; } = new(false, throwOnInvalidBytes: true);

    /// <summary>A byte order mark says UTF-16, or is passed over.</summary>
    private Stream Decoded(Stream stream)
    {
        _end = stream.ReadAtLeast(_buffer, 3, throwOnEndOfStream: false);
        if (_buffer.AsSpan(0, _end) is [0xEF, 0xBB, 0xBF, ..])
        {
            // The readers of whole texts count the mark as a character that has no column.
            (_at, _placed, _characters) = (3, 3, 1);
            return stream;
        }

        if (_buffer.AsSpan(0, _end) is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
        {
            return stream;
        }

        var rest = new PrefixedStream(_buffer.AsSpan(2, _end - 2).ToArray(), stream);
        var encoding = _buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        (_end, _characters) = (0, 1);
        return Encoding.CreateTranscodingStream(rest, encoding, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>Reads tokens to the end of an item, or of what the buffer holds.</summary>
    private bool Scan()
    {
        var from = _at;
        var reader = new Utf8JsonReader(_buffer.AsSpan(from, _end - from), _isLast, _state);
        while (reader.Read())
        {
            if (_item < 0)
            {
                Begin(ref reader, from);
            }
            else if (reader.CurrentDepth == _itemDepth + 1)
            {
                Note(ref reader);
            }

            if (_item >= 0 && reader.CurrentDepth == _itemDepth && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                (_at, _state) = (from + (int)reader.BytesConsumed, reader.CurrentState);
                return true;
            }
        }

        (_at, _state) = (from + (int)reader.BytesConsumed, reader.CurrentState);
        return false;
    }

    private void Begin(ref Utf8JsonReader reader, int from)
    {
        if (!HasValue && reader.TokenType == JsonTokenType.StartArray)
        {
            (HasValue, IsArray) = (true, true);
            PlaceAt(from + (int)reader.TokenStartIndex);
            _root = Place;

            // What is wrong behind it, in what is read at once with it, is told from here.
            _at = from + (int)reader.BytesConsumed;
            return;
        }

        if (IsArray && reader.CurrentDepth == 0)
        {
            _isClosed = true;
            _at = from + (int)reader.BytesConsumed;
            return;
        }

        HasValue = true;
        _item = from + (int)reader.TokenStartIndex;
        (_itemDepth, _itemKind, _name) = (reader.CurrentDepth, reader.TokenType, Name.Other);
        (Reference, Version, VersionNumber) = (null, null, null);
        Position++;
        PlaceAt(_item);
    }

    /// <summary>Keeps the members that say which record this is. Of several with one name the first counts, as for every reader of the house.</summary>
    private void Note(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            _name = reader.ValueTextEquals("referenceNumber"u8) ? Name.Reference
                : reader.ValueTextEquals("version"u8) ? Name.Version
                : reader.ValueTextEquals("versionNumber"u8) ? Name.VersionNumber
                : Name.Other;
        }
        else if (_name != Name.Other && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            var text = TextOf(ref reader);
            (Reference, Version, VersionNumber) = (
                _name == Name.Reference ? Reference ?? text : Reference,
                _name == Name.Version ? Version ?? text : Version,
                _name == Name.VersionNumber ? VersionNumber ?? text : VersionNumber);
            _name = Name.Other;
        }
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.ASCII.GetString(reader.ValueSpan);
        }
        catch (InvalidOperationException)
        {
            // Bytes or half a pair that are no text: the record is told when it is read.
            return null;
        }
    }

    private void Leave()
    {
        _item = -1;
        _itemKind = JsonTokenType.None;
    }

    /// <summary>Makes room, keeping the item that has begun, and reads on.</summary>
    private bool Refill()
    {
        var keep = _item >= 0 ? _item : _at;
        if (_item < 0)
        {
            PlaceAt(_at);
        }

        if (_end - keep >= MaxRecord)
        {
            Error = (Place, $"A value here is longer than {MaxRecord / (1024 * 1024)} MB, which no record of a standard is");
            _isOver = true;
            return false;
        }

        var target = _end - keep > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(2 * _buffer.Length) : _buffer;
        _buffer.AsSpan(keep, _end - keep).CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        (_at, _end, _placed, _bytesBefore) = (_at - keep, _end - keep, _placed - keep, _bytesBefore + keep);
        _item = _item >= 0 ? 0 : -1;
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isLast = read == 0;
        return true;
    }

    /// <summary>Counts on to a place in the buffer.</summary>
    private void PlaceAt(int place)
    {
        var passed = _buffer.AsSpan(_placed, place - _placed);
        if (passed.Length == 0)
        {
            return;
        }

        var lastBreak = passed.LastIndexOfAny((byte)'\n', (byte)'\r');
        var onLastLine = Encoding.UTF8.GetCharCount(passed[(lastBreak + 1)..]);
        _characters += onLastLine;
        _column += onLastLine;
        if (lastBreak >= 0)
        {
            var lines = passed[..(lastBreak + 1)];
            var returns = lines.Count((byte)'\r');
            var pairs = returns == 0 ? 0 : lines.Count("\r\n"u8);
            _line += lines.Count((byte)'\n') + returns - pairs - (_afterReturn && passed[0] == '\n' ? 1 : 0);
            _characters += Encoding.UTF8.GetCharCount(lines);
            _column = 1 + onLastLine;
        }

        _afterReturn = passed[^1] == '\r';
        _placed = place;
    }

    /// <summary>A text that begins at the last place that was counted to.</summary>
    private SourceDocument Part(string text) => new(_path, text, _characters, new LinePosition(_line, _column));

    /// <summary>Says what is wrong as the reader of whole texts says it: it is given what stands here, behind what would make it complete.</summary>
    private void Fail(JsonException fault)
    {
        _isOver = true;

        // The character that is wrong may have come in half, and what is wrong with a word shows at its end.
        var more = _buffer.AsSpan(_end, Math.Min(64, _buffer.Length - _end));
        _end += _stream.ReadAtLeast(more, more.Length, throwOnEndOfStream: false);
        var isWithin = _item >= 0;
        var from = isWithin ? _item : _at;
        if (!isWithin)
        {
            PlaceAt(from);

            // Half of a line break was counted already: by itself the other half would be one more.
            if (_afterReturn && from < _end && _buffer[from] == (byte)'\n')
            {
                PlaceAt(++from);
            }
        }

        var before = isWithin || !HasValue ? "" : _isClosed || !IsArray ? "{}" : Position == 0 ? "[" : "[{}";
        var rest = Part(Encoding.UTF8.GetString(_buffer, from, _end - from));
        var error = JsonText.Parse(before + rest.Text).Error;
        Error = error is null
            ? (rest.Locate(new SourceSpan(0, 1)), $"This is not JSON. {fault.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ')}")
            : (rest.Locate(new SourceSpan(error.Span.Start - before.Length, error.Span.Length)), $"This is not JSON. {error.Message}");
    }
}
