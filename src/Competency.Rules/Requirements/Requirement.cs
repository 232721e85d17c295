using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// Something that readiness asks: data, to be explained, drawn, written and compared, and judged only when it meets a learner. Immutable.
/// The kinds are a closed set; <see cref="CustomRequirement"/> is the way out, by name. <see cref="Require"/> makes them all.
/// </summary>
/// <remarks>
/// A new kind is one file beside this one: its parameters as properties, <see cref="Judge"/>, <see cref="WriteParameters"/>, and a method of
/// <see cref="Require"/>.
/// </remarks>
public abstract class Requirement
{
    private protected Requirement(string id, string sentence, RequirementBasis basis, Citation? citation)
    {
        Id = Bounded.Text(id, "A requirement has an id.", nameof(id));
        Sentence = Bounded.Text(sentence, "A requirement says in a sentence what it asks.", nameof(sentence));
        Basis = Defined.Of(basis, nameof(basis));
        Citation = citation;
    }

    /// <summary>The id, unique within a policy.</summary>
    public string Id { get; }

    /// <summary>What it asks, in a plain sentence without a closing full stop.</summary>
    public string Sentence { get; private set; }

    /// <summary>What it rests on.</summary>
    public RequirementBasis Basis { get; private set; }

    /// <summary>Where it stands; null for a rule of one's own, and where the outcome cites the period that applied.</summary>
    public Citation? Citation { get; private set; }

    /// <summary>The kind in a word, as policies name it in JSON.</summary>
    public abstract string Kind { get; }

    /// <summary>The requirements within it; none for one that is judged by itself.</summary>
    public virtual IReadOnlyList<Requirement> Children => [];

    /// <summary>Whether its facts touch on health, disability or age, and are kept out of reports for others.</summary>
    public virtual bool IsSensitive => false;

    /// <summary>
    /// Whether its own words can hold a text that a platform recorded, which can be a name: rules compare with such a text, so that it cannot be given another, and what a rule in
    /// code says nobody knows. Kept from whoever may see no names.
    /// </summary>
    internal virtual bool MayName => false;

    /// <summary>Which parts of a learner's record it looks at: what else is recorded leaves its verdict as it is.</summary>
    internal virtual LedgerKinds Reads => LedgerKinds.All;

    /// <summary>Whether it is a check of data: such is shown, and decides nothing in what holds it.</summary>
    internal virtual bool IsCheck => Basis == RequirementBasis.DataCheck;

    /// <summary>The parameter that can change with time; null for none. One that has it is judged in full.</summary>
    private protected virtual DatedNumber? Dated => null;

    /// <summary>This requirement and those within it, outermost first.</summary>
    public IEnumerable<Requirement> All => Children.SelectMany(c => c.All).Prepend(this);

    /// <summary>The sentence.</summary>
    public override string ToString() => Sentence;

    /// <summary>The same requirement with another sentence, basis or citation.</summary>
    internal Requirement With(string sentence, RequirementBasis basis, Citation? citation)
    {
        var copy = (Requirement)MemberwiseClone();
        copy.Sentence = Bounded.Text(sentence, "A requirement says in a sentence what it asks.", nameof(sentence));
        copy.Basis = Defined.Of(basis, nameof(basis));
        copy.Citation = citation;
        return copy;
    }

    /// <summary>Judges a learner and reports. A rule that throws tells nothing about the learner: it gives CannotTell with the fault.</summary>
    internal virtual RequirementReport Assess(AssessmentContext context)
    {
        // A rule in code is asked once, though the verdict be found first and the reasons later.
        if (context.ReportOf(this) is { } kept)
        {
            return kept;
        }

        var report = Dated?.ChangesAfter(context.AsOf) is { Length: > 0 } changes
            ? DatedJudgement.Report(this, context, changes, JudgeSafely)
            : RequirementReport.OfLeaf(this, JudgeSafely(context), context);
        context.Keep(report);
        return report;
    }

    /// <summary>
    /// The verdict on the day of assessment and nothing else: always that of <see cref="Assess"/>. A kind that can find it without making sentences
    /// overrides <see cref="TryDecide"/>; any other is judged in full.
    /// </summary>
    internal Verdict Decide(AssessmentContext context) => Decide(context, out _);

    /// <summary>The same, and whether the requirement had to be judged in full.</summary>
    internal Verdict Decide(AssessmentContext context, out bool wasJudgedInFull)
    {
        wasJudgedInFull = false;
        try
        {
            if (TryDecide(context) is { } verdict)
            {
                return verdict;
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Judged in full it will fail in the same way and be told as a fault.
        }

        wasJudgedInFull = true;
        return Assess(context).Verdict;
    }

    /// <summary>The verdict on the day of assessment, found without the report; null where that is not done, and then the requirement is judged in full.</summary>
    private protected virtual Verdict? TryDecide(AssessmentContext context) => null;

    /// <summary>How it is judged over the columns of a cohort; null where columns cannot decide it, and then each learner is judged by itself.</summary>
    /// <param name="compiler">Takes the columns that it needs, and the requirements within it.</param>
    /// <param name="isReason">Whether it decides and is no condition.</param>
    internal virtual CohortNode? TryCompile(CohortCompiler compiler, bool isReason) => null;

    private Outcome JudgeSafely(AssessmentContext context)
    {
        try
        {
            return Judge(context) ?? throw new InvalidOperationException("The rule gave no outcome.");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Outcome.Fault(fault);
        }
    }

    /// <summary>The outcome for a learner.</summary>
    private protected abstract Outcome Judge(AssessmentContext context);

    /// <summary>Writes what this kind has beside id, sentence, basis and children.</summary>
    private protected virtual void WriteParameters(JsonWriter json)
    {
    }

    /// <summary>Writes the requirement as an item of an array, or the whole of a text.</summary>
    internal void Write(JsonWriter json)
    {
        json.StartObject();
        WriteMembers(json);
        json.EndObject();
    }

    /// <summary>Writes the requirement as members of an object that is open.</summary>
    internal void WriteMembers(JsonWriter json)
    {
        // What holds others rests on what they rest on, unless it says otherwise.
        json.Member("id", Id).Member("kind", Kind).Member("sentence", Sentence).Member("basis", Children.Count > 0 && Basis == RequirementBasis.Provider ? null : Words.Basis.Of(Basis));
        if (Citation is not null)
        {
            ReportJson.Write(json, "citation", Citation);
        }

        WriteParameters(json);
        WriteChildren(json);
    }

    /// <summary>Writes the requirements within it.</summary>
    private protected virtual void WriteChildren(JsonWriter json)
    {
        if (Children.Count == 0)
        {
            return;
        }

        json.StartArray("requirements");
        foreach (var child in Children)
        {
            child.Write(json);
        }

        json.EndArray();
    }

    /// <summary>Writes one requirement within it as a member.</summary>
    private protected static void WriteChild(JsonWriter json, string name, Requirement child)
    {
        json.StartObject(name);
        child.WriteMembers(json);
        json.EndObject();
    }
}
