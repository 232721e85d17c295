using Competency.Findings;

namespace Competency.Rules;

/// <summary>
/// Where standards come from that are not in the program: a platform's database, a service. Asked once for each version that a learner is
/// on; what it gives is kept for as long as the <see cref="Readiness"/> that asked, for a version of a standard does not change.
/// </summary>
/// <remarks>It is asked from several threads at once.</remarks>
public interface IStandardProvider
{
    /// <summary>The standard with an id; null where this source does not have it, which is asked again next time.</summary>
    /// <param name="id">Reference and version.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDocumentException">What the source holds cannot be used; learners on that standard are told, the others are judged.</exception>
    ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken);

    /// <summary>
    /// Several sources as one. All of them are asked: where two give one id with different content neither is taken, and
    /// <see cref="InvalidDocumentException"/> says so (KSB2010).
    /// </summary>
    /// <param name="sources">The sources, in any order.</param>
    static IStandardProvider Combine(params IEnumerable<IStandardProvider> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new CombinedStandards([.. sources]);
    }
}

/// <summary>Several sources of standards as one.</summary>
internal sealed class CombinedStandards(IReadOnlyList<IStandardProvider> sources) : IStandardProvider
{
    public async ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken)
    {
        OccupationalStandard? found = null;
        foreach (var source in sources)
        {
            if (await source.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } standard)
            {
                continue;
            }

            if (standard.Id != id)
            {
                throw new InvalidOperationException($"{source.GetType()} was asked for {id} and gave {standard.Id}.");
            }

            found ??= standard;
            if (!found.Equals(standard))
            {
                throw Conflict(id);
            }
        }

        return found;
    }

    public static InvalidDocumentException Conflict(StandardId id) =>
        new([new Finding(FindingCatalogue.ConflictingDocuments, $"Two sources define {id} with different content; which of them counts, nobody can say", location: null)]);
}
