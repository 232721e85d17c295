using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Reads learner records. What is wrong becomes a finding with its place, and costs the record it stands in.</summary>
/// <param name="reader">The document.</param>
/// <param name="known">The standards that are known.</param>
/// <param name="isSaved">Whether the record is of a learner whom a tracker had: then nobody wrote an option or a KSB wrongly in this file, and the report says that it is none.</param>
internal sealed class LearnerDocumentReader(DocumentReader reader, StandardCatalogue known, bool isSaved = false)
{
    private readonly DocumentReader _reader = reader;
    private readonly LearnerEntryReader _entries = new(reader, known, isSaved);

    public LearnerDocumentReader(SourceDocument source, StandardCatalogue known)
        : this(new DocumentReader(source) { IsRefusedForAny = true }, known)
    {
    }

    /// <summary>Reads a record that stands in a document of another format. Whether it is right the findings of its reader say.</summary>
    public Learner? ReadRecord(DocumentObject entry) => ReadLearner(entry, entry.String("id", isRequired: true));

    public LearnerDocument Read()
    {
        var records = new List<(string? Id, DocumentObject Entry, Learner? Learner)>();
        var isOneList = true;
        if (_reader.Expect(LearnerDocument.Format) is { } root)
        {
            foreach (var entry in root.Objects("learners", isRequired: true))
            {
                var id = entry.String("id", isRequired: true);
                records.Add((id, entry, ReadLearner(entry, id)));
            }

            // Of two lists one is not read, and may hold the other half of any record.
            isOneList = root.Value.Members.Count(m => m.Name == "learners") < 2;
            root.Done();
        }

        var ids = records.Where(r => r.Id is not null).GroupBy(r => r.Id!, StringComparer.Ordinal).Where(g => g.Count() > 1);
        foreach (var (_, entry, _) in ids.SelectMany(g => g))
        {
            // Two records of one learner are two halves of one: neither is judged.
            entry.Wrong(entry.SpanOf("id"), "Another record has this id; what is known of one learner stands in one record");
        }

        var findings = (_reader.WrongEncoding is { } wrong ? _reader.Findings.Append(wrong) : _reader.Findings).OrderBy(Start).ToArray();
        return new LearnerDocument(_reader.Document, [.. records.Select(r => Finish(r.Id, r.Entry.Value.Span, isOneList ? r.Learner : null, findings))], [.. findings]);
    }

    private static int Start(Finding finding) => finding.Location?.Span.Start ?? 0;

    private LearnerRecord Finish(string? id, SourceSpan span, Learner? learner, Finding[] findings)
    {
        // Findings stand in the order of the text: a search for the first keeps a long file with many of them from taking long.
        var (first, end) = (0, findings.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = Start(findings[middle]) < span.Start ? (middle + 1, end) : (first, middle);
        }

        var within = findings.Skip(first).TakeWhile(f => Start(f) < span.End).ToArray();

        // A property that is not read, or a range that nobody can read, is half a record too; the reader says so of it as an error.
        var isRight = _reader.IsWhole && within.All(f => f.Severity != FindingSeverity.Error);
        return new LearnerRecord(id, isRight ? learner : null, [.. within]);
    }

    private Learner? ReadLearner(DocumentObject entry, string? id)
    {
        var standard = _entries.ReadStandard(entry, null);
        var record = new LedgerReader(entry, standard);
        var name = entry.NotBlank("name");
        var birthDate = entry.Date("birthDate");
        var claims = record.Ledger<Claim>("claims", _entries.Claims);
        var episodes = record.Ledger<Episode>("episodes", _entries.Episode);
        var employments = record.Ledger<Employment>("employments", _entries.Employment);
        var plans = record.Ledger<TrainingPlan>("plans", _entries.Plan);
        var moves = record.Ledger<StandardMove>("moves", _entries.Move);
        var options = record.Ledger<OptionChoice>("options", (choice, programme) => _entries.Option(choice, programme, moves));
        var hours = record.Ledger<HoursEntry>("hours", _entries.Hours);
        var priorLearning = record.Ledger<PriorLearning>("priorLearning", _entries.PriorLearning);
        var startingPoints = record.Ledger<StartingPoint>("startingPoints", _entries.StartingPoint);
        var certificates = record.Ledger<Certificate>("certificates", _entries.Certificate);
        var exemptions = record.Ledger<EnglishAndMathsExemption>("exemptions", _entries.Exemption);
        var choices = record.Ledger<EnglishAndMathsChoice>("choices", _entries.Choice);
        var attempts = record.Ledger<EnglishAndMathsAttempt>("attempts", _entries.Attempt);
        var declarations = record.Ledger<Declaration>("declarations", _entries.Declaration);
        var facts = record.Ledger<FactEntry>("facts", _entries.Fact);
        var portfolios = record.Ledger<PortfolioSubmission>("portfolios", _entries.Portfolio);
        entry.Done();
        return id is null || standard is null ? null : new Learner(id, standard.Id)
        {
            Name = name,
            BirthDate = birthDate,
            Claims = claims,
            Episodes = episodes,
            Employments = employments,
            Plans = plans,
            Options = options,
            Hours = hours,
            PriorLearning = priorLearning,
            StartingPoints = startingPoints,
            Moves = moves,
            Certificates = certificates,
            Exemptions = exemptions,
            Choices = choices,
            Attempts = attempts,
            Declarations = declarations,
            Facts = facts,
            Portfolios = portfolios,
        };
    }
}
