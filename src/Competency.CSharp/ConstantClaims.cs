using Competency.Analysis;
using Competency.Notation;
using Competency.Text;
using Competency.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Competency.CSharp;

/// <summary>Claims characters of constants, wherever those are written out.</summary>
internal sealed class ConstantClaims(ReferencePlaces places, Claims claims)
{
    /// <summary>Why a reference is left whose characters nobody can claim.</summary>
    public const string NoLiteral = "it is not written out in a file of these projects that people write";

    /// <summary>Claims a reference's codes: as a whole where it splits, else each end by itself, for they can stand in two constants.</summary>
    public void Codes(ReferenceUse use, string text, ConstantMap map, string? codes)
    {
        var reference = use.Reference;
        var whole = ReferenceRewrite.CodesOf(reference);
        var written = text.Substring(whole.Start, whole.Length);
        if (codes is null)
        {
            // Says that they stay; where they are not written out nobody can change them.
            Constant(map, reference.FirstSpan, Part(reference.FirstSpan), Part(reference.FirstSpan), use.Claimant);
            Constant(map, reference.LastSpan, Part(reference.LastSpan), Part(reference.LastSpan), use.Claimant);
            return;
        }

        var ends = !reference.IsDuty && reference.IsRange ? KsbNotation.Parse(codes).References : [];
        var isDone = ends.Count == 1 && ends[0].IsRange
            ? Constant(map, reference.FirstSpan, Part(reference.FirstSpan), codes.Substring(ends[0].FirstSpan.Start, ends[0].FirstSpan.Length), use.Claimant)
                && Constant(map, reference.LastSpan, Part(reference.LastSpan), codes.Substring(ends[0].LastSpan.Start, ends[0].LastSpan.Length), use.Claimant)
            : Changed(ReferenceRewrite.Stays(text, reference), codes);
        if (!isDone)
        {
            use.Claimant.Refusal = NoLiteral;
        }

        // Of a duty the number alone: the word before it stays as it is written.
        bool Changed(SourceSpan stays, string now) => reference.IsDuty && string.CompareOrdinal(now, 0, text, stays.Start, stays.Length) == 0
            ? Constant(map, SourceSpan.FromBounds(stays.End, whole.End), written.Substring(stays.Length), now.Substring(stays.Length), use.Claimant)
            : Constant(map, whole, written, now, use.Claimant);

        string Part(SourceSpan span) => text.Substring(span.Start, span.Length);
    }

    /// <summary>Claims some characters of a constant; where they stand in several places, those of them that change.</summary>
    public bool Constant(ConstantMap map, SourceSpan span, string old, string @new, Claims.Claimant claimant)
    {
        if (map.Exact(span) is not { } place)
        {
            var start = 0;
            while (start < Math.Min(old.Length, @new.Length) - 1 && old[start] == @new[start])
            {
                start++;
            }

            var end = 0;
            while (end < Math.Min(old.Length, @new.Length) - start - 1 && old[old.Length - 1 - end] == @new[@new.Length - 1 - end])
            {
                end++;
            }

            if (map.Exact(new SourceSpan(span.Start + start, old.Length - start - end)) is not { } part)
            {
                return old == @new;
            }

            (place, old, @new) = (part, old.Substring(start, old.Length - start - end), @new.Substring(start, @new.Length - start - end));
        }

        // The name in nameof is that of something else, which would have to be renamed everywhere.
        if (!places.IsWritten(place.Tree) || place.Tree.GetRoot().FindToken(place.Span.Start).IsKind(SyntaxKind.IdentifierToken))
        {
            return old == @new;
        }

        claims.Add(place.Tree.FilePath, place.Span, @new, claimant, old != @new);
        return true;
    }
}
