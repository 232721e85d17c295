using Competency.Documents.Policies;

namespace Competency.Rules;

/// <summary>A policy: a tree of requirements with a name and a version, and what it does not ask. Immutable; safe to share between threads.</summary>
public sealed class ReadinessPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="id">The id by which reports name it.</param>
    /// <param name="name">The name to print.</param>
    /// <param name="version">The version; change it with every change of the tree.</param>
    /// <param name="requirement">What it asks.</param>
    /// <exception cref="ArgumentException">Two requirements have one id, or mean two things by the name of one fact or rule in code, they nest deeper than 24, or a text is empty.</exception>
    public ReadinessPolicy(string id, string name, string version, Requirement requirement)
    {
        Id = Bounded.Text(id, "A policy has an id.", nameof(id));
        Name = Bounded.Text(name, "A policy has a name.", nameof(name));
        Version = Bounded.Text(version, "A policy has a version.", nameof(version));
        Requirement = requirement ?? throw new ArgumentNullException(nameof(requirement));
        if (IsDeeper(requirement, PolicyOutline.MaxDepth))
        {
            throw new ArgumentException($"The requirements of '{id}' nest deeper than {PolicyOutline.MaxDepth}.", nameof(requirement));
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in requirement.All)
        {
            if (!ids.Add(part.Id))
            {
                throw new ArgumentException($"Two requirements have the id '{part.Id}'.", nameof(requirement));
            }
        }

        ThrowOnTwoMeanings(requirement);
    }

    /// <summary>The id by which reports name it.</summary>
    public string Id { get; }

    /// <summary>The name to print.</summary>
    public string Name { get; }

    /// <summary>The version.</summary>
    public string Version { get; }

    /// <summary>What it asks.</summary>
    public Requirement Requirement { get; }

    /// <summary>The fingerprint of all that it says, 16 hexadecimal digits: two of one id and version that were made with other settings differ in it. What a rule in code does is not in it.</summary>
    public string Fingerprint => field ??= Versions.Fingerprint.OfContent(ToJson());

    /// <summary>The standards that it is written for, whose KSBs it can name; none for a policy of any standard. Of a learner who is judged against another nobody can tell anything: codes mean something else there.</summary>
    public IReadOnlyList<StandardId> Standards { get; init => field = Bounded.Standards(value, nameof(Standards)); } = [];

    /// <summary>What it does not ask although a reader could think so, in sentences without a closing full stop. Every report repeats it.</summary>
    public IReadOnlyList<string> NotJudged { get; init => field = [.. value]; } = [];

    /// <summary>Judges a learner.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="standard">The standard to judge against.</param>
    /// <param name="asOf">The day on which things are to hold. What held only later is not looked at.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>. What was recorded later is not looked at.</param>
    /// <returns>
    /// The report. The verdict is found at once; sentences, facts and actions are made when somebody reads them. A rule that fails is CannotTell in it;
    /// nothing is thrown on the learner's data.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A day is <c>default</c>: it was never set.</exception>
    public ReadinessReport Assess(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(standard);
        var context = new AssessmentContext(learner, standard, Bounded.Day(asOf, nameof(asOf)), Bounded.Day(knownAt, nameof(knownAt)) ?? asOf);
        return new ReadinessReport(this, context, RequirementFor(standard).Decide(context));
    }

    /// <summary>
    /// The verdict alone: always that of <see cref="Assess"/>. For a learner whom the policy has met before next to nothing is allocated: what follows from
    /// the record alone, whatever the day, is kept with its ledgers.
    /// </summary>
    /// <param name="learner">The learner.</param>
    /// <param name="standard">The standard to judge against.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    public Verdict IsReady(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(standard);
        _ = Bounded.Day(asOf, nameof(asOf));
        _ = Bounded.Day(knownAt, nameof(knownAt));
        var requirement = RequirementFor(standard);
        if (requirement is KsbsAchievedRequirement ksbs && ksbs.DecideKept(learner, standard, asOf, knownAt ?? asOf) is { } kept)
        {
            return kept;
        }

        var context = AssessmentContext.Rent(learner, standard, asOf, knownAt ?? asOf);
        var verdict = requirement.Decide(context);
        AssessmentContext.Return(context);
        return verdict;
    }

    /// <summary>What is asked of a learner who is judged against a standard: of one that the policy is not written for, that it were.</summary>
    internal Requirement RequirementFor(OccupationalStandard standard) =>
        Standards.Count == 0 || Standards.Contains(standard.Id) ? Requirement : Require.Programme(standards: Standards).RestingOn(RequirementBasis.Standard);

    /// <summary>This policy, for some standards only, whose KSBs it names.</summary>
    /// <param name="standards">The standards and versions; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is <c>default</c>.</exception>
    public ReadinessPolicy For(params IEnumerable<StandardId> standards)
    {
        var given = Bounded.Standards(standards, nameof(standards));
        return given.Count > 0 ? new ReadinessPolicy(Id, Name, Version, Requirement) { Standards = given, NotJudged = NotJudged }
            : throw new ArgumentException("A policy for some standards names one.", nameof(standards));
    }

    /// <summary>What would be different with a change to a learner: see <see cref="ReadinessReport.WhatIf(Func{Learner, Learner})"/>.</summary>
    /// <param name="learner">The learner; not changed.</param>
    /// <param name="standard">The standard to judge against.</param>
    /// <param name="change">The change, made to the whole learner record.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    public ReportDifference WhatIf(Learner learner, OccupationalStandard standard, Func<Learner, Learner> change, DateOnly asOf, DateOnly? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ReportDifference.Between(Assess(learner, standard, asOf, knownAt), Assess(change(learner), standard, asOf, knownAt));
    }

    /// <summary>
    /// This policy with rules of one's own on top: all of it is asked, and all of them. What this policy does not judge, and the standards it
    /// is for, go on being said.
    /// </summary>
    /// <param name="id">The id of the whole.</param>
    /// <param name="name">The name of the whole.</param>
    /// <param name="version">The version of what is added; the policy's own goes before it.</param>
    /// <param name="requirements">What is asked on top, labelled as the provider's own unless it says otherwise; at least one.</param>
    /// <exception cref="ArgumentException">Nothing is added, or two requirements have one id.</exception>
    public ReadinessPolicy WithOwn(string id, string name, string version, params IEnumerable<Requirement> requirements)
    {
        Requirement[] own = [.. requirements];
        if (Array.IndexOf(own, null!) is var missing and >= 0)
        {
            throw new ArgumentException($"The requirement at {missing} is null.", nameof(requirements));
        }

        var taken = own.SelectMany(r => r.All).Select(r => r.Id).Intersect(Requirement.All.Select(r => r.Id)).FirstOrDefault();
        return taken is not null ? throw new ArgumentException($"'{Id}' has a requirement with the id '{taken}' already; give the one on top an id of its own.", nameof(requirements)) : new ReadinessPolicy(id, name, $"{Version}+{version}", Require.AllOf($"{id}:all", $"{Name}, and what is asked on top",
            Requirement, own.Length == 1 ? own[0] : Require.AllOf($"{id}:own", "What is asked on top", own)))
        {
            Standards = Standards,
            NotJudged = NotJudged,
        };
    }

    /// <summary>Refuses one name for two things: a file holds the name alone, and what is sensitive under it would be told under the other.</summary>
    private static void ThrowOnTwoMeanings(Requirement requirement)
    {
        foreach (var same in requirement.All.OfType<CustomRequirement>().GroupBy(r => r.Name, StringComparer.Ordinal))
        {
            var first = same.First();
            if (same.FirstOrDefault(r => !r.IsSameRuleAs(first)) is { } other)
            {
                throw new ArgumentException($"'{first.Id}' and '{other.Id}' name two rules in code '{first.Name}': read from a file, both would be one.", nameof(requirement));
            }
        }

        foreach (var same in requirement.All.OfType<FactRequirement>().GroupBy(r => r.Fact, StringComparer.Ordinal))
        {
            var first = same.First();
            if (same.FirstOrDefault(r => (r.FactKind, r.IsSensitive) != (first.FactKind, first.IsSensitive)) is { } other)
            {
                throw new ArgumentException($"'{first.Id}' and '{other.Id}' mean two things by the fact '{first.Fact}': one kind of value, and one word on whether it is sensitive, belong to a name.", nameof(requirement));
            }
        }
    }

    private static bool IsDeeper(Requirement requirement, int levels) => levels == 0 || requirement.Children.Any(c => IsDeeper(c, levels - 1));

    /// <summary>The policy as the canonical text of a <c>*.policy.json</c> document; <see cref="PolicyFile.Read"/> reads it back.</summary>
    public string ToJson() => PolicyWriter.Write(this);

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Name} {Version}";
}
