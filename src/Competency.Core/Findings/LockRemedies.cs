using Competency.Documents;
using Competency.Text;
using Competency.Versions;

namespace Competency.Findings;

/// <summary>What becomes of a lock where references follow their statements, or their present meaning is accepted.</summary>
internal static class LockRemedies
{
    /// <summary>The lock once a person has accepted what the references mean now.</summary>
    public static KsbLock Accept(KsbLock @lock, IEnumerable<LockRemedy> remedies) =>
        remedies.Aggregate(@lock, static (l, remedy) => l.With(remedy.Consumer, remedy.Accepted));

    /// <summary>
    /// The lock once references followed their statements, all of them together. Where one moved to a code that another still names for want of
    /// a successor, the code goes on meaning what the other meant: it stays reported until a person has looked.
    /// </summary>
    public static KsbLock Follow(KsbLock @lock, IEnumerable<LockRemedy> remedies)
    {
        var all = remedies.ToArray();
        var followed = all.Aggregate(@lock, static (l, remedy) => l.With(remedy.Consumer, remedy.Followed));
        return all.Aggregate(followed, (l, remedy) => l.With(remedy.Consumer, remedy.Left.Select(left => left.Beside(all.Where(r => r.Consumer.Equals(remedy.Consumer)).SelectMany(r => r.Followed)))));
    }

    /// <summary>What a person has to look at once a reference followed as far as it could.</summary>
    /// <param name="message">What became of it: the message of KSB1006.</param>
    /// <param name="remedy">Its remedy.</param>
    /// <param name="at">Where it stands.</param>
    public static MigrationNote Note(string message, LockRemedy remedy, SourceLocation at) => remedy.IsLeft
        ? new MigrationNote(ChangeKind.Withdrawn, isLeft: true, $"{message}; left as it is", at)
        : new MigrationNote(ChangeKind.Reworded, isLeft: false, $"{message}; review it", at);
}
