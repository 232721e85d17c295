using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>Writes learner records canonically: fields in one order, what is as usual left out.</summary>
internal static class LearnerDocumentWriter
{
    public static string Write(IEnumerable<Learner> learners)
    {
        var json = new JsonWriter();
        json.StartObject().Member("document", LearnerDocument.Format).StartArray("learners");
        foreach (var learner in learners)
        {
            Write(json, learner);
        }

        return json.EndArray().EndObject().ToString();
    }

    private static void Write(JsonWriter json, Learner learner)
    {
        json.StartObject();
        WriteMembers(json, learner);
        json.EndObject();
    }

    /// <summary>Writes a record as members of an object that is open.</summary>
    public static void WriteMembers(JsonWriter json, Learner learner)
    {
        json.Member("id", learner.Id).Member("name", learner.Name).Member("standard", learner.Standard.ToString()).Member("birthDate", learner.BirthDate);
        Ledger(json, "episodes", learner.Episodes, e => Entry(json, e, "from")
            .Member("to", e.To).Member("kind", Words.Episode.Of(e.Kind)).Member("reason", e.Reason == EpisodeReason.None ? null : Words.EpisodeReason.Of(e.Reason)));
        Ledger(json, "employments", learner.Employments, e => Entry(json, e, "from").Member("to", e.To).Member("employer", e.Employer));
        Ledger(json, "plans", learner.Plans, e => Entry(json, e)
            .Member("weeks", e.Weeks).Member("plannedEnd", e.PlannedEnd).Member("weeklyHours", e.WeeklyHours).Member("paidHours", e.PaidHours).Member("agreedHours", e.AgreedHours));
        Ledger(json, "options", learner.Options, e => Entry(json, e).Member("option", e.Option));
        Ledger(json, "claims", learner.Claims, e => Claim(json, e, learner.Standard));
        Ledger(json, "hours", learner.Hours, e => Entry(json, e)
            .Member("hours", e.Hours).Member("category", e.Category == HoursCategory.OffTheJob ? null : Words.Hours.Of(e.Category)).Member("inPaidHours", e.InPaidHours ? null : (bool?)false).Member("activity", e.Activity));
        Ledger(json, "priorLearning", learner.PriorLearning, e => Entry(json, e)
            .Member("standard", Other(e.Standard, learner)).Member("ksbs", e.Ksbs.Count == 0 ? null : Said.Codes(e.Ksbs)).Member("reductionHours", e.ReductionHours == 0 ? null : (decimal?)e.ReductionHours));
        Ledger(json, "startingPoints", learner.StartingPoints, e => StartingPoint(Entry(json, e), e, learner));
        Ledger(json, "moves", learner.Moves, e => Move(Entry(json, e), e));
        Ledger(json, "certificates", learner.Certificates, e => Entry(json, e)
            .Member("subject", e.Subject).Member("level", e.Level is { } level ? Words.Level.Of(level) : null).Member("seenBy", e.SeenBy));
        Ledger(json, "exemptions", learner.Exemptions, e => Entry(json, e).Member("subject", Words.Subject.Of(e.Subject)).Member("ehcPlan", e.HasEhcPlan ? true : (bool?)null));
        Ledger(json, "choices", learner.Choices, e => Entry(json, e)
            .Member("choice", Words.Choice.Of(e.Choice)).Member("subject", e.Subject is { } subject ? Words.Subject.Of(subject) : null).Member("planSigned", e.PlanSigned ? true : (bool?)null));
        Ledger(json, "attempts", learner.Attempts, e => Entry(json, e).Member("subject", Words.Subject.Of(e.Subject)));
        Ledger(json, "declarations", learner.Declarations, e => Entry(json, e)
            .Member("declaration", Words.Declaration.Of(e.Kind)).Member("role", Words.Role.Of(e.Role)).Member("statement", e.Statement).Member("by", e.By).Member("employer", e.Employer));
        Ledger(json, "facts", learner.Facts, e => Value(Entry(json, e).Member("name", e.Name), e.Value));
        Ledger(json, "portfolios", learner.Portfolios, e => Entry(json, e)
            .Member("standard", e.Standard == learner.Standard ? null : e.Standard.ToString()).Member("ksbs", Said.Codes(e.Ksbs)).Member("items", e.Items).Member("authenticitySigned", e.AuthenticitySigned ? true : (bool?)null));
    }

    private static JsonWriter Value(JsonWriter json, FactValue value) => value.Kind switch
    {
        FactKind.Number => json.Member("value", value.Number),
        FactKind.Flag => json.Member("value", value.Flag),
        FactKind.Text => json.Member("value", value.Text),
        _ => json.Member("date", value.Date),
    };

    private static void Ledger<T>(JsonWriter json, string name, Ledger<T> ledger, Action<T> write)
        where T : LedgerEntry
    {
        if (ledger.Entries.Count == 0 && ledger.Completeness.Count == 0)
        {
            return;
        }

        json.StartObject(name);
        if (ledger.Completeness.Count > 0)
        {
            json.StartArray("completeness");
            foreach (var statement in ledger.Completeness)
            {
                json.StartObject().Member("asAt", statement.AsAt).Member("recorded", statement.Recorded == statement.AsAt ? null : (DateOnly?)statement.Recorded).EndObject();
            }

            json.EndArray();
        }

        json.StartArray("entries");
        foreach (var entry in ledger.Entries)
        {
            json.StartObject();
            write(entry);
            json.EndObject();
        }

        json.EndArray().EndObject();
    }

    private static JsonWriter Entry(JsonWriter json, LedgerEntry entry, string day = "on") => json
        .Member("id", entry.Id)
        .Member(day, entry.On)
        .Member("recorded", entry.Recorded == entry.On ? null : (DateOnly?)entry.Recorded)
        .Member("replaces", entry.Replaces)
        .Member("withdrawn", entry.IsWithdrawn ? true : (bool?)null);

    private static void Move(JsonWriter json, StandardMove entry)
    {
        var renumbered = entry.Carried.Where(l => l.Old != l.New).ToArray();
        json.Member("from", entry.From.ToString()).Member("to", entry.To.ToString()).Member("by", entry.By)
            .Member("equivalent", entry.IsEquivalent ? true : (bool?)null)
            .Member("unchanged", entry.Carried.Count == renumbered.Length ? null : Said.Codes(entry.Carried.Where(l => l.Old == l.New).Select(l => l.Old)));
        Links(json, "renumbered", renumbered);
        if (entry.Options.Count > 0)
        {
            json.StartArray("options");
            foreach (var option in entry.Options)
            {
                json.StartObject().Member("old", option.Old).Member("new", option.New).EndObject();
            }

            json.EndArray();
        }

        if (entry.Decisions.Count > 0)
        {
            json.StartArray("decisions");
            foreach (var decision in entry.Decisions)
            {
                TransferDecisionJson.Write(Link(json, decision.Old, decision.New), decision).EndObject();
            }

            json.EndArray();
        }

        Links(json, "pending", entry.Pending);

        static void Links(JsonWriter json, string name, IReadOnlyList<KsbLink> links)
        {
            if (links.Count == 0)
            {
                return;
            }

            json.StartArray(name);
            foreach (var link in links)
            {
                Link(json, link.Old, link.New).EndObject();
            }

            json.EndArray();
        }

        static JsonWriter Link(JsonWriter json, KsbCode old, KsbCode now) => json.StartObject().Member("old", old.ToString()).Member("new", now.ToString());
    }

    private static string? Other(StandardId? standard, Learner learner) => standard is null || standard == learner.Standard ? null : standard.Value.ToString();

    /// <summary>KSBs of one score stand together, in the order of the codes.</summary>
    private static void StartingPoint(JsonWriter json, StartingPoint entry, Learner learner)
    {
        json.Member("standard", Other(entry.Standard, learner)).Member("outOf", (decimal?)entry.OutOf).Member("by", entry.By).StartArray("scores");
        foreach (var score in entry.Scores.GroupBy(s => s.Score).OrderByDescending(g => g.Key))
        {
            json.StartObject().Member("score", (decimal?)score.Key).Member("ksbs", Said.Codes(score.Select(s => s.Ksb))).EndObject();
        }

        json.EndArray();
    }

    private static void Claim(JsonWriter json, Claim claim, StandardId programme)
    {
        json.Member("evidence", claim.Evidence)
            .Member("title", claim.Title)
            .Member("evidenceKind", claim.EvidenceKind)
            .Member("standard", claim.Standard == programme ? null : claim.Standard.ToString())
            .Member("ksbs", claim.Ksb.ToString());
        json.StartArray("decisions");
        foreach (var decision in claim.Decisions)
        {
            json.StartObject()
                .Member("decision", Words.Decision.Of(decision.Kind))
                .Member("on", decision.On)
                .Member("recorded", decision.Recorded == decision.On ? null : (DateOnly?)decision.Recorded)
                .Member("by", decision.By)
                .Member("role", decision.Role)
                .EndObject();
        }

        json.EndArray();
    }
}
