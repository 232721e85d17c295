using Competency.Text;

namespace Competency.Notation;

/// <summary>One reference in a text: a code, a range of codes or a duty, perhaps qualified by a standard, with its place.</summary>
sealed partial class KsbReference
{
    internal KsbReference(SourceSpan span, KsbCode first, KsbCode last, SourceSpan firstSpan, SourceSpan lastSpan, int duty)
    {
        Span = span;
        First = first;
        Last = last;
        FirstSpan = firstSpan;
        LastSpan = lastSpan;
        Duty = duty;
    }

    /// <summary>The whole reference, with its qualifier, without its annotation.</summary>
    public SourceSpan Span { get; }

    /// <summary>The standard that it names itself, as in <c>ST0499:K9</c>; <c>default</c> where it names none.</summary>
    public StandardReference Qualifier { get; internal init; }

    /// <summary>The version that it names itself, as in <c>ST0499@1.3:K9</c>.</summary>
    public StandardVersion? QualifierVersion { get; internal init; }

    /// <summary>The characters of the qualifier without its colon; empty where there is none.</summary>
    public SourceSpan QualifierSpan { get; internal init; }

    /// <summary>The code, or the first of a range; <c>default</c> for a duty.</summary>
    public KsbCode First { get; }

    /// <summary>The code, or the last of a range; <c>default</c> for a duty.</summary>
    public KsbCode Last { get; }

    /// <summary>The characters of <see cref="First"/>.</summary>
    public SourceSpan FirstSpan { get; }

    /// <summary>The characters of <see cref="Last"/>.</summary>
    public SourceSpan LastSpan { get; }

    /// <summary>The duty's number, or 0 for a KSB.</summary>
    public int Duty { get; }

    /// <summary>What is written beside the reference and is no reference: <c>Business impact</c> in <c>K2 (Business impact)</c>; empty for none.</summary>
    public SourceSpan Annotation { get; internal init; }

    /// <summary>The weight that it is given, as in <c>K1:40</c>, <c>K1:main:40</c> or <c>K1:40%</c>: above 0, at most 1,000; null where it has none.</summary>
    public decimal? Weight { get; internal init; }

    /// <summary>Whether it is a range of more than one code.</summary>
    public bool IsRange => First != Last;

    /// <summary>Whether it names a duty.</summary>
    public bool IsDuty => Duty != 0;

    /// <summary>The codes, one by one; none for a duty.</summary>
    public IEnumerable<KsbCode> Codes
    {
        get
        {
            for (var number = First.Number; !IsDuty && number <= Last.Number; number++)
            {
                yield return new KsbCode(First.Kind, number);
            }
        }
    }

    /// <summary>Whether it can be of a standard: it names this one, or none.</summary>
    public bool IsOf(StandardId standard) =>
        !Qualifier.HasValue || (Qualifier == standard.Reference && (QualifierVersion is null || QualifierVersion == standard.Version));

    /// <summary>The same reference, some characters further on.</summary>
    internal KsbReference Shift(int offset) => new(Span.Shift(offset), First, Last, FirstSpan.Shift(offset), LastSpan.Shift(offset), Duty)
    {
        Qualifier = Qualifier,
        QualifierVersion = QualifierVersion,
        QualifierSpan = Qualifier.HasValue ? QualifierSpan.Shift(offset) : default,
        Annotation = Annotation.Length > 0 ? Annotation.Shift(offset) : default,
        Weight = Weight,
    };

    /// <summary>What it names, one by one.</summary>
    internal IEnumerable<ReferenceName> Names =>
        IsDuty ? [new ReferenceName(Qualifier, QualifierVersion, default, Duty)] : Codes.Select(c => new ReferenceName(Qualifier, QualifierVersion, c, 0));

    /// <summary>The reference in canonical notation.</summary>
    public override string ToString()
    {
        var qualifier = !Qualifier.HasValue ? "" : QualifierVersion is { } version ? $"{new StandardId(Qualifier, version)}:" : $"{Qualifier}:";
        return qualifier + (IsDuty ? $"Duty{Duty}" : IsRange ? $"{First}-{Last}" : First.ToString());
    }
}
