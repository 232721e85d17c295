using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Versions;

/// <summary>What a migration has to say of one consumer's references: what is left to a person, and what the lock says of them afterwards.</summary>
internal sealed class MigrationLedger(Migration migration)
{
    private readonly List<MigrationNote> _notes = [];
    private readonly Dictionary<string, LockLine> _followed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockLine> _left = new(StringComparer.Ordinal);

    /// <summary>What is left to a person, in the order in which the references were told.</summary>
    public IReadOnlyList<MigrationNote> Notes => _notes;

    /// <summary>What the references meant in the old version, under their new codes. A code that one moved to and another still names is locked as the other was reviewed.</summary>
    public IEnumerable<LockLine> Locked => _followed.Where(f => !_left.ContainsKey(f.Key)).Select(f => f.Value).Concat(_left.Values.Select(l => l.Beside(_followed.Values)));

    private StandardDiff Diff => migration.Diff;

    /// <summary>A reference that was moved, or that stays where it has no successor.</summary>
    public void Reference(KsbReference reference, SourceLocation at)
    {
        if (reference.IsDuty)
        {
            Duty(reference.Duty, at);
        }

        foreach (var code in reference.Codes)
        {
            Statement(code, at);
        }
    }

    /// <summary>A reference whose new codes cannot be written where it stands without something there being read as it is not meant.</summary>
    public void Unreadable(KsbReference reference, string written, SourceLocation at)
    {
        Stay(reference);
        Note(ChangeKind.Renumbered, isLeft: true, $"{reference} is {written} in {Diff.New.Id}; with that it, or what stands near it, would not be read as it is meant; left as it is", at);
    }

    /// <summary>What is no reference as it is written, and was meant as one of the old version.</summary>
    public void Unread(string written, SourceLocation at) =>
        Note(ChangeKind.Renumbered, isLeft: true, $"'{Migration.Cut(written)}' has a blank behind its colon, and is not read; left as it is", at);

    /// <summary>A reference that stays as it is though its statements moved: the lock goes on saying what they meant.</summary>
    public void Stay(KsbReference reference)
    {
        var names = reference.IsDuty && migration.DutyChange(reference.Duty)?.Old is { } duty
            ? duty.Ksbs.Where(Diff.Old.Contains).Select(c => LockLine.Of(Diff.Old[c], Diff.Old)).Append(LockLine.Of(duty, Diff.Old))
            : reference.Codes.Where(Diff.Old.Contains).Select(c => LockLine.Of(Diff.Old[c], Diff.Old));
        foreach (var line in names)
        {
            _left[line.Name] = line.As(Diff.New.Id, line.Name);
        }
    }

    public void Statement(KsbCode code, SourceLocation at)
    {
        if (Diff.Of(code) is not { Old: { } old } change)
        {
            Note(ChangeKind.Withdrawn, isLeft: true, $"{code} is not in {Diff.Old.Id}; left as it is", at);
            return;
        }

        Lock(change.Kind, LockLine.Of(old, Diff.Old), change.New?.Code.ToString());
        if (change.New is null)
        {
            Note(change.Kind, isLeft: true, $"{code} '{Migration.Cut(old.Text)}' has no successor in {Diff.New.Id}; left as it is{Offered(code)}", at);
        }
        else if (change.Kind == ChangeKind.Reworded)
        {
            Note(change.Kind, isLeft: false, $"{code}{(change.New.Code == code ? "" : $" became {change.New.Code} and")} was reworded ({Migration.Percent(change.Similarity)} the same words): '{Migration.Cut(old.Text)}' reads '{Migration.Cut(change.New.Text)}' in {Diff.New.Id}; review it", at);
        }
    }

    /// <summary>The statement that is most like a withdrawn one: for a person to choose, and never chosen here.</summary>
    private string Offered(KsbCode code) =>
        Diff.OffersFor(code) is { Count: > 0 } offers ? $"; {offers[0].New!.Code} '{Migration.Cut(offers[0].New!.Text)}' is like it ({Migration.Percent(offers[0].Similarity)} the same words)" : "";

    public void Duty(int number, SourceLocation at)
    {
        if (migration.DutyChange(number) is not { Old: { } old } change)
        {
            Note(ChangeKind.Withdrawn, isLeft: true, $"Duty {number} is not in {Diff.Old.Id}; left as it is", at);
            return;
        }

        Lock(change.Kind, LockLine.Of(old, Diff.Old), change.New is null ? null : LockLine.NameOf(change.New.Number));
        foreach (var code in old.Ksbs.Where(Diff.Old.Contains))
        {
            Lock(Diff.Of(code)!.Kind, LockLine.Of(Diff.Old[code], Diff.Old), migration.Follow(code)?.ToString());
        }

        if (change.New is null)
        {
            Note(change.Kind, isLeft: true, $"Duty {number} '{Migration.Cut(old.Text)}' has no successor in {Diff.New.Id}; left as it is", at);
        }
        else if (change.Kind == ChangeKind.Reworded || change.HasOtherKsbs || change.HasOtherOptions)
        {
            var became = change.New.Number == number ? "" : $" became Duty {change.New.Number} and";
            var mapping = (change.AddedKsbs.Count == 0 ? "" : $"; it maps {KsbNotation.Format(change.AddedKsbs)} now") + (change.RemovedKsbs.Count == 0 ? "" : $"; it no longer maps {KsbNotation.Format(change.RemovedKsbs)} of {Diff.Old.Id}");
            Note(ChangeKind.Reworded, isLeft: false, $"Duty {number}{became} {(change.Kind == ChangeKind.Reworded ? $"was reworded ({Migration.Percent(change.Similarity)} the same words)" : change.HasOtherKsbs ? "stands for other KSBs" : "is performed on other options")} in {Diff.New.Id}{mapping}; review it", at);
        }
    }

    /// <summary>The name of an option that has no successor, or of none that the old version has.</summary>
    public void Option(string name, SourceLocation at) => Note(ChangeKind.Withdrawn, isLeft: true, $"{OptionSaid(name)}; left as it is", at);

    private string OptionSaid(string name) =>
        Diff.Old.FindOption(name) is not { } old ? $"The option '{TextFolding.OnOneLine(name)}' is not in {Diff.Old.Id}"
        : Diff.Options.First(o => o.Old == old).New is not { } now ? $"The option '{TextFolding.OnOneLine(name)}' has no successor in {Diff.New.Id}"
        : $"The option '{TextFolding.OnOneLine(name)}' is '{TextFolding.OnOneLine(now.ToString())}' in {Diff.New.Id}, which cannot be written here";

    private void Lock(ChangeKind kind, LockLine old, string? name)
    {
        // What was reworded is locked as it read: the new words are not reviewed by moving a reference.
        var (lines, line) = kind == ChangeKind.Withdrawn || name is null ? (_left, old.As(Diff.New.Id, old.Name).Without(successor: false)) : (_followed, old.As(Diff.New.Id, name));
        lines[line.Name] = line;
    }

    private void Note(ChangeKind kind, bool isLeft, string message, SourceLocation at) => _notes.Add(new MigrationNote(kind, isLeft, message, at));
}
