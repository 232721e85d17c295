using Competency.Documents;
using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A certificate of one qualification is held.</summary>
public sealed partial class CertificateRequirement : Requirement
{
    internal CertificateRequirement(string id, string sentence, string subject, QualificationLevel? minimumLevel, int? validForMonths, int? renewWithinMonths, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Subject = Bounded.Text(subject, "A qualification has a title.", nameof(subject));
        if (SubjectName.Mistake(subject) is { } mistake)
        {
            throw new ArgumentException($"{mistake}.", nameof(subject));
        }

        IsSensitive = Words.Subject.All.Any(s => WrittenName.IsSame(subject, s));
        MinimumLevel = Defined.Of(minimumLevel, nameof(minimumLevel));
        ValidForMonths = validForMonths is null or (>= 1 and <= 240) ? validForMonths : throw new ArgumentOutOfRangeException(nameof(validForMonths), validForMonths, "A certificate can be valid for 1 to 240 months.");
        RenewWithinMonths = renewWithinMonths is null || (validForMonths is { } valid && renewWithinMonths >= 1 && renewWithinMonths < valid)
            ? renewWithinMonths
            : throw new ArgumentOutOfRangeException(nameof(renewWithinMonths), renewWithinMonths, "A renewal is called for 1 month or more before the end of a certificate: give validForMonths, and a greater number there.");
    }

    /// <summary>The title of the qualification, as certificates name it; compared without regard to case.</summary>
    public string Subject { get; }

    /// <summary>The lowest level that suffices; null for any.</summary>
    public QualificationLevel? MinimumLevel { get; }

    /// <summary>How many calendar months a certificate is valid, 1 to 240; null for ever. A later certificate renews it.</summary>
    public int? ValidForMonths { get; }

    /// <summary>How many calendar months before its end a report calls for the renewal; null for never.</summary>
    public int? RenewWithinMonths { get; }

    /// <inheritdoc/>
    public override string Kind => "certificate";

    /// <summary>Of English and maths it is: that a pass of an adult is asked, or held at a level, tells what <see cref="EnglishAndMathsRequirement"/> keeps.</summary>
    public override bool IsSensitive { get; }

    private protected override void WriteParameters(JsonWriter json) =>
        json.Member("subject", Subject)
            .Member("minimumLevel", MinimumLevel is { } level ? Words.Level.Of(level) : null)
            .Member("validForMonths", ValidForMonths)
            .Member("renewWithinMonths", RenewWithinMonths);

    private protected override Outcome Judge(AssessmentContext context)
    {
        var certificates = context.Certificates;
        if (certificates.Latest(c => c.IsIn(Subject) && IsOfLevel(c) && !(ExpiryOf(c) < context.AsOf)) is { } held)
        {
            return Held(held, context);
        }

        // With a level it may be what is asked.
        if (MinimumLevel is not null && certificates.ByDay(c => c.IsIn(Subject) && c.Level is null && !(ExpiryOf(c) < context.AsOf)).ToArray() is { Length: > 0 } unknown)
        {
            return Gap.CannotTell("The certificate is held, and its level is not recorded", unknown.Select(c => Gap.Level(Subject, c))) with
            {
                Facts = [.. unknown.Select(c => Said.Fact("certificate without a recorded level", Said.Certificate(c), c.Pointer))],
                Shortfall = Wanted,
                UnknownUntil = context.IsComplete(certificates) ? LastOfUnknownLevel(context) : null,
            };
        }

        var expired = certificates.Latest(c => c.IsIn(Subject) && IsOfLevel(c));
        if (!context.IsComplete(certificates))
        {
            return Gap.CannotTell(expired is null ? NotHeld("No such certificate is recorded") : WasValid(expired) + " as far as is recorded", Gap.Completeness("certificates", "certificates", context)) with { Facts = Lower(), Shortfall = Wanted };
        }

        return expired is null
            ? Outcome.NotMet(NotHeld("The certificate is not held"), Wanted) with
            {
                Facts = Lower(),
                Actions = [new OutstandingAction($"certificate:{WrittenName.Key(Subject)}", $"Gain {Wanted} and record the certificate", ActionBy.Apprentice, ActionStage.Certificates) { Amount = (int?)MinimumLevel ?? 0 }],
            }
            : Outcome.NotMet(WasValid(expired), "a renewal") with { Facts = [Fact(expired)], Actions = [Renew()] };

        // Below the level that is asked.
        Certificate? BelowLevel() => certificates.Latest(c => c.IsIn(Subject) && c.Level is not null && !(ExpiryOf(c) < context.AsOf));

        string NotHeld(string otherwise) => BelowLevel() is { } lower ? $"The certificate is held at {Said.Level(lower.Level!.Value)}" : otherwise;

        ReportedFact[] Lower() => BelowLevel() is { } lower ? [Fact(lower)] : [];
    }

    /// <summary>What is asked, as it reads after "gain".</summary>
    private string Wanted => MinimumLevel is { } level ? $"{Subject} at {Said.Level(level)}" : Subject;

    private Outcome Held(Certificate held, AssessmentContext context)
    {
        var (expiry, isComplete) = (ExpiryOf(held), context.IsComplete(context.Certificates));
        var isDue = expiry is { } end && RenewWithinMonths is { } within && context.AsOf >= end.AddMonths(-within);
        return Outcome.Met($"The certificate is dated {Said.Date(held.On)}{(expiry is null ? "" : $" and valid until {Said.Date(expiry.Value)}")}") with
        {
            Facts = [Fact(held)],
            MetUntil = expiry,
            IsUnknownAfter = !isComplete || LastOfUnknownLevel(context) > expiry,
            UnknownUntil = isComplete && LastOfUnknownLevel(context) is { } unknown && unknown > expiry ? unknown : null,
            Attention = isDue ? [$"The certificate is valid until {Said.Date(expiry!.Value)} only, and its renewal is due"] : [],
            Actions = isDue ? [Renew()] : [],
        };
    }

    /// <summary>The last day on which a certificate without a recorded level may be what is asked; null for none, and for no end.</summary>
    private DateOnly? LastOfUnknownLevel(AssessmentContext context) =>
        MinimumLevel is null ? null : context.Certificates.Entries.Where(c => c.IsIn(Subject) && c.Level is null).Max(ExpiryOf);

    private bool IsOfLevel(Certificate certificate) => MinimumLevel is null || certificate.Level >= MinimumLevel;

    /// <summary>The last day on which a certificate is valid; null for no end.</summary>
    private DateOnly? ExpiryOf(Certificate certificate) => ValidForMonths is { } months ? Calendar.AddMonths(certificate.On, months) : null;

    private string WasValid(Certificate certificate) => $"The certificate of {Said.Date(certificate.On)} was valid until {Said.Date(ExpiryOf(certificate)!.Value)}";

    private static ReportedFact Fact(Certificate certificate) => Said.HeldCertificate(certificate);

    private OutstandingAction Renew() => new($"renew:{WrittenName.Key(Subject)}", $"Renew {Subject} and record the new certificate", ActionBy.Apprentice, ActionStage.Certificates);
}
