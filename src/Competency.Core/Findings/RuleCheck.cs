using System.Globalization;
using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>
/// Whether a rule can mean what it says: judged and worded once, for policy documents and for C#. Each check gives null where all is well. A
/// null id is one that C# makes as it runs.
/// </summary>
internal static class RuleCheck
{
    /// <summary>KSB4002 for a quantifier.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="count">How many are asked; null for all or any.</param>
    /// <param name="held">How many requirements it holds.</param>
    /// <param name="checks">How many of those are checks of data, which decide nothing.</param>
    public static RuleProblem? Quantifier(string? id, int? count, int held, int checks = 0) =>
        held == 0 ? CannotBeMet($"{First(id)} holds no requirement: a quantifier over nothing is neither met nor not")
        : count > held ? CannotBeMet($"{First(id)} asks {count} of {held} requirements: nothing can meet that")
        : count > held - checks ? CannotBeMet($"{First(id)} asks {count} of {held} requirements, of which {checks} {(checks == 1 ? "is a data check and decides" : "are data checks and decide")} nothing: nothing can meet that")
        : count < 1 ? CannotBeMet($"{First(id)} asks {count} of {held} requirements; ask at least 1")
        : null;

    /// <summary>KSB4002 for a day that must have come and one that must not have passed.</summary>
    public static RuleProblem? DateReached(string? id, DateOnly? from, DateOnly? until) =>
        until < from ? CannotBeMet($"The last day, {Day(until)}, is before the first, {Day(from)}: nothing can meet {Named(id)}") : null;

    /// <summary>KSB4002 for the bounds of a number.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="least">The least, of one that changes with time the least that it ever is; null where it is absent or not known.</param>
    /// <param name="most">The greatest; null where it is absent.</param>
    /// <param name="isBounded">Whether either is there.</param>
    public static RuleProblem? Number(string? id, decimal? least, decimal? most, bool isBounded) =>
        least > most ? CannotBeMet($"No number is as great as {Named(id)} asks at least and as small as it asks at most")
        : isBounded ? null
        : CannotBeMet($"{First(id)} asks nothing of a number: give atLeast, atMost or both");

    /// <summary>KSB4002 for a number that its parameter cannot have. In a document that is KSB2007, as anything there is that has not its form.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="number">The number.</param>
    /// <param name="name">The name that the parameter has there; null for its own.</param>
    public static RuleProblem? OutOfRange(RequirementParameter parameter, decimal number, string? name = null)
    {
        var isWhole = parameter.Type == ParameterType.Integer || parameter.IsWhole;
        return number >= parameter.Min && number <= parameter.Max && (!isWhole || decimal.Truncate(number) == number) ? null
            : CannotBeMet(string.Format(CultureInfo.InvariantCulture, "'{0}' must be a {1}number from {2} to {3}", name ?? parameter.Name, isWhole ? "whole " : "", parameter.Min, parameter.Max));
    }

    /// <summary>KSB4002 for a number of KSBs that nobody can ask.</summary>
    public static RuleProblem? Count(decimal count) => count is >= 1 and <= KsbCode.MaxNumber ? null : CannotBeMet($"A number of KSBs is from 1 to {KsbCode.MaxNumber}");

    /// <summary>KSB4002 for a share of KSBs that nobody can ask.</summary>
    public static RuleProblem? Percent(decimal percent) => percent is > 0 and <= 100 ? null : CannotBeMet("A share of KSBs is above 0 and at most 100 per cent");

    /// <summary>KSB4002 for a text that may be any.</summary>
    public static RuleProblem NoTexts(string? id) => CannotBeMet($"{First(id)} asks nothing of a text: give oneOf");

    /// <summary>KSB4002 for a text that is empty, or blanks alone. In a document that is KSB2007.</summary>
    /// <param name="name">What it is.</param>
    public static RuleProblem Blank(string name) => CannotBeMet($"The {name} is empty; say it");

    /// <summary>KSB4002 for KSBs that are given as the id of what asks KSBs, and are asked by nothing.</summary>
    /// <param name="id">The id.</param>
    public static RuleProblem? KsbsAsId(string id) => KsbNotation.Parse(id) is { References.Count: > 0, IsReadable: true }
        ? CannotBeMet($"'{id}' is the id here, and every KSB would be asked; give it as ksbs: \"{id}\"")
        : null;

    /// <summary>KSB4002 for a filter of kinds that came out empty. In a document that is KSB2007.</summary>
    public static RuleProblem NoKinds(string? id) => CannotBeMet($"{First(id)} asks no kind of KSB; leave the kinds out where every one is meant");

    /// <summary>KSB4002 for a bound of one kind of fact that is given for another, where it would be passed over.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="of">The kind that it is for.</param>
    /// <param name="kind">The kind of the fact.</param>
    public static RuleProblem Unfit(string? id, string bound, string of, string kind) =>
        CannotBeMet($"{First(id)} asks a {kind}, and '{bound}' is asked of a {of}: it would be passed over");

    /// <summary>KSB4002 for a programme on standards of which the policy is for none.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="asked">The standards of which the learner's must be one; none for any.</param>
    /// <param name="standards">Those that the policy is for; none for any.</param>
    public static RuleProblem? Programme(string? id, IReadOnlyList<StandardId> asked, IReadOnlyList<StandardId> standards) =>
        asked.Count > 0 && standards.Count > 0 && !asked.Any(standards.Contains)
            ? CannotBeMet($"{First(id)} asks for a programme on {string.Join(" or ", asked)}, and the policy is for {string.Join(" and ", standards)}: nothing can meet that")
            : null;

    /// <summary>KSB4002 for a renewal that is never due.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="valid">How many months the certificate is valid; null for ever.</param>
    /// <param name="renew">How many months before its end the renewal is due; null for never.</param>
    public static RuleProblem? Certificate(string? id, int? valid, int? renew) =>
        renew is { } months && !(months < valid)
            ? CannotBeMet($"{First(id)} calls for a renewal {months} {(months == 1 ? "month" : "months")} before the end of a certificate that is {(valid is null ? "valid for ever; give validForMonths" : $"valid for {valid} {(valid == 1 ? "month" : "months")}; give a longer validForMonths")}")
            : null;

    /// <summary>KSB4002 for a certificate of English or maths under a name that no record can give it.</summary>
    /// <param name="subject">The subject that is asked.</param>
    public static RuleProblem? CertificateSubject(string subject) =>
        SubjectName.Mistake(subject) is { } mistake ? new RuleProblem(FindingCatalogue.RuleCannotBeMet, mistake) { Suggestion = SubjectName.Meant(subject) } : null;

    /// <summary>KSB4002 for a declaration that does not say, or says twice, what is declared.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="isOther">Whether the kind of declaration leaves open what is declared.</param>
    /// <param name="hasStatement">Whether a statement says it.</param>
    public static RuleProblem? Declaration(string? id, bool isOther, bool hasStatement) =>
        isOther == hasStatement ? null
        : isOther ? CannotBeMet($"{First(id)} asks for a declaration of the kind 'other' and does not say what is declared: give its statement")
        : CannotBeMet($"{First(id)} asks for a declaration that needs no statement, and gives one; write 'other' as the declaration, or leave the statement out");

    /// <summary>KSB4002 for KSBs that are none, or fewer than are asked.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="ksbs">The texts that name them; none for every KSB in force.</param>
    /// <param name="kinds">The kinds that are asked; none for every kind.</param>
    /// <param name="count">How many are asked; null where a share is.</param>
    /// <param name="standards">The standards in force; without one, what duties map nobody knows.</param>
    /// <param name="property">What is wrong: <c>ksbs</c>, <c>kinds</c> or <c>atLeast</c>, as documents and C# both name it.</param>
    public static RuleProblem? Selection(string? id, IReadOnlyList<KsbNotationResult> ksbs, IReadOnlyCollection<KsbKind> kinds, int? count, IReadOnlyList<OccupationalStandard> standards, out string property)
    {
        property = "atLeast";
        var references = ksbs.SelectMany(k => k.References).ToArray();
        if (ksbs.Any(k => !k.IsReadable))
        {
            return null;
        }

        if (standards.Count == 0)
        {
            return references.Length == 0 || references.Any(r => r.IsDuty) ? null : Enough(id, Frozen.Sorted(ksbs.SelectMany(k => k.Codes)), kinds, count, "", ref property);
        }

        foreach (var standard in standards.Where(s => s.Unread.IsCountable))
        {
            IReadOnlyList<KsbCode> named = references.Length == 0 ? standard.Ksbs.Select(k => k.Code).ToArray() : Frozen.Sorted(ksbs.SelectMany(k => k.CodesOf(standard)));
            if (named.Count == 0 && references.Any(r => r.IsDuty && standard.FindDuty(r.Duty) is not null))
            {
                property = "ksbs";
                return CannotBeMet($"The duties that {Named(id)} names map no KSB of {standard.Id}: of nothing, nothing can be achieved");
            }

            if ((Enough(id, named, kinds, count, $" of {standard.Id}", ref property) ?? InForce(id, named, kinds, count, standard)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>KSB4002 for a part of a plan that a portfolio underpins, and that assesses nothing of a standard of the plan, or not the same of each: one portfolio is asked.</summary>
    public static RuleProblem? Underpinned(AssessmentPart part, IReadOnlyList<StandardId> standards)
    {
        // Beside what cannot be read, which is told there, nobody knows what is meant.
        if (part.Ksbs.Count == 0 || part.Ksbs.Any(k => !KsbNotation.Parse(k).IsReadable))
        {
            return null;
        }

        foreach (var standard in standards)
        {
            var (first, ksbs) = (part.KsbsOf(standards[0]), part.KsbsOf(standard));
            if (ksbs.Length == 0)
            {
                return CannotBeMet($"'{TextFolding.OnOneLine(part.Id)}' assesses nothing of {standard}: no portfolio can underpin it");
            }

            if (ksbs != first)
            {
                return CannotBeMet($"'{TextFolding.OnOneLine(part.Id)}' assesses {first} of {standards[0]} and {ksbs} of {standard}, and one portfolio is asked; write a plan for each");
            }
        }

        return null;
    }

    /// <summary>KSB4002 for a text that should name KSBs and names none.</summary>
    public static RuleProblem? NamesNothing(KsbNotationResult ksbs) =>
        ksbs.References.Count == 0 && ksbs.Problems.Count == 0 ? CannotBeMet("This names no KSB: of nothing, nothing can be achieved") : null;

    /// <summary>KSB4003.</summary>
    public static RuleProblem Repeated(string id) => new(FindingCatalogue.RepeatedRuleId, $"Another requirement of this policy has the id '{TextFolding.OnOneLine(id)}' already");

    /// <summary>KSB4003 for a name of a fact or of a rule in code that another requirement uses for something else.</summary>
    public static RuleProblem TwoMeanings(string name, string other) =>
        new(FindingCatalogue.RepeatedRuleId, $"'{TextFolding.OnOneLine(other)}' means something else by '{TextFolding.OnOneLine(name)}': one kind of value, and one word on whether it is sensitive, belong to a name");

    /// <summary>
    /// KSB4004 between two periods that follow one another. A gap is a warning, for days without a value can be meant. Without an order, and
    /// where two hold on one day, no such parameter can be made: an error.
    /// </summary>
    /// <param name="name">The parameter; null where it is made as the program runs.</param>
    /// <param name="from">The first day of the earlier; null for no limit.</param>
    /// <param name="until">The last day of the earlier; null until the later begins.</param>
    /// <param name="next">The first day of the later; null for no limit.</param>
    private static RuleProblem? BetweenPeriods(string? name, DateOnly? from, DateOnly? until, DateOnly? next)
    {
        if (next is not { } day || day <= from)
        {
            return Periods($"{Period(name)} does not begin after the one before it; write the periods in the order of their first days", FindingSeverity.Error);
        }

        if (until is not { } last)
        {
            return null;
        }

        return last >= day ? Periods($"{Period(name)} begins on {Day(day)}, and the one before it lasts until {Day(last)}: both hold in between", FindingSeverity.Error)
            : last.AddDays(1) < day ? Periods($"{Period(name)} begins on {Day(day)}, and the one before it ends on {Day(last)}: in between there is no value", FindingSeverity.Warning)
            : null;
    }

    /// <summary>KSB4004 or KSB4005 for a period that stands behind another. What keeps the parameter from being made comes first.</summary>
    /// <param name="name">The parameter; null where it is made as the program runs.</param>
    /// <param name="before">The first and last day of the earlier period.</param>
    /// <param name="period">Those of the later.</param>
    public static RuleProblem? FurtherPeriod(string? name, (DateOnly? From, DateOnly? Until) before, (DateOnly? From, DateOnly? Until) period)
    {
        var between = BetweenPeriods(name, before.From, before.Until, period.From);
        return between?.Severity == FindingSeverity.Error ? between
            : EmptyPeriod(name, period.From, period.Until)
            // Behind one that never applies, which is told by itself, days without a value are no news.
            ?? (before.Until < before.From ? null : between);
    }

    /// <summary>KSB4005 for a period that ends before it begins.</summary>
    public static RuleProblem? EmptyPeriod(string? name, DateOnly? from, DateOnly? until) =>
        until < from ? NeverApplies($"{Period(name)} ends on {Day(until)}, before it begins on {Day(from)}: it never applies") : null;

    /// <summary>KSB4002 for a number that changes with time and has no period. In a document that is KSB2007.</summary>
    public static RuleProblem NoPeriods(string? name) => CannotBeMet($"{(name is null ? "A dated value" : $"'{TextFolding.OnOneLine(name)}'")} has no period, and so no value on any day");

    /// <summary>KSB4005 for a window in which nobody can have started, KSB4002 for none. No such requirement can be made: an error.</summary>
    public static RuleProblem? StartedBetween(string? id, DateOnly? from, DateOnly? until, bool isBounded) =>
        !isBounded ? CannotBeMet($"{First(id)} asks nothing of a start: give from, until or both")
        : until < from ? NeverApplies($"Nobody started both from {Day(from)} on and up to {Day(until)}: {Named(id)} never holds", FindingSeverity.Error)
        : null;

    /// <summary>KSB4005 for an option that none of some standards has, and for an empty one, of which no requirement can be made: an error.</summary>
    public static RuleProblem? Option(string option, IReadOnlyList<OccupationalStandard> standards)
    {
        if (TextFolding.Trim(option).Length == 0)
        {
            return NeverApplies("An option has an id or a title, and this is empty", FindingSeverity.Error);
        }

        if (standards.Count == 0 || standards.Any(s => s.FindOption(option) is not null || s.Unread.LacksOptions))
        {
            return null;
        }

        var offered = standards.SelectMany(s => s.Options).Select(o => o.ToString()).Distinct(StringComparer.Ordinal).ToArray();
        var nearest = Similarity.Nearest(option, offered);
        var has = standards.Count == 1 ? "has" : "have";
        var what = offered.Length == 0 ? $"{has} no options" : nearest is null ? $"{has} {string.Join(", ", offered.Select(TextFolding.OnOneLine))}" : $"{has} none of that name; did you mean '{TextFolding.OnOneLine(nearest)}'?";
        return new RuleProblem(FindingCatalogue.RuleNeverApplies, $"No learner can have the option '{TextFolding.OnOneLine(option)}'{LookAlikes.Holding(option)}: {string.Join(" and ", standards.Select(s => s.Id))} {what}") { Suggestion = nearest };
    }

    /// <summary>KSB4005 for each reference of a text that is asked of the learners of one option, and names what is of others.</summary>
    /// <param name="references">What the text names.</param>
    /// <param name="option">The option, as it is written.</param>
    /// <param name="standards">The standards in force.</param>
    public static IEnumerable<(RuleProblem Problem, SourceSpan Span)> OfOtherOptions(KsbNotationResult references, string option, IEnumerable<OccupationalStandard> standards) =>
        from standard in standards
        let chosen = standard.FindOption(option)
        where chosen is not null
        let inForce = new HashSet<KsbCode>(standard.CodesInForce(chosen))
        from reference in references.References
        let codes = KsbNotationResult.CodesOf(reference, standard).Where(c => !inForce.Contains(c)).ToArray()
        where codes.Length > 0
        select (OfOtherOptions(codes, chosen, standard), reference.Span);

    /// <summary>KSB4005 for KSBs that are asked of the learners of one option, and that no duty of theirs maps.</summary>
    private static RuleProblem OfOtherOptions(IReadOnlyList<KsbCode> codes, StandardOption option, OccupationalStandard standard)
    {
        var others = standard.Options.Where(o => o.Id != option.Id && standard.CodesInForce(o).Any(codes.Contains)).Select(o => $"'{TextFolding.OnOneLine(o.ToString())}'").ToArray();
        return NeverApplies($"No learner with the option '{TextFolding.OnOneLine(option.ToString())}' must achieve {KsbNotation.Format(codes)} of {standard.Id}{(others.Length == 0 ? "" : $", which {(codes.Count == 1 ? "is" : "are")} of {string.Join(", ", others)}")}");
    }

    /// <summary>KSB4006 for a rule that rests on something that stands somewhere, and does not say where.</summary>
    /// <param name="id">The requirement.</param>
    /// <param name="basis">The basis, as policy documents name it.</param>
    public static RuleProblem? Uncited(string? id, string basis) => basis switch
    {
        "law" => Without(id, "law"),
        "fundingRule" => Without(id, "a funding rule"),
        "assessmentPlan" => Without(id, "an assessment plan"),
        _ => null,
    };

    /// <summary>KSB4006 for a plan.</summary>
    public static RuleProblem UncitedPlan() => new(FindingCatalogue.RuleWithoutCitation, "The plan does not say where it was published; cite it");

    /// <summary>KSB4007 for a rule in code.</summary>
    /// <param name="source">What it reads.</param>
    /// <param name="member">By what.</param>
    /// <param name="through">The method of one's own that does so; null where the rule itself does.</param>
    public static RuleProblem ReadsEnvironment(OutsideSource source, string member, string? through)
    {
        var (what, remedy) = source switch
        {
            OutsideSource.Clock => ("the clock", "take the day from the context (AsOf, KnownAt)"),
            OutsideSource.Chance => ("chance", "decide by what the context holds"),
            OutsideSource.State => ("state that can change", "make it read-only, or record it as a fact of the learner"),
            _ => ("the environment", "record what it needs as a fact of the learner"),
        };
        return new RuleProblem(FindingCatalogue.RuleReadsEnvironment, $"This rule {(source == OutsideSource.State ? "uses" : "reads")} {what} ({member}{(through is null ? "" : $" in {through}")}), so that the same learner gets another verdict elsewhere or another day; {remedy}");
    }

    /// <summary>What is wrong with the references of a requirement: those of any text, but that what a standard lacks is KSB4001, and that no standard is named.</summary>
    /// <param name="references">What the text holds.</param>
    /// <param name="standards">The standards in force.</param>
    /// <param name="known">Every standard that is known.</param>
    public static IEnumerable<NotationProblem> References(KsbNotationResult references, IReadOnlyList<OccupationalStandard> standards, StandardCatalogue known) =>
        ReferenceCheck.CheckBeside(references, standards, known, isOfRequirement: true)
            .Where(p => !IsOfQualifier(p.Descriptor))
            .Select(p => p.Descriptor == OfRule(p.Descriptor) ? p : new NotationProblem(OfRule(p.Descriptor), p.Span, p.Message, p.Suggestion))
            .Concat(Overfull(references));

    /// <summary>The finding of a rule or a plan that stands for one of a reference.</summary>
    public static FindingDescriptor OfRule(FindingDescriptor descriptor) => descriptor == FindingCatalogue.UnknownCode ? FindingCatalogue.RuleUnknownKsb : descriptor;

    /// <summary>Whether a finding is of the standard that a reference names; a requirement must name none, which is told by itself.</summary>
    public static bool IsOfQualifier(FindingDescriptor descriptor) => descriptor == FindingCatalogue.UnknownStandard || descriptor == FindingCatalogue.NotOfStandardInForce;

    /// <summary>How grave a finding of a reference is in a rule: a range that nobody can read costs the requirement.</summary>
    public static FindingSeverity SeverityOf(FindingDescriptor descriptor) => descriptor == FindingCatalogue.BadRange ? FindingSeverity.Error : descriptor.Severity;

    /// <summary>
    /// KSB1002 for references that say what a requirement passes over: their standard, for it takes its KSBs from the one that a learner is judged by, or a weight, for it
    /// counts KSBs and weighs none.
    /// </summary>
    public static IEnumerable<NotationProblem> Overfull(KsbNotationResult references) =>
        references.References.Where(r => r.Qualifier.HasValue)
            .Select(r => new NotationProblem(FindingCatalogue.MalformedNotation, r.QualifierSpan, $"{r} names a standard; a requirement names KSBs alone, of the standard that a learner is judged by", null))
            .Concat(Weighted(references, "a requirement counts KSBs and weighs none"));

    /// <summary>KSB1002 for weights where none counts.</summary>
    /// <param name="references">What a text holds.</param>
    /// <param name="why">What is done with the KSBs there instead.</param>
    public static IEnumerable<NotationProblem> Weighted(KsbNotationResult references, string why) =>
        references.References.Where(r => r.Weight is not null)
            .Select(r => new NotationProblem(FindingCatalogue.MalformedNotation, r.Annotation.Length > 0 ? r.Annotation : r.Span, $"{r} has a weight; {why}", null));

    /// <summary>Whether some of the codes are of the kinds that are asked, and as many as are asked. Of codes that no standard has KSB4001 is told.</summary>
    private static RuleProblem? Enough(string? id, IReadOnlyList<KsbCode> named, IReadOnlyCollection<KsbKind> kinds, int? count, string where, ref string property)
    {
        var asked = kinds.Count == 0 ? named.Count : named.Count(c => kinds.Contains(c.Kind));
        if (named.Count > 0 && asked == 0)
        {
            property = "kinds";
            return CannotBeMet($"{First(id)} asks only {string.Join(" or ", kinds.Select(k => k.Name()))} statements, and {KsbNotation.Format(named)}{where} {(named.Count == 1 ? "is none" : "are none")}: of nothing, nothing can be achieved");
        }

        return asked > 0 && count > asked ? CannotBeMet($"{First(id)} asks {count} of {asked} KSBs{where}: nothing can meet that") : null;
    }

    /// <summary>Whether as many are asked as a learner of any option must achieve: of other options' KSBs none is in force for them.</summary>
    private static RuleProblem? InForce(string? id, IReadOnlyList<KsbCode> named, IReadOnlyCollection<KsbKind> kinds, int? count, OccupationalStandard standard)
    {
        if (standard.Options.Count == 0 || standard.Unread.LacksOptions || named.Count == 0)
        {
            return null;
        }

        var asked = named.Where(c => kinds.Count == 0 || kinds.Contains(c.Kind)).ToArray();
        var most = standard.Options.Max(o => standard.CodesInForce(o).Count(asked.Contains));
        return count > most ? CannotBeMet($"{First(id)} asks {count} KSBs{(asked.Length == standard.Ksbs.Count ? "" : $" of {KsbNotation.Format(asked)}")}, and of {standard.Id} no option has more than {most} of them in force: nothing can meet that") : null;
    }

    private static RuleProblem Without(string? id, string basis) => new(FindingCatalogue.RuleWithoutCitation, $"{First(id)} rests on {basis} and does not say where it stands; cite it");

    private static RuleProblem CannotBeMet(string message) => new(FindingCatalogue.RuleCannotBeMet, message);

    private static RuleProblem NeverApplies(string message, FindingSeverity severity = FindingSeverity.Warning) => new(FindingCatalogue.RuleNeverApplies, message) { Severity = severity };

    private static RuleProblem Periods(string message, FindingSeverity severity) => new(FindingCatalogue.DatedParameterGap, message) { Severity = severity };

    private static string Period(string? name) => name is null ? "This period" : $"This period of '{TextFolding.OnOneLine(name)}'";

    private static string Named(string? id) => id is null ? "this requirement" : $"'{TextFolding.OnOneLine(id)}'";

    private static string First(string? id) => id is null ? "This requirement" : Named(id);

    private static string Day(DateOnly? day) => IsoDate.Format(day!.Value);
}
