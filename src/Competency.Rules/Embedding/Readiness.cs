using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Competency.Findings;

namespace Competency.Rules;

/// <summary>
/// Judges learners by the standards and policies that a <see cref="ReadinessBuilder"/> was given. Safe to share between threads; one for a
/// program is enough. A standard that was found once is kept: a version of a standard does not change under its id.
/// </summary>
public sealed class Readiness : IReadiness
{
    private readonly ConcurrentDictionary<StandardId, OccupationalStandard> _kept = new();
    private readonly IStandardProvider _standards;
    private readonly IPolicyProvider _policies;

    internal Readiness(IStandardProvider standards, IPolicyProvider policies, IReadOnlyList<Finding> findings)
    {
        _standards = standards;
        _policies = policies;
        Findings = findings;
    }

    /// <summary>What was found in the files that were read, without being an error: warnings, and defects of published standards. For the log of a program's start.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The same with further sources beside its own; what it has kept is not taken over.</summary>
    /// <param name="standards">A further source of standards; null for none.</param>
    /// <param name="policies">A further source of policies; null for none.</param>
    public Readiness With(IStandardProvider? standards = null, IPolicyProvider? policies = null) => new(
        standards is null ? _standards : IStandardProvider.Combine(_standards, standards),
        policies is null ? _policies : IPolicyProvider.Combine(_policies, policies),
        Findings);

    /// <inheritdoc/>
    public async ValueTask<ReadinessAnswer> AssessAsync(Learner learner, string policyId, string? tenant, DateOnly asOf, DateOnly? knownAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(learner);
        _ = Bounded.Day(asOf, nameof(asOf));
        _ = Bounded.Day(knownAt, nameof(knownAt));
        cancellationToken.ThrowIfCancellationRequested();
        var (policy, policyTenant) = await PolicyAsync(policyId, tenant, cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(learner, policy, policyTenant, asOf, knownAt, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadinessAnswer> AssessAllAsync(IAsyncEnumerable<Learner> learners, string policyId, string? tenant, DateOnly asOf, DateOnly? knownAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(learners);
        _ = Bounded.Day(asOf, nameof(asOf));
        _ = Bounded.Day(knownAt, nameof(knownAt));
        ThrowIfMistyped(policyId, tenant);
        return AnswersAsync(
            learners,
            (learner, policy, policyTenant, stop) => AnswerAsync(learner, policy, policyTenant, asOf, knownAt, stop),
            policyId,
            tenant,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadinessAnswer> AssessAllAsync(IAsyncEnumerable<LearnerRecord> records, string policyId, string? tenant, DateOnly asOf, DateOnly? knownAt = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        _ = Bounded.Day(asOf, nameof(asOf));
        _ = Bounded.Day(knownAt, nameof(knownAt));
        ThrowIfMistyped(policyId, tenant);
        return AnswersAsync(
            records,
            (record, policy, policyTenant, stop) => record.Learner is { } learner
                ? AnswerAsync(learner, policy, policyTenant, asOf, knownAt, stop)
                : ValueTask.FromResult(ReadinessAnswer.Unread(record, policy, policyTenant)),
            policyId,
            tenant,
            cancellationToken);
    }

    private async IAsyncEnumerable<ReadinessAnswer> AnswersAsync<T>(
        IAsyncEnumerable<T> asked,
        Func<T, ReadinessPolicy, string?, CancellationToken, ValueTask<ReadinessAnswer>> answer,
        string policyId,
        string? tenant,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (policy, policyTenant) = await PolicyAsync(policyId, tenant, cancellationToken).ConfigureAwait(false);
        await foreach (var one in asked.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await answer(one ?? throw new InvalidDataException("One of those who are to be judged is null."), policy, policyTenant, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ReadinessAnswer> AnswerAsync(Learner learner, ReadinessPolicy policy, string? policyTenant, DateOnly asOf, DateOnly? knownAt, CancellationToken cancellationToken)
    {
        try
        {
            return await StandardAsync(learner.Standard, cancellationToken).ConfigureAwait(false) is { } standard
                ? ReadinessAnswer.Of(learner, policy, policyTenant, policy.Assess(learner, standard, asOf, knownAt))
                : ReadinessAnswer.Without(learner, policy, policyTenant, $"The learner is on {learner.Standard}, which no source of standards has");
        }
        catch (InvalidDocumentException fault)
        {
            return ReadinessAnswer.Without(learner, policy, policyTenant, $"The learner is on {learner.Standard}, which cannot be used: {fault.Message}");
        }
    }

    private async ValueTask<OccupationalStandard?> StandardAsync(StandardId id, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(id, out var kept))
        {
            return kept;
        }

        if (await _standards.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        // Two that asked at once got the same, or nobody can say which of them counts.
        kept = _kept.GetOrAdd(id, found);
        return kept.Equals(found) ? kept : throw CombinedStandards.Conflict(id);
    }

    private async ValueTask<(ReadinessPolicy Policy, string? Tenant)> PolicyAsync(string policyId, string? tenant, CancellationToken cancellationToken)
    {
        ThrowIfMistyped(policyId, tenant);
        if (tenant is not null && await _policies.FindAsync(policyId, tenant, cancellationToken).ConfigureAwait(false) is { } own)
        {
            return (own, tenant);
        }

        return (await _policies.FindAsync(policyId, tenant: null, cancellationToken).ConfigureAwait(false) ?? throw new PolicyNotFoundException(policyId, tenant), null);
    }

    private static void ThrowIfMistyped(string policyId, string? tenant)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(policyId);
        PolicyKey.ThrowIfMistyped(tenant);
    }
}
