using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Versions;

/// <summary>A reference of a document that would mean something else, or nothing, under another version of its standard.</summary>
public sealed class MovedReference
{
    private MovedReference(SourceLocation location, string written, IReadOnlyList<KsbChange> ksbs, DutyChange? duty)
    {
        Location = location;
        Written = written;
        Ksbs = ksbs;
        Duty = duty;
    }

    /// <summary>Where it stands.</summary>
    public SourceLocation Location { get; }

    /// <summary>The reference in canonical notation.</summary>
    public string Written { get; }

    /// <summary>What became of those of its codes that are not carried; none for a duty.</summary>
    public IReadOnlyList<KsbChange> Ksbs { get; }

    /// <summary>What became of the duty that it names; null where it names none.</summary>
    public DutyChange? Duty { get; }

    /// <summary>The references of a document to the old version whose meaning differs in the new one, in the order of the text.</summary>
    public static IReadOnlyList<MovedReference> In(IReferencingDocument document, StandardDiff diff)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(diff);
        return
        [
            .. from placed in document.References.Texts
               from reference in placed.Result.References
               where Migration.NamesOld(reference, document.References.Standards, diff.Old.Id)
               let location = document.Source.Locate(placed.Value.SpanWithin(reference.Span))
               let moved = Of(reference, location, diff)
               where moved is not null
               orderby location.Span.Start
               select moved,
        ];
    }

    /// <summary>A reference to the old version, wherever it stands; null where it means the same in the new one.</summary>
    public static MovedReference? Of(KsbReference reference, SourceLocation location, StandardDiff diff)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(diff);
        var ksbs = reference.Codes.Select(diff.Of).OfType<KsbChange>().Where(k => k.Kind != ChangeKind.Carried).ToArray();
        var duty = diff.Duties.FirstOrDefault(d => reference.IsDuty && d.Old?.Number == reference.Duty && !d.IsCarried);
        return ksbs.Length > 0 || duty is not null ? new MovedReference(location, reference.ToString(), ksbs, duty) : null;
    }

    /// <summary>What became of it, in a sentence without a closing full stop: <c>S10 is S9 now, and S9 is withdrawn</c>.</summary>
    public override string ToString() => Duty is not null
        ? $"Duty {Duty.Old!.Number} {(Duty.New is null ? "is withdrawn" : Duty.New.Number != Duty.Old.Number ? $"is Duty {Duty.New.Number} now" : Duty.Kind == ChangeKind.Reworded ? "is reworded" : Duty.HasOtherKsbs ? "maps other KSBs now" : "is performed on other options now")}"
        : string.Join(", ", Ksbs.Take(3).Select(Became)) + (Ksbs.Count > 3 ? $" and {Ksbs.Count - 3} more" : "");

    private static string Became(KsbChange change) => change.Kind switch
    {
        ChangeKind.Withdrawn => $"{change.Old!.Code} is withdrawn",
        ChangeKind.Renumbered => $"{change.Old!.Code} is {change.New!.Code} now",
        _ when change.Old!.Code == change.New!.Code => $"{change.Old.Code} is reworded",
        _ => $"{change.Old.Code} is {change.New.Code} now, and reworded",
    };
}
