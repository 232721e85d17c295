using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A certificate of one qualification is held.</summary>
public sealed partial class CertificateRequirement : Requirement
{
    internal CertificateRequirement(string id, string sentence, string subject, QualificationLevel? minimumLevel, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Subject = string.IsNullOrWhiteSpace(subject) ? throw new ArgumentException("A qualification has a title.", nameof(subject)) : subject;
        MinimumLevel = minimumLevel;
    }

    /// <summary>The title of the qualification, as certificates name it; compared without regard to case.</summary>
    public string Subject { get; }

    /// <summary>The lowest level that suffices; null for any.</summary>
    public QualificationLevel? MinimumLevel { get; }

    /// <inheritdoc/>
    public override string Kind => "certificate";

    /// <summary>Of English and maths it is: that a pass of an adult is asked, or held at a level, tells what <see cref="EnglishAndMathsRequirement"/> keeps.</summary>
    public override bool IsSensitive => Words.Subject.All.Any(s => Text.TextFolding.EqualsIgnoreCase(Text.TextFolding.Trim(Subject), s));

    private protected override void WriteParameters(JsonWriter json) =>
        json.Member("subject", Subject).Member("minimumLevel", MinimumLevel is { } level ? Words.Level.Of(level) : null);

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.Learner.Certificates.Latest(c => c.IsIn(Subject) && (MinimumLevel is null || c.Level >= MinimumLevel)) is { } held)
        {
            return Outcome.Met($"The certificate is dated {Said.Date(held.On)}") with
            {
                Facts = [Said.Fact("certificate", Said.Certificate(held), held.Pointer)],
            };
        }

        // With a level it may be what is asked.
        if (context.Learner.Certificates.Entries.Where(c => c.IsIn(Subject) && c.Level is null).ToArray() is { Length: > 0 } unknown)
        {
            return Gap.CannotTell("The certificate is held, and its level is not recorded", unknown.Select(c => Gap.Level(Subject, c))) with
            {
                Facts = [.. unknown.Select(c => Said.Fact("certificate without a recorded level", Said.Certificate(c), c.Pointer))],
                Shortfall = $"{Subject} at {Said.Level(MinimumLevel!.Value)}",
            };
        }

        return context.IsComplete(context.Learner.Certificates)
            ? Outcome.NotMet("The certificate is not held", Subject) with
            {
                Actions = [new OutstandingAction($"certificate:{Subject}", $"Gain {Subject} and record the certificate", ActionBy.Apprentice, ActionStage.Certificates)],
            }
            : Gap.CannotTell("No such certificate is recorded", Gap.Completeness("certificates", "certificates", context)) with { Shortfall = Subject };
    }
}
