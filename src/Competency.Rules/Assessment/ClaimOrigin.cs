namespace Competency.Rules;

/// <summary>Where the decision in force on an item was made, for one that counts in another version by the moves of the learner.</summary>
/// <param name="From">The statement there.</param>
/// <param name="Route">How that leads here.</param>
internal sealed record ClaimOrigin(VersionKsb From, StatementRoute Route)
{
    /// <summary>The day of the transfer from which it counts here.</summary>
    public DateOnly On => Route.Links.Max(l => l.On);

    /// <summary>Who said that it counts for these words, at each step.</summary>
    public IEnumerable<Signature> Signatures => Route.Links.Select(l => new Signature(l.SignedBy, "for carrying it over", l.SignedOn));
}
