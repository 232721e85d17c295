using System.Text;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analysis;

/// <summary>
/// Where each character of a constant string stands in the source: through escapes, verbatim and raw strings, concatenations and constant
/// interpolations. What is no literal, such as a constant's name, stands for all of its characters.
/// </summary>
internal sealed class ConstantMap
{
    private readonly StringBuilder _value = new();
    private readonly List<TextSpan> _places = [];
    private readonly List<bool> _isExact = [];
    private readonly List<SyntaxTree> _trees = [];
    private readonly ExpressionSyntax _expression;
    private readonly Func<IFieldSymbol, SemanticModel?>? _ofConstant;
    private SyntaxTree _tree;

    // A constant cannot be made of itself in code that compiles; in code that does not, this must end.
    private int _depth;

    private ConstantMap(ExpressionSyntax expression, Func<IFieldSymbol, SemanticModel?>? ofConstant)
    {
        _expression = expression;
        _ofConstant = ofConstant;
        _tree = expression.SyntaxTree;
    }

    /// <summary>Maps a constant expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="value">Its constant value.</param>
    /// <param name="model">The semantic model, for the constants inside.</param>
    /// <param name="ofConstant">The model of the file that declares a constant, so that its own literal is the place; null to take the constant's name for its place.</param>
    public static ConstantMap Create(ExpressionSyntax expression, string value, SemanticModel? model, Func<IFieldSymbol, SemanticModel?>? ofConstant = null)
    {
        var map = new ConstantMap(expression, ofConstant);
        map.Add(expression, model);
        if (map._value.ToString() != value)
        {
            // Something that this map does not understand: the whole expression stands for all.
            map._value.Clear();
            map._places.Clear();
            map._isExact.Clear();
            map._trees.Clear();
            map.AddWhole(value, expression.Span);
        }

        return map;
    }

    /// <summary>The place of some characters of the value.</summary>
    /// <param name="span">The characters; an empty span is the whole expression.</param>
    /// <param name="isExact">Whether the place holds those characters and no others, so that a fix can replace them.</param>
    public Location Locate(SourceSpan span, out bool isExact)
    {
        isExact = false;
        if (span.Length == 0 || span.End > _places.Count)
        {
            return _expression.GetLocation();
        }

        var start = _places[span.Start].Start;
        var end = _places[span.End - 1].End;
        isExact = Enumerable.Range(span.Start, span.Length).All(i => _isExact[i]);
        for (var i = span.Start + 1; isExact && i < span.End; i++)
        {
            isExact = _places[i].Start == _places[i - 1].End;
        }

        return end < start ? _expression.GetLocation() : Location.Create(_expression.SyntaxTree, TextSpan.FromBounds(start, end));
    }

    /// <summary>Where those characters and no others stand, so that others can take their place; null where they stand in several places or in none of these files.</summary>
    public (SyntaxTree Tree, TextSpan Span)? Exact(SourceSpan span)
    {
        if (span.Length == 0 || span.End > _places.Count || !_isExact[span.Start])
        {
            return null;
        }

        for (var i = span.Start + 1; i < span.End; i++)
        {
            if (!_isExact[i] || _trees[i] != _trees[span.Start] || _places[i].Start != _places[i - 1].End)
            {
                return null;
            }
        }

        return (_trees[span.Start], TextSpan.FromBounds(_places[span.Start].Start, _places[span.End - 1].End));
    }

    private void Add(ExpressionSyntax expression, SemanticModel? model)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Add(parenthesized.Expression, model);
                break;
            case CastExpressionSyntax cast:
                Add(cast.Expression, model);
                break;
            case PostfixUnaryExpressionSyntax forgiven when forgiven.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                Add(forgiven.Operand, model);
                break;
            case ConditionalExpressionSyntax choice when model?.GetConstantValue(choice.Condition) is { HasValue: true, Value: bool isTrue }:
                Add(isTrue ? choice.WhenTrue : choice.WhenFalse, model);
                break;
            case LiteralExpressionSyntax { Token.Value: string } literal:
                AddToken(literal.Token);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                Add(binary.Left, model);
                Add(binary.Right, model);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(interpolated, model);
                break;
            default:
                if (model?.GetConstantValue(expression) is { HasValue: true, Value: string value } && !TryAddDeclaration(expression, model) && !TryAddNameOf(expression, value))
                {
                    AddWhole(value, expression.Span);
                }

                break;
        }
    }

    /// <summary>A constant by its name: what its declaration says, in whatever file.</summary>
    private bool TryAddDeclaration(ExpressionSyntax name, SemanticModel model)
    {
        if (_ofConstant is null || _depth > 16 || model.GetSymbolInfo(name).Symbol is not { DeclaringSyntaxReferences.Length: 1 } symbol
            || symbol.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            return false;
        }

        var declaring = symbol is IFieldSymbol { IsConst: true } field ? _ofConstant(field) : symbol is ILocalSymbol { IsConst: true } ? model : null;
        if (declaring is null)
        {
            return false;
        }

        var tree = _tree;
        _tree = value.SyntaxTree;
        _depth++;
        Add(value, declaring);
        _depth--;
        _tree = tree;
        return true;
    }

    /// <summary><c>nameof(Ksb.S10)</c> says what the last name says.</summary>
    private bool TryAddNameOf(ExpressionSyntax expression, string value)
    {
        if (_ofConstant is null || expression is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments })
        {
            return false;
        }

        var name = arguments[0].Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            IdentifierNameSyntax identifier => identifier.Identifier,
            _ => default,
        };
        if (name.Text != value)
        {
            return false;
        }

        AddRun(value, name.SpanStart);
        return true;
    }

    private void AddInterpolated(InterpolatedStringExpressionSyntax interpolated, SemanticModel? model)
    {
        foreach (var content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text when text.TextToken.Text == text.TextToken.ValueText:
                    AddRun(text.TextToken.Text, text.TextToken.SpanStart);
                    break;
                case InterpolatedStringTextSyntax text when interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken) && TryAddIndented(text.TextToken):
                    break;
                case InterpolatedStringTextSyntax text when interpolated.StringStartToken.Kind() is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                    && TryAddEscaped(text.TextToken, interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken)):
                    break;
                case InterpolatedStringTextSyntax text:
                    AddWhole(text.TextToken.ValueText, text.Span);
                    break;
                case InterpolationSyntax hole:
                    Add(hole.Expression, model);
                    break;
            }
        }
    }

    /// <summary>A part with escapes, or with doubled braces or quotes.</summary>
    private bool TryAddEscaped(SyntaxToken token, bool isVerbatim)
    {
        var (text, value) = (token.Text, token.ValueText);
        var places = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var isDoubled = at + 1 < text.Length && text[at + 1] == text[at] && (text[at] is '{' or '}' || (isVerbatim && text[at] == '"'));
            var isEscape = !isVerbatim && text[at] == '\\';
            var length = isEscape ? EscapeLength(text, at) : isDoubled ? 2 : 1;
            var place = new TextSpan(token.SpanStart + at, length);
            if (places.Count == value.Length || (!isEscape && value[places.Count] != text[at]))
            {
                return false;
            }

            places.Add(place);
            if (isEscape && at + 1 < text.Length && text[at + 1] == 'U' && places.Count < value.Length && char.IsSurrogatePair(value[places.Count - 1], value[places.Count]))
            {
                places.Add(place);
            }

            at += length;
        }

        if (places.Count != value.Length)
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            AddCharacter(value[i], places[i], isExact: true);
        }

        return true;
    }

    /// <summary>A part of several raw lines: the value lacks white space that the text has, and nothing else.</summary>
    private bool TryAddIndented(SyntaxToken token)
    {
        var (text, value) = (token.Text, token.ValueText);
        var places = new int[value.Length];
        var at = 0;
        for (var i = 0; i < value.Length; i++, at++)
        {
            while (at < text.Length && text[at] != value[i] && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at >= text.Length || text[at] != value[i])
            {
                return false;
            }

            places[i] = at;
        }

        for (var i = 0; i < value.Length; i++)
        {
            AddCharacter(value[i], new TextSpan(token.SpanStart + places[i], 1), isExact: true);
        }

        return true;
    }

    private void AddToken(SyntaxToken token)
    {
        var before = _value.Length;
        switch (token.Kind())
        {
            case SyntaxKind.SingleLineRawStringLiteralToken:
                AddSingleLineRaw(token);
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                AddMultiLineRaw(token);
                break;
            case SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal):
                AddVerbatim(token);
                break;
            case SyntaxKind.StringLiteralToken:
                AddRegular(token);
                break;
        }

        if (_value.ToString(before, _value.Length - before) != token.ValueText)
        {
            _value.Length = before;
            _places.RemoveRange(before, _places.Count - before);
            _isExact.RemoveRange(before, _isExact.Count - before);
            _trees.RemoveRange(before, _trees.Count - before);
            AddWhole(token.ValueText, token.Span);
        }
    }

    private void AddRegular(SyntaxToken token)
    {
        var text = token.Text;
        var decoded = token.ValueText;
        var at = 1;
        for (var i = 0; i < decoded.Length && at < text.Length - 1;)
        {
            var length = text[at] == '\\' ? EscapeLength(text, at) : 1;
            var units = text[at] == '\\' && at + 1 < text.Length && text[at + 1] == 'U' && char.IsSurrogatePair(decoded, i) ? 2 : 1;
            for (var unit = 0; unit < units; unit++, i++)
            {
                AddCharacter(decoded[i], new TextSpan(token.SpanStart + at, length), isExact: true);
            }

            at += length;
        }
    }

    private static int EscapeLength(string text, int at)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\0';
        if (kind == 'u')
        {
            return 6;
        }

        if (kind == 'U')
        {
            return 10;
        }

        if (kind != 'x')
        {
            return 2;
        }

        var end = at + 2;
        while (end < text.Length && end < at + 6 && Uri.IsHexDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }

    private void AddVerbatim(SyntaxToken token)
    {
        var text = token.Text;
        for (var at = 2; at < text.Length - 1; at++)
        {
            var length = text[at] == '"' ? 2 : 1;
            AddCharacter(text[at], new TextSpan(token.SpanStart + at, length), isExact: true);
            at += length - 1;
        }
    }

    private void AddSingleLineRaw(SyntaxToken token)
    {
        var quotes = Quotes(token.Text);
        AddRun(token.Text.Substring(quotes, token.Text.Length - (2 * quotes)), token.SpanStart + quotes);
    }

    /// <summary>The lines between the quotes, each without the indentation that stands before the closing quotes.</summary>
    private void AddMultiLineRaw(SyntaxToken token)
    {
        var text = token.Text;
        var quotes = Quotes(text);
        var first = text.IndexOf('\n') + 1;
        var closing = text.Length - quotes;
        var lastLine = text.LastIndexOf('\n', closing - 1) + 1;
        var indentation = closing - lastLine;
        var end = lastLine - 1;
        if (end > 0 && text[end - 1] == '\r')
        {
            end--;
        }

        for (var at = first; at < end;)
        {
            var lineEnd = text.IndexOf('\n', at);
            lineEnd = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
            var skipped = 0;
            while (skipped < indentation && at + skipped < lineEnd && text[at + skipped] is ' ' or '\t')
            {
                skipped++;
            }

            AddRun(text.Substring(at + skipped, lineEnd - at - skipped), token.SpanStart + at + skipped);
            at = lineEnd;
        }
    }

    private static int Quotes(string text)
    {
        var quotes = 0;
        while (quotes < text.Length && text[quotes] == '"')
        {
            quotes++;
        }

        return quotes;
    }

    private void AddRun(string characters, int start)
    {
        for (var i = 0; i < characters.Length; i++)
        {
            AddCharacter(characters[i], new TextSpan(start + i, 1), isExact: true);
        }
    }

    private void AddWhole(string characters, TextSpan place)
    {
        foreach (var c in characters)
        {
            AddCharacter(c, place, isExact: false);
        }
    }

    private void AddCharacter(char c, TextSpan place, bool isExact)
    {
        _value.Append(c);
        _places.Add(place);
        _isExact.Add(isExact);
        _trees.Add(_tree);
    }
}
