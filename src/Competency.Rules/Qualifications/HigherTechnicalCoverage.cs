using Competency.Documents;
using Competency.Notation;

namespace Competency.Rules;

/// <summary>
/// How far a Higher Technical Qualification covers an occupation. A qualification is approved at level 4 or 5 against a published occupation
/// of level 4 or 5; at level 5 also against one of level 4. How much of the occupation it must cover no source says as a number: the
/// threshold is the caller's, and without it nobody can tell.
/// </summary>
/// <remarks>This is about a qualification, not about a learner: an HTQ is a route to competence, and no condition of gateway.</remarks>
public sealed class HigherTechnicalCoverage
{
    private HigherTechnicalCoverage(OccupationalStandard standard, string qualification, int? level, KsbSet? covered, KsbThreshold? threshold)
    {
        Standard = standard;
        Qualification = qualification;
        Covered = covered;
        Threshold = threshold;
        Level = JudgeLevel(standard, qualification, level);
        Coverage = JudgeCoverage(standard, qualification, covered, threshold);
        Verdict = VerdictAlgebra.AllOf(Level.Verdict, Coverage.Verdict);
    }

    /// <summary>The occupation.</summary>
    public OccupationalStandard Standard { get; }

    /// <summary>The title of the qualification.</summary>
    public string Qualification { get; }

    /// <summary>The KSBs that it covers; null where that is not published, which is not "none".</summary>
    public KsbSet? Covered { get; }

    /// <summary>The KSBs that it does not cover; null where the coverage is not published.</summary>
    public KsbSet? NotCovered => Covered is { } covered ? KsbSet.All(Standard) - covered : null;

    /// <summary>How much is asked; null where the caller does not say.</summary>
    public KsbThreshold? Threshold { get; }

    /// <summary>Whether its level and that of the occupation go together.</summary>
    public Outcome Level { get; }

    /// <summary>Whether it covers as much as is asked.</summary>
    public Outcome Coverage { get; }

    /// <summary>Both together.</summary>
    public Verdict Verdict { get; }

    /// <summary>Where the criteria stand.</summary>
    public static Citation Citation => EnglishSources.HigherTechnicalApproval;

    /// <summary>Judges each Higher Technical Qualification that a standard's document names, by the coverage that was published.</summary>
    /// <param name="standard">The occupation.</param>
    /// <param name="threshold">How much is asked; null where nobody says.</param>
    public static IReadOnlyList<HigherTechnicalCoverage> Of(OccupationalStandard standard, KsbThreshold? threshold = null)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return
        [
            .. from qualification in standard.Qualifications
               where qualification.Type == Competency.Qualification.HigherTechnical
               select new HigherTechnicalCoverage(standard, qualification.Title, qualification.Level, qualification.Ksbs is { } ksbs ? KsbSet.Of(standard, [.. ksbs.Where(standard.Contains)]) : null, threshold),
        ];
    }

    /// <summary>
    /// Judges a qualification by the units that it is made of. Where units can be chosen, every combination must suffice: the one that covers
    /// least decides.
    /// </summary>
    /// <param name="standard">The occupation.</param>
    /// <param name="units">A mapping of the qualification's units to KSBs of the standard.</param>
    /// <param name="level">The level of the qualification; null where it is not known.</param>
    /// <param name="threshold">How much is asked; null where nobody says.</param>
    /// <param name="combinations">The combinations of units that lead to the qualification, by their ids; null where every unit is mandatory.</param>
    /// <exception cref="ArgumentException">The mapping is of another standard, a combination is empty, or it names a unit that there is not.</exception>
    public static HigherTechnicalCoverage Of(OccupationalStandard standard, KsbMapping units, int? level, KsbThreshold? threshold = null, IReadOnlyList<IReadOnlyList<string>>? combinations = null)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(units);
        if (units.Standard != standard.Id)
        {
            throw new ArgumentException($"The mapping is of {units.Standard}, and not of {standard.Id}.", nameof(units));
        }

        var covered = combinations is null
            ? KsbSet.Of(standard, [.. units.Covered(standard)])
            : Least(combinations.Select(c => Combined(standard, units, c)));
        return new HigherTechnicalCoverage(standard, units.Title ?? "the qualification", level, covered, threshold);
    }

    /// <summary>The judgement in a few lines.</summary>
    public override string ToString() => $"{Qualification}: {Level.Explanation}; {Coverage.Explanation}";

    private static KsbSet Least(IEnumerable<KsbSet> sets)
    {
        KsbSet[] all = [.. sets];
        return all.Length > 0 ? all.MinBy(s => s.Count) : throw new ArgumentException("A qualification is reached by at least one combination of units.", nameof(sets));
    }

    private static KsbSet Combined(OccupationalStandard standard, KsbMapping units, IReadOnlyList<string> combination)
    {
        if (combination.Count == 0)
        {
            throw new ArgumentException("A combination holds at least one unit.", nameof(combination));
        }

        var covered = KsbSet.Empty(standard);
        foreach (var id in combination)
        {
            var unit = units.AllItems.FirstOrDefault(i => i.Id == id) ?? throw new ArgumentException($"The mapping has no unit '{id}'.", nameof(combination));
            covered |= KsbSet.Of(standard, [.. CodesWithin(unit, standard)]);
        }

        return covered;
    }

    private static IEnumerable<KsbCode> CodesWithin(MappingItem unit, OccupationalStandard standard) =>
        unit.Codes(standard).Concat(unit.Items.SelectMany(i => CodesWithin(i, standard)));

    private static Outcome JudgeLevel(OccupationalStandard standard, string qualification, int? level)
    {
        // Published records say 0 where no level is given.
        if (level is not { } of || of <= 0)
        {
            return Gap.CannotTell("The level of the qualification is not known", Gap.Setting("qualification-level", $"the level of {qualification}", $"Say the level of {qualification}"));
        }

        if (standard.KeyInformation.Level is not { } occupation || occupation <= 0)
        {
            return Gap.CannotTell($"The level of {standard.Id} is not known", Gap.Setting("level", $"the level of {standard.Id}", $"Give a document of {standard.Id} with its level"));
        }

        var fits = (of, occupation) is (4, 4) or (5, 5) or (5, 4);
        var explanation = $"A qualification of level {of} against an occupation of level {occupation}";
        return fits ? Outcome.Met(explanation) with { Citations = [Citation] }
            : Outcome.NotMet(explanation, "level 4 against level 4, or level 5 against level 4 or 5") with { Citations = [Citation] };
    }

    private static Outcome JudgeCoverage(OccupationalStandard standard, string qualification, KsbSet? covered, KsbThreshold? threshold)
    {
        var total = standard.Ksbs.Count;
        if (total == 0)
        {
            return Gap.CannotTell($"{standard.Id} lists no KSBs", Gap.Setting("ksbs", "the KSBs of the standard", $"Give a document of {standard.Id} that lists its KSBs"));
        }

        if (covered is not { } known)
        {
            return Gap.CannotTell("Which KSBs the qualification covers is not published", Gap.Setting("coverage", $"which KSBs {qualification} covers", "Give a document with the published coverage, or a mapping of the units"));
        }

        var explanation = $"{known.Count} of {Said.Count(total, "KSB", "KSBs")} covered";
        if (threshold is not { } asked)
        {
            return known.Count == total ? Outcome.Met(explanation)
                : Gap.CannotTell($"{explanation}, and how many are asked no source says", Gap.Setting("coverage-threshold", "how much of the occupation must be covered", "Say how many KSBs must be covered"));
        }

        var least = asked.Of(total);
        return least > total ? Gap.CannotTell($"{least} KSBs are asked of {total}: nothing could meet that", Gap.Setting("coverage-threshold", "how much of the occupation must be covered", $"Ask no more than {total} KSBs"))
            : known.Count >= least ? Outcome.Met($"{explanation}; {least} are asked")
            : Outcome.NotMet($"{explanation}; {least} are asked", $"not covered: {KsbNotation.Format(KsbSet.All(standard) - known)}");
    }
}
