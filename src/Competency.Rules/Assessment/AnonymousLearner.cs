using System.Globalization;
using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// A learner without names and ids, of whom the same verdicts are true. A report on such a learner cannot leak what it never saw, however a
/// requirement words its facts.
/// </summary>
internal sealed class AnonymousLearner
{
    /// <summary>What stands for the learner's id.</summary>
    public const string Id = "anonymous";

    // Those of declarations, and those who decide on claims.
    private static readonly string[] KnownRoles = [.. Words.Role.All, "assessor", "internal quality assurer"];

    private readonly Numbered _evidence = new("evidence", isFolded: false);
    private readonly Numbered _people = new("person", isFolded: true);
    private readonly Numbered _employers = new("employer", isFolded: true);

    // What is no option of the standard can be any text.
    private readonly Numbered _options = new("unknown option", isFolded: true);

    private AnonymousLearner()
    {
    }

    /// <summary>The same facts under other names. What is the same stays the same: one assessor is one person.</summary>
    public static Learner Of(Learner learner, OccupationalStandard standard) => new AnonymousLearner().Make(learner, standard);

    private Learner Make(Learner learner, OccupationalStandard standard) => new(Id, learner.Standard)
    {
        BirthDate = learner.BirthDate,
        Claims = Ledger(learner.Claims, Claim),
        Episodes = Numbers("episode", learner.Episodes),
        Employments = Numbers("employment", learner.Employments, e => e with { Employer = _employers.Of(e.Employer)! }),
        Plans = Numbers("plan", learner.Plans),
        Options = Numbers("option choice", learner.Options, e => e with { Option = Option(e.Option, standard) }),
        Hours = Numbers("hours entry", learner.Hours, e => e with { Activity = null }),
        PriorLearning = Numbers("prior learning", learner.PriorLearning),
        StartingPoints = Numbers("starting point", learner.StartingPoints, e => e with { By = _people.Of(e.By) }),
        Moves = Numbers("move", learner.Moves, e => e with { By = _people.Of(e.By), Options = [.. e.Options.Select(o => new OptionLink(Option(o.Old, standard), Option(o.New, standard)))], Decisions = [.. e.Decisions.Select(d => d with { By = _people.Of(d.By)!, Reason = null })] }),
        Facts = Numbers("fact", learner.Facts),
        Certificates = Numbers("certificate", learner.Certificates, e => e with { SeenBy = _people.Of(e.SeenBy) }),
        Exemptions = Numbers("adjustment", learner.Exemptions),
        Choices = Numbers("choice", learner.Choices),
        Attempts = Numbers("attempt", learner.Attempts),
        Declarations = Numbers("declaration", learner.Declarations, e => e with { By = _people.Of(e.By), Employer = _employers.Of(e.Employer) }),
        Portfolios = Numbers("portfolio", learner.Portfolios),
    };

    private string Option(string option, OccupationalStandard standard) => standard.FindOption(option) is null ? _options.Of(option)! : option;

    private Claim Claim(Claim claim) =>
        new(_evidence.Of(claim.Evidence)!, claim.Standard, claim.Ksb, claim.Decisions.Select(d => d with { By = _people.Of(d.By), Role = Role(d.Role) }))
        {
            EvidenceKind = claim.EvidenceKind,
        };

    /// <summary>A role in the words of this library; null for any other, for people write into it what they like.</summary>
    private static string? Role(string? role) => role is null ? null : Array.Find(KnownRoles, r => WrittenName.IsSame(r, role));

    /// <summary>A ledger whose entries have the ids that their places give them, with a word for what they are: an id is one of its ledger only.</summary>
    private static Ledger<T> Numbers<T>(string word, Ledger<T> ledger, Func<T, T>? rename = null)
        where T : LedgerEntry
    {
        var ids = new Numbered(word, isFolded: false);
        return Ledger(ledger, e => (rename is null ? e : rename(e)) with { Id = ids.Of(e.Id), Replaces = ids.Of(e.Replaces) });
    }

    private static Ledger<T> Ledger<T>(Ledger<T> ledger, Func<T, T> rename)
        where T : LedgerEntry => new([.. ledger.Entries.Select(rename)], ledger.Completeness);

    /// <summary>Numbers for names, the same for the same.</summary>
    private sealed class Numbered(string word, bool isFolded)
    {
        private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

        public string? Of(string? name)
        {
            if (name is null)
            {
                return null;
            }

            var key = isFolded ? WrittenName.Key(name) : name;
            if (!_names.TryGetValue(key, out var number))
            {
                _names.Add(key, number = $"{word} {(_names.Count + 1).ToString(CultureInfo.InvariantCulture)}");
            }

            return number;
        }
    }
}
