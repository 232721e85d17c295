using System.Text;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>A string in code that no compilation reads: a literal, with those that are added to it, or what stands between the holes of an interpolated string.</summary>
internal sealed class DisabledText
{
    private readonly StringBuilder _value = new();
    private readonly List<TextSpan> _places = [];

    private DisabledText(bool goesOnBefore) => GoesOnBefore = goesOnBefore;

    /// <summary>The characters.</summary>
    public string Value => _value.ToString();

    /// <summary>Whether a hole, or something that is no literal, stands right before it.</summary>
    public bool GoesOnBefore { get; }

    /// <summary>Whether one stands right behind it.</summary>
    public bool GoesOnBehind { get; private set; }

    /// <summary>The text that begins with a token; null where none does, or where the token goes on with one before it.</summary>
    /// <param name="tokens">All tokens of the code.</param>
    /// <param name="at">Which of them.</param>
    public static DisabledText? At(SyntaxToken[] tokens, int at)
    {
        if (tokens[at].IsKind(SyntaxKind.InterpolatedStringTextToken))
        {
            var part = new DisabledText(Is(tokens, at - 1, SyntaxKind.CloseBraceToken) || (IsStart(tokens, at - 1) && Is(tokens, at - 2, SyntaxKind.PlusToken)));
            part.Add(tokens[at]);
            part.GoesOnBehind = Is(tokens, at + 1, SyntaxKind.OpenBraceToken) || (IsEnd(tokens, at + 1) && Is(tokens, at + 2, SyntaxKind.PlusToken));
            return part;
        }

        var isAdded = Is(tokens, at - 1, SyntaxKind.PlusToken);
        if (!IsLiteral(tokens, at) || (isAdded && IsLiteral(tokens, at - 2)))
        {
            return null;
        }

        var text = new DisabledText(isAdded);
        text.Add(tokens[at]);
        for (; Is(tokens, at + 1, SyntaxKind.PlusToken) && IsLiteral(tokens, at + 2); at += 2)
        {
            text.Add(tokens[at + 2]);
        }

        text.GoesOnBehind = Is(tokens, at + 1, SyntaxKind.PlusToken);
        return text;
    }

    /// <summary>Whether what stands before or behind can be more of the same word, as in <c>$"S1{n}"</c>: what it says then, nobody knows.</summary>
    public bool IsCut(int start, int end) =>
        (start == 0 && GoesOnBefore && TextFolding.IsWordCharacter(_value[0])) || (end == _value.Length && GoesOnBehind && TextFolding.IsWordCharacter(_value[end - 1]));

    /// <summary>Where some of the characters stand.</summary>
    public TextSpan Place(int start, int end) => TextSpan.FromBounds(_places[start].Start, _places[end - 1].End);

    private void Add(SyntaxToken token)
    {
        var value = token.ValueText;
        var start = token.Text.IndexOf(value, StringComparison.Ordinal);
        _value.Append(value);
        _places.AddRange(Enumerable.Range(0, value.Length).Select(i => start < 0 ? token.Span : new TextSpan(token.SpanStart + start + i, 1)));
    }

    private static bool Is(SyntaxToken[] tokens, int at, SyntaxKind kind) => at >= 0 && at < tokens.Length && tokens[at].IsKind(kind);

    private static bool IsLiteral(SyntaxToken[] tokens, int at) =>
        at >= 0 && at < tokens.Length && tokens[at].Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static bool IsStart(SyntaxToken[] tokens, int at) =>
        at >= 0 && tokens[at].Kind() is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;

    private static bool IsEnd(SyntaxToken[] tokens, int at) =>
        at < tokens.Length && tokens[at].Kind() is SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken;
}
