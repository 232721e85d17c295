using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Reads the entries of each ledger of a learner record. One that is wrong is null, or left out, and a finding.</summary>
/// <param name="reader">The document.</param>
/// <param name="known">The standards that are known.</param>
/// <param name="isSaved">Whether the record is of a learner whom a tracker had: then nobody wrote an option or a KSB wrongly in this file, and the report says that it is none.</param>
internal sealed class LearnerEntryReader(DocumentReader reader, StandardCatalogue known, bool isSaved)
{
    /// <summary>The standard that an object names; without the field, the one of the programme. Null where it is missing, wrong or unknown.</summary>
    public OccupationalStandard? ReadStandard(DocumentObject entry, OccupationalStandard? programme, string name = "standard") => ReadStandard(reader, entry, known, programme, name);

    /// <inheritdoc cref="ReadStandard(DocumentObject, OccupationalStandard?, string)"/>
    public static OccupationalStandard? ReadStandard(DocumentReader reader, DocumentObject entry, StandardCatalogue known, OccupationalStandard? programme = null, string name = "standard")
    {
        if (entry.Standard(name, isRequired: programme is null) is not { } id)
        {
            return entry.Has(name) ? null : programme;
        }

        var place = entry.SpanOf(name);
        if (ReferenceCheck.CheckStandard(id, place, known) is { } problem)
        {
            reader.Report(problem.Descriptor, place, problem.Message, problem.Suggestion is null ? null : $"\"{problem.Suggestion}\"");
        }

        return known.Find(id);
    }

    public IEnumerable<LedgerEntry?> Claims(DocumentObject entry, OccupationalStandard? programme)
    {
        var evidence = entry.String("evidence", isRequired: true);
        var title = entry.NotBlank("title");
        var evidenceKind = entry.NotBlank("evidenceKind");

        // Where the programme's standard is not known, that was said once; a claim need not repeat it.
        var standard = entry.Has("standard") || programme is not null ? ReadStandard(entry, programme) : null;
        var ksbs = Ksbs(entry, standard, isRequired: true);
        var decisions = new List<ClaimDecision>();
        foreach (var item in entry.Objects("decisions", isRequired: true))
        {
            var kind = Word(item, "decision", Words.Decision, isRequired: true);
            var on = item.Date("on", isRequired: true);
            var recorded = item.Date("recorded");
            var by = item.NotBlank("by");
            var role = item.NotBlank("role");
            item.Done();
            if (kind is not null && on is not null)
            {
                decisions.Add(new ClaimDecision(kind.Value, on.Value) { By = by, Role = role, Recorded = recorded ?? on.Value });
            }
        }

        if (decisions.Count == 0 && entry.Has("decisions") && entry.Value.Find("decisions")!.Value.Items.Count == 0)
        {
            entry.Wrong(entry.SpanOf("decisions"), "A claim has at least one decision; that it was handed in is the first");
        }

        return evidence is null || standard is null || decisions.Count == 0 ? [] : ksbs.Select(k => new Claim(evidence, standard.Id, k, decisions) { Title = title, EvidenceKind = evidenceKind });
    }

    public LedgerEntry? Episode(DocumentObject entry)
    {
        var kind = Word(entry, "kind", Words.Episode, isRequired: true);
        var from = entry.Date("from", isRequired: true);
        var to = End(entry, from);
        var reason = Word(entry, "reason", Words.EpisodeReason);
        if (to is not null && kind is not (null or EpisodeKind.Learning or EpisodeKind.Break))
        {
            entry.Wrong(entry.SpanOf("to"), $"'{Words.Episode.Of(kind.Value)}' is of one day and has no 'to'");
        }

        return kind is null || from is null ? null : new Episode(from.Value, kind.Value) { To = kind is EpisodeKind.Learning or EpisodeKind.Break ? to : null, Reason = reason ?? EpisodeReason.None };
    }

    public LedgerEntry? Employment(DocumentObject entry)
    {
        var employer = entry.String("employer", isRequired: true);
        var from = entry.Date("from", isRequired: true);
        var to = End(entry, from);
        return employer is null || from is null ? null : new Employment(from.Value, employer) { To = to };
    }

    public LedgerEntry? Plan(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var weeks = entry.Number("weeks", TrainingPlan.Least, TrainingPlan.MostWeeks);
        var end = entry.Date("plannedEnd");
        var weekly = entry.Number("weeklyHours", TrainingPlan.Least, TrainingPlan.MostWeeklyHours);
        var paid = entry.Number("paidHours", TrainingPlan.Least, TrainingPlan.MostHours);
        var agreed = entry.Number("agreedHours", TrainingPlan.Least, TrainingPlan.MostHours);
        return on is null ? null : new TrainingPlan(on.Value) { Weeks = weeks, PlannedEnd = end, WeeklyHours = weekly, PaidHours = paid, AgreedHours = agreed };
    }

    /// <summary>A choice of an option: one of the programme's, or of a version that the learner has moved on from, for what was chosen there is history.</summary>
    public IEnumerable<LedgerEntry?> Option(DocumentObject entry, OccupationalStandard? programme, Ledger<StandardMove> moves)
    {
        var on = entry.Date("on", isRequired: true);
        var option = entry.String("option", isRequired: true);
        if (option is not null && !isSaved && programme is not null && programme.FindOption(option) is null
            && !moves.Entries.Any(m => known.Find(m.From)?.FindOption(option) is not null))
        {
            var offered = string.Join(", ", programme.Options.Select(o => $"'{TextFolding.OnOneLine(o.ToString())}'"));
            var meant = OptionCheck.CheckName(option, programme, new SourceSpan(0, option.Length))?.Suggestion;
            entry.Wrong(
                entry.SpanOf("option"),
                $"'{TextFolding.OnOneLine(option)}'{LookAlikes.Holding(option)} is no option of {programme.Id}, which has {(offered.Length == 0 ? "none" : offered)}{(meant is null ? "" : $"; did you mean '{TextFolding.OnOneLine(meant)}'?")}",
                meant is null ? null : $"\"{meant}\"");
        }

        return [on is null || option is null ? null : new OptionChoice(on.Value, option)];
    }

    public LedgerEntry? Hours(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var hours = entry.Number("hours", 0, HoursEntry.MostHours, isRequired: true);
        var category = Word(entry, "category", Words.Hours);
        var inPaidHours = entry.Boolean("inPaidHours");
        var activity = entry.NotBlank("activity");
        return on is null || hours is null ? null : new HoursEntry(on.Value, hours.Value)
        {
            Category = category ?? HoursCategory.OffTheJob,
            InPaidHours = inPaidHours ?? true,
            Activity = activity,
        };
    }

    public IEnumerable<LedgerEntry?> PriorLearning(DocumentObject entry, OccupationalStandard? programme)
    {
        var on = entry.Date("on", isRequired: true);
        var standard = entry.Has("standard") || programme is not null ? ReadStandard(entry, programme) : null;
        var ksbs = Ksbs(entry, standard, isRequired: false);
        var reduction = entry.Number("reductionHours", 0, HoursEntry.MostHours);
        return [on is null ? null : new PriorLearning(on.Value) { Standard = OtherThan(programme, standard), Ksbs = ksbs, ReductionHours = reduction ?? 0 }];
    }

    public IEnumerable<LedgerEntry?> StartingPoint(DocumentObject entry, OccupationalStandard? programme)
    {
        var on = entry.Date("on", isRequired: true);
        var standard = entry.Has("standard") || programme is not null ? ReadStandard(entry, programme) : null;
        var outOf = entry.Number("outOf", Rules.StartingPoint.LeastOutOf, Rules.StartingPoint.MostOutOf, isRequired: true);
        var by = entry.NotBlank("by");
        var scores = new Dictionary<KsbCode, decimal>();
        foreach (var item in entry.Objects("scores", isRequired: true))
        {
            var score = item.Number("score", 0, outOf ?? Rules.StartingPoint.MostOutOf, isRequired: true);
            foreach (var ksb in Ksbs(item, standard, isRequired: true))
            {
                if (!scores.TryAdd(ksb, score ?? 0))
                {
                    item.Wrong(item.SpanOf("ksbs"), $"{ksb} is scored twice in one assessment");
                }
            }

            item.Done();
        }

        return [on is null || outOf is null ? null : new StartingPoint(on.Value, outOf.Value) { Standard = OtherThan(programme, standard), By = by, Scores = [.. scores.Where(s => s.Value <= outOf).Select(s => new KsbScore(s.Key, s.Value))] }];
    }

    public LedgerEntry? Move(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var from = ReadStandard(entry, null, "from");
        var to = ReadStandard(entry, null, "to");
        var by = entry.NotBlank("by");
        var isEquivalent = entry.Boolean("equivalent") ?? false;
        KsbLink[] unchanged = [.. Unchanged(entry, from, to).Select(k => new KsbLink(k, k))];
        KsbLink[] carried = [.. unchanged, .. Links(entry, "renumbered", from, to, (link, sofar) =>
            unchanged.Concat(sofar).Any(l => l.Old == link.Old) ? $"{link.Old} is carried twice, and it is one statement of {to!.Id}"
            : unchanged.Concat(sofar).Any(l => l.New == link.New) ? $"Two statements are carried to {link.New}, and one of {from!.Id} is it: decide on the other"
            : null)];
        string? IsCarried(KsbLink link) => carried.Contains(link) ? $"{link} carries over by itself" : null;
        var decisions = new List<TransferDecision>();
        foreach (var item in entry.Objects("decisions"))
        {
            if (TransferDecisionJson.Read(item, One(item, "old", from), One(item, "new", to)) is not { } decision)
            {
                continue;
            }

            if (decisions.Exists(d => (d.Old, d.New) == (decision.Old, decision.New)))
            {
                item.Wrong(item.SpanOf("new"), $"{new KsbLink(decision.Old, decision.New)} is decided twice");
            }
            else if (!isSaved && IsCarried(new KsbLink(decision.Old, decision.New)) is { } problem)
            {
                item.Wrong(item.SpanOf("new"), problem);
            }
            else if (!isSaved && decision.On > on)
            {
                item.Wrong(item.SpanOf("on"), $"The decision on {new KsbLink(decision.Old, decision.New)} was made after the transfer, of {Said.Date(on.Value)}");
            }

            decisions.Add(decision);
        }

        var pending = Links(entry, "pending", from, to, (link, sofar) => IsCarried(link) ?? (sofar.Contains(link) ? $"{link} is offered twice" : null));
        var options = OptionLinks(entry, from, to);
        if (isEquivalent && !isSaved && from is not null && to is not null && (from.Ksbs.Count > carried.Length || to.Ksbs.Count > carried.Length))
        {
            entry.Wrong(entry.SpanOf("equivalent"), $"Equivalent versions carry every statement, and {Said.Count(carried.Length, "is", "are")} carried of {from.Ksbs.Count} of {from.Id} to {to.Ksbs.Count} of {to.Id}");
        }

        if (from is not null && from.Id == to?.Id)
        {
            entry.Wrong(entry.SpanOf("to"), $"A move is to another version, and both are {from.Id}");
            return null;
        }

        return on is null || from is null || to is null ? null : new StandardMove(on.Value, from.Id, to.Id) { By = by, IsEquivalent = isEquivalent, Carried = carried, Options = options, Decisions = decisions, Pending = pending };
    }

    private List<OptionLink> OptionLinks(DocumentObject entry, OccupationalStandard? from, OccupationalStandard? to)
    {
        var options = new List<OptionLink>();
        foreach (var item in entry.Objects("options"))
        {
            var (old, now) = (item.NotBlank("old", isRequired: true), item.NotBlank("new", isRequired: true));
            item.Done();
            if (old is null || now is null)
            {
                continue;
            }

            var option = from?.FindOption(old);
            if (!isSaved && from is not null && option is null)
            {
                item.Wrong(item.SpanOf("old"), $"'{TextFolding.OnOneLine(old)}' is no option of {from.Id}");
            }
            else if (!isSaved && options.Exists(o => WrittenName.IsSame(o.Old, old)))
            {
                item.Wrong(item.SpanOf("old"), $"'{TextFolding.OnOneLine(old)}' is written twice");
            }
            else if (!isSaved && option is not null && to is not null && to.FindOption(now) is null && now != option.Title && now != OptionLink.NoneOf(option, from!.Id))
            {
                item.Wrong(item.SpanOf("new"), $"'{TextFolding.OnOneLine(now)}' is no option of {to.Id}; of one that has gone write '{TextFolding.OnOneLine(option.Title ?? OptionLink.NoneOf(option, from!.Id))}'");
            }

            options.Add(new OptionLink(old, now));
        }

        return options;
    }

    /// <summary>KSBs that have the same code in both versions.</summary>
    private IEnumerable<KsbCode> Unchanged(DocumentObject entry, OccupationalStandard? from, OccupationalStandard? to)
    {
        var codes = Ksbs(entry, from, isRequired: false, "unchanged");
        if (!isSaved && to is not null && codes.FirstOrDefault(c => !to.Contains(c)) is { HasValue: true } missing)
        {
            entry.Wrong(entry.SpanOf("unchanged"), $"{missing} is no KSB of {to.Id}, and what is unchanged has its code in both versions");
        }

        return codes;
    }

    private List<KsbLink> Links(DocumentObject entry, string name, OccupationalStandard? from, OccupationalStandard? to, Func<KsbLink, List<KsbLink>, string?> problemOf)
    {
        var links = new List<KsbLink>();
        foreach (var item in entry.Objects(name))
        {
            var (old, now) = (One(item, "old", from), One(item, "new", to));
            if (old is not null && now is not null)
            {
                var link = new KsbLink(old.Value, now.Value);
                if (!isSaved && problemOf(link, links) is { } problem)
                {
                    item.Wrong(item.SpanOf("old"), problem);
                }

                links.Add(link);
            }

            item.Done();
        }

        return links;
    }

    /// <summary>A field that is one KSB; null where it is not.</summary>
    private KsbCode? One(DocumentObject entry, string name, OccupationalStandard? standard)
    {
        var codes = Ksbs(entry, standard, isRequired: true, name);
        if (codes.Count <= 1)
        {
            return codes.Count == 0 ? null : codes[0];
        }

        entry.Wrong(entry.SpanOf(name), $"'{name}' is one KSB");
        return null;
    }

    private static StandardId? OtherThan(OccupationalStandard? programme, OccupationalStandard? standard) =>
        standard is null || standard.Id == programme?.Id ? null : standard.Id;

    public LedgerEntry? Certificate(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var subject = entry.String("subject", isRequired: true);
        var mistake = subject is null ? null : SubjectName.Mistake(subject);
        if (mistake is not null)
        {
            // Under another name it would never be found as the subject that is asked, and look like a missing certificate.
            entry.Wrong(entry.SpanOf("subject"), mistake, SubjectName.Meant(subject!) is { } meant ? $"\"{meant}\"" : null);
        }

        var isNumber = entry.Value.Find("level")?.Value.Kind == JsonKind.Number;
        var level = isNumber ? entry.Integer("level", 1, 8) is { } number ? QualificationLevel.Level1 + (number - 1) : null : Word(entry, "level", Words.Level);
        var seenBy = entry.NotBlank("seenBy");
        return on is null || subject is null || mistake is not null ? null : new Certificate(on.Value, subject) { Level = level, SeenBy = seenBy };
    }

    public LedgerEntry? Exemption(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var subject = Word(entry, "subject", Words.Subject, isRequired: true);
        var plan = entry.Boolean("ehcPlan");
        return on is null || subject is null ? null : new EnglishAndMathsExemption(on.Value, subject.Value) { HasEhcPlan = plan ?? false };
    }

    public LedgerEntry? Choice(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var choice = Word(entry, "choice", Words.Choice, isRequired: true);
        var subject = Word(entry, "subject", Words.Subject);
        var signed = entry.Boolean("planSigned");
        return on is null || choice is null ? null : new EnglishAndMathsChoice(on.Value, choice.Value) { Subject = subject, PlanSigned = signed ?? false };
    }

    public LedgerEntry? Attempt(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var subject = Word(entry, "subject", Words.Subject, isRequired: true);
        return on is null || subject is null ? null : new EnglishAndMathsAttempt(on.Value, subject.Value);
    }

    public LedgerEntry? Declaration(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var kind = Word(entry, "declaration", Words.Declaration, isRequired: true);
        var role = Word(entry, "role", Words.Role, isRequired: true);
        var by = entry.NotBlank("by");
        var employer = entry.NotBlank("employer");
        var statement = entry.NotBlank("statement", isRequired: kind == DeclarationKind.Other);
        if (statement is not null && kind is not (null or DeclarationKind.Other))
        {
            entry.Wrong(entry.SpanOf("statement"), $"'statement' belongs to the declaration '{Words.Declaration.Of(DeclarationKind.Other)}' only");
        }

        return on is null || kind is null || role is null || (kind == DeclarationKind.Other && statement is null) ? null : new Declaration(on.Value, kind.Value, role.Value) { Statement = kind == DeclarationKind.Other ? statement : null, By = by, Employer = employer };
    }

    public LedgerEntry? Fact(DocumentObject entry)
    {
        var on = entry.Date("on", isRequired: true);
        var name = entry.String("name", isRequired: true);
        var value = FactValueOf(entry);
        return on is null || name is null || value is null ? null : new FactEntry(on.Value, name, value);
    }

    /// <summary>A number, true or false, or a text; a day has a field of its own, so that no text is taken for one.</summary>
    private static FactValue? FactValueOf(DocumentObject entry)
    {
        var day = entry.Date("date");
        if (entry.Has("date"))
        {
            if (entry.Has("value"))
            {
                entry.Wrong(entry.SpanOf("value"), "A fact has a 'value' or a 'date', not both");
            }

            return day is null ? null : FactValue.Of(day.Value);
        }

        return entry.Value.Find("value")?.Value.Kind switch
        {
            JsonKind.Number => entry.Number("value", -FactValue.Farthest, FactValue.Farthest) is { } number ? FactValue.Of(number) : null,
            JsonKind.Boolean => FactValue.Of(entry.Boolean("value")!.Value),
            _ => entry.String("value", isRequired: true) is { } text ? FactValue.Of(text) : null,
        };
    }

    public IEnumerable<LedgerEntry?> Portfolio(DocumentObject entry, OccupationalStandard? programme)
    {
        var on = entry.Date("on", isRequired: true);
        var standard = entry.Has("standard") || programme is not null ? ReadStandard(entry, programme) : null;
        var ksbs = Ksbs(entry, standard, isRequired: true);
        var items = entry.Integer("items", 0, PortfolioSubmission.MostItems);
        var signed = entry.Boolean("authenticitySigned");
        return [on is null || standard is null || ksbs.Count == 0 ? null : new PortfolioSubmission(on.Value, standard.Id) { Ksbs = ksbs, Items = items, AuthenticitySigned = signed ?? false }];
    }

    /// <summary>The codes of a field, each judged beside its standard; a duty stands for the KSBs that it maps.</summary>
    private IReadOnlyList<KsbCode> Ksbs(DocumentObject entry, OccupationalStandard? standard, bool isRequired, string name = "ksbs")
    {
        var placed = entry.References(name, isRequired, standard, known);
        if (standard is null)
        {
            return [];
        }

        var codes = new SortedSet<KsbCode>();
        foreach (var references in placed)
        {
            if (isSaved)
            {
                // What a tracker was given in code it was given, and counts for nothing where the standard has no such KSB.
                codes.UnionWith(references.Result.References.SelectMany(r => r.Codes));
                continue;
            }

            // The notation's own problems were reported when the field was read.
            var problems = ReferenceCheck.Check(references.Result, [standard], known).Except(references.Result.Problems).ToArray();
            foreach (var problem in problems)
            {
                entry.Report(references, problem);
            }

            // What would be lost without a word.
            foreach (var reference in references.Result.References)
            {
                var place = references.Value.SpanWithin(reference.Span);
                if (reference.Weight is not null)
                {
                    entry.Wrong(place, $"{reference} has a weight; a record says which KSBs are meant, and not how much each counts");
                }
                else if (reference.IsDuty && standard.FindDuty(reference.Duty) is { Ksbs.Count: 0 })
                {
                    entry.Wrong(place, $"Duty {reference.Duty} maps no KSB of {standard.Id}, so that it says nothing; name the KSBs");
                }
            }

            codes.UnionWith(references.Result.CodesOf(standard));
        }

        return [.. codes];
    }

    private static DateOnly? End(DocumentObject entry, DateOnly? from)
    {
        var to = entry.Date("to");
        if (to < from)
        {
            entry.Wrong(entry.SpanOf("to"), $"The end, {IsoDate.Format(to.Value)}, is before the start, {IsoDate.Format(from.Value)}");
            return null;
        }

        return to;
    }

    private static T? Word<T>(DocumentObject entry, string name, Words<T> words, bool isRequired = false)
        where T : struct, Enum => words.Find(entry.Choice(name, words.All, isRequired));
}
