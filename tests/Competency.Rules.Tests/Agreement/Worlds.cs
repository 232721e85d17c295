using System.Globalization;
using Competency.Documents.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Competency.Rules.Tests.Agreement;

/// <summary>Worlds by chance, unknowns included: ledgers that are not complete, no day of birth, no start, no option, breaks, corrections, late entries.</summary>
/// <remarks>A new kind of requirement gets a line in <see cref="Leaf"/>, a new kind of entry one in <see cref="ALearner"/>.</remarks>
internal sealed class Worlds
{
    private static readonly OccupationalStandard[] Standards =
        [TestStandards.Mammography, TestStandards.WithOptions, TestStandards.WithOptions, TestStandards.Foundation, TestStandards.Unit, TestStandards.Empty, TestStandards.WithHours(400)];

    private static readonly DateOnly[] Starts = [Day("2017-06-01"), Day("2021-09-01"), Day("2023-09-04"), Day("2024-09-02"), Day("2025-02-03"), Day("2025-09-01"), Day("2026-01-05")];

    private static readonly DeclarationKind[] Declarations = [.. Enum.GetValues<DeclarationKind>().Where(k => k != DeclarationKind.Other)];

    // Nobody is ever moved from it.
    private static readonly StandardId Another = StandardId.Parse("ST0001@1.0");

    private static readonly Fact<decimal> Attendance = Fact.Number("attendance", "attendance");

    private static readonly Fact<bool> Checked = Fact.Flag("checked", "check", isSensitive: true);

    private static readonly Fact<string> Ward = Fact.Text("ward", "ward");

    private static readonly Fact<DateOnly> Clinic = Fact.Date("clinic", "first day in clinic");

    private readonly Random _chance;
    private readonly OccupationalStandard _standard;
    private readonly DateOnly _asOf;
    private readonly DateOnly _start;
    private int _ids;

    private Worlds(int seed)
    {
        _chance = new Random(seed);
        _standard = One(Standards);
        _start = One(Starts);
        _asOf = _start.AddDays(_chance.Next(-20, 900));
    }

    /// <summary>Any world.</summary>
    public static Gen<World> Any { get; } = Gen.Choose(0, int.MaxValue).Select(Of);

    /// <summary>Many learners under one policy.</summary>
    public static Gen<World[]> Cohorts { get; } = Gen.Choose(0, int.MaxValue).Select(CohortOf);

    public static World Of(int seed)
    {
        var worlds = new Worlds(seed);
        return new World(worlds.APolicy(), worlds.ALearner("L1"), worlds._standard, worlds._asOf, worlds._asOf.AddDays(worlds.Rarely() ? worlds._chance.Next(-40, 40) : 0));
    }

    /// <summary>The learner as known on a day, with nothing to come: what is complete stays so, what is not stays unknown, and no decision on a claim is entered later.</summary>
    public static Learner Unchanging(Learner learner, DateOnly asOf, DateOnly knownAt)
    {
        var known = learner.AsKnown(asOf, knownAt);
        return known with
        {
            Claims = For(known.Claims),
            Moves = For(known.Moves),
            Episodes = For(known.Episodes),
            Employments = For(known.Employments),
            Plans = For(known.Plans),
            Options = For(known.Options),
            Hours = For(known.Hours),
            PriorLearning = For(known.PriorLearning),
            StartingPoints = For(known.StartingPoints),
            Certificates = For(known.Certificates),
            Exemptions = For(known.Exemptions),
            Choices = For(known.Choices),
            Attempts = For(known.Attempts),
            Declarations = For(known.Declarations),
            Facts = For(known.Facts),
            Portfolios = For(known.Portfolios),
        };

        Ledger<T> For<T>(Ledger<T> ledger)
            where T : LedgerEntry => new(ledger.Entries, ledger.IsComplete(asOf, knownAt) ? [new Completeness(DateOnly.MaxValue) { Recorded = knownAt }] : []);
    }

    /// <summary>The same record with its entries in another order, as far as that may not matter: of entries of one day, and of those that correct another, the order is left.</summary>
    public static Learner Shuffled(Learner learner)
    {
        var chance = new Random(learner.Claims.Entries.Count + (31 * learner.Hours.Entries.Count));
        return learner with
        {
            Claims = learner.Claims.Entries.Any(c => c.Replaces is not null) ? learner.Claims : new Ledger<Claim>(Among(Claims().ToArray(), c => (c.Evidence, c.Standard, c.Ksb)), learner.Claims.Completeness),
            Moves = For(learner.Moves),
            Episodes = For(learner.Episodes),
            Employments = For(learner.Employments),
            Plans = For(learner.Plans),
            Options = For(learner.Options),
            Hours = For(learner.Hours),
            PriorLearning = For(learner.PriorLearning),
            StartingPoints = For(learner.StartingPoints),
            Certificates = For(learner.Certificates),
            Exemptions = For(learner.Exemptions),
            Choices = For(learner.Choices),
            Attempts = For(learner.Attempts),
            Declarations = For(learner.Declarations),
            Facts = For(learner.Facts),
            Portfolios = For(learner.Portfolios),
        };

        Ledger<T> For<T>(Ledger<T> ledger)
            where T : LedgerEntry => ledger.Entries.All(e => e.Replaces is null) ? new(Among([.. ledger.Entries], e => e.On), ledger.Completeness) : ledger;

        // Those that are the same in something stay in their order.
        IEnumerable<T> Among<T, TKey>(T[] entries, Func<T, TKey> same)
        {
            var left = entries.ToLookup(same).Select(g => new Queue<T>(g)).ToList();
            while (left.Count > 0)
            {
                var next = left[chance.Next(left.Count)];
                yield return next.Dequeue();
                if (next.Count == 0)
                {
                    left.Remove(next);
                }
            }
        }

        // Claims on one item of different days can stand in any order too.
        IEnumerable<Claim> Claims() => learner.Claims.Entries.GroupBy(c => (c.Evidence, c.Standard, c.Ksb))
            .SelectMany(g => g.SelectMany(c => c.Decisions).Select(d => d.On).Distinct().Count() == g.Sum(c => c.Decisions.Count) ? g.OrderBy(_ => chance.Next()) : g.AsEnumerable());
    }

    /// <summary>A learner with what is withheld from others of another, and what is known of it as it is.</summary>
    public static Learner WithSensitive(Learner learner, Learner other)
    {
        return learner with
        {
            BirthDate = other.BirthDate,
            Certificates = Of(learner.Certificates, other.Certificates, IsOfCoreSubject),
            Exemptions = Of(learner.Exemptions, other.Exemptions, _ => true),
            Choices = Of(learner.Choices, other.Choices, _ => true),
            Attempts = Of(learner.Attempts, other.Attempts, _ => true),
            Facts = Of(learner.Facts, other.Facts, f => f.Name == Checked.Name),
        };

        static bool IsOfCoreSubject(Certificate certificate) => certificate.Subject.ToUpperInvariant() is "ENGLISH" or "MATHS";

        // What one corrects could be of the other sort.
        static Ledger<T> Of<T>(Ledger<T> own, Ledger<T> others, Func<T, bool> isSensitive)
            where T : LedgerEntry => new([.. own.Entries.Where(e => !isSensitive(e) && e.Replaces is null), .. others.Entries.Where(e => isSensitive(e) && e.Replaces is null).Select(e => e with { Id = null })], own.Completeness);
    }

    private static World[] CohortOf(int seed)
    {
        var first = Of(seed);
        return [.. Enumerable.Range(0, 40).Select(i =>
        {
            // The same standard and days: they come first of what chance decides.
            var worlds = new Worlds(seed);
            for (var skipped = 0; skipped < i; skipped++)
            {
                _ = worlds._chance.Next();
            }

            return first with { Learner = worlds.ALearner("L" + i.ToString(CultureInfo.InvariantCulture)) };
        })];
    }

    private ReadinessPolicy APolicy() => _chance.Next(12) switch
    {
        0 or 1 => EnglishApprenticeship.GatewayWith(Settings()),
        2 or 3 => EnglishApprenticeship.CompletionWith(Settings()),
        4 when _chance.Next(2) == 0 => CollegeOfRadiographers.Renewal(AccreditationPathway.MammographyAssociateLevel4, One<int?>([null, 3])),
        4 => EnglishApprenticeship.GatewayFor(Plan(), Settings()),
        _ => new ReadinessPolicy("by-chance", "By chance", "1", Node(3)),
    };

    private AssessmentPlan Plan() => new("AP", "1", [_standard.Id], One([PlanApproach.EndPoint, PlanApproach.Outcomes]),
        [new AssessmentPart("m", ["K1, S1"]), new AssessmentPart("n", ["K2"]) { Option = _standard.Options.Count == 0 ? null : "b" }])
    {
        Portfolio = Rarely() || !_standard.Contains(KsbCode.Parse("K2")) ? null : new PlanPortfolio(Rarely() ? ["n"] : ["m", "n"]) { MaxItems = One<int?>([null, 5]), NeedsAuthenticity = !Rarely() },
        Qualifications = Rarely() ? [new PlanQualification("First aid") { ValidForMonths = 12 }] : [],
        EnglishAndMathsForEveryone = Rarely(),
    };

    private GatewaySettings Settings() => new()
    {
        StandardMinimumPrevails = YesNoOrNothing(),
        ShorterDurationAccepted = YesNoOrNothing(),
        StandardMinimumMonths = Rarely() ? 18 : null,
        PublishedOffTheJobHours = Rarely() ? 300 : null,
        EnglishAndMathsForEveryone = Rarely(),
        MandatoryQualifications = One<IReadOnlyList<string>?>([null, [], ["First aid"]]),
        Portfolio = Rarely() && _standard.Ksbs.Count > 0 ? new PortfolioSettings(SomeKsbs()) : null,
    };

    private Requirement Node(int depth)
    {
        if (depth == 0 || _chance.Next(5) == 0)
        {
            return Leaf();
        }

        Requirement[] children = [.. Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Node(depth - 1))];
        return _chance.Next(7) switch
        {
            3 => Require.Unless(Id("unless"), "Where it is not so", Node(depth - 1), Node(depth - 1)),
            4 => Require.Attention(Id("attention"), "With something to sign", Node(depth - 1), Leaf()),
            0 => Require.AnyOf(Id("any"), "Any of these", children),
            // Checks of data decide nothing, so that no more than the others can be asked.
            1 when children.Count(c => !c.IsCheck) is > 0 and var counted => Require.AtLeast(_chance.Next(1, counted + 1), Id("some"), "Some of these", children),
            2 when Rarely() => Require.Unless(Id("unless"), "Where it does not apply", Node(depth - 1), Node(depth - 1)),
            2 => Require.When(Id("when"), "Where it applies", Node(depth - 1), Node(depth - 1)),
            _ => Require.AllOf(Id("all"), "All of these", children),
        };
    }

    private Requirement Leaf() => _chance.Next(21) switch
    {
        0 when _standard.Duties.Count > 0 && Rarely() => TestLearners.DutyComplete(One([.. _standard.Duties]).Number, Id("duty")),
        0 or 1 or 13 when _standard.Ksbs.Count == 0 || _chance.Next(2) == 0 => Require.KsbsAchieved(Id("ksbs"), null, Threshold(), Rarely() ? Demand() : null, Rarely() ? [KsbKind.Knowledge] : null),
        0 or 1 or 13 => KsbsNamed(),
        2 => Require.Programme(Id("programme"), Rarely() ? [_standard.Id] : Rarely() ? [TestStandards.MammographyBefore.Id] : []),
        3 => Require.Option(Id("option")),
        19 => Rarely() ? Require.ActiveLearning(YesNoOrNothing(), Id("active")) : Require.DaysElapsed(Id("days"), "Days have passed", Dated(365)),
        4 => Require.MinimumDuration(YesNoOrNothing(), Id("minimum")),
        5 => Require.StandardMinimum(YesNoOrNothing(), _chance.Next(6) switch { 0 => 18, 1 => 8, _ => null }, Id("standard-minimum")),
        6 => Require.OffTheJobHours(Rarely() ? 300 : null, Id("hours")),
        7 => Require.EnglishAndMaths(One([CoreSubject.English, CoreSubject.Maths]), Rarely(), Id("subject")),
        8 => Certificate(),
        9 => Require.PublishedQualifications(Id("qualifications")),
        10 when Rarely() => Require.Declaration(Id("declaration"), "Somebody has declared it", DeclarationKind.Other, One(Enum.GetValues<DeclarationRole>()), "briefed", Rarely() ? 6 : null, !Rarely()),
        10 or 11 => Require.Declaration(Id("declaration"), "Somebody has declared it", One(Declarations), One(Enum.GetValues<DeclarationRole>()), null, Rarely() ? 6 : null, !Rarely()),
        14 => Require.DateReached(Id("date"), "A day has come", _asOf.AddDays(_chance.Next(-20, 20)), Rarely() ? _asOf.AddDays(30) : null),
        15 => Require.OptionIs(Id("option-is"), One(["a", "b", "none"])),
        16 when Rarely() => Require.StartedBetween(Id("started"), null, _start.AddDays(_chance.Next(-20, 20))),
        16 => Require.StartedBetween(Id("started"), _start.AddDays(_chance.Next(-20, 20)), Rarely() ? _start.AddDays(_chance.Next(20, 60)) : null),
        17 => Require.PeriodElapsed(Id("period"), "A period is over", Dated(_chance.Next(1, 20))),
        18 => AFact(),
        12 when _standard.Ksbs.Count > 0 => Require.Portfolio(SomeKsbs(), _chance.Next(2) == 0, Rarely() ? 10 : null, id: Id("portfolio")),
        _ => Custom(),
    };

    private CertificateRequirement Certificate()
    {
        var valid = _chance.Next(3) == 0 ? _chance.Next(2, 30) : (int?)null;
        return Require.Certificate(Id("certificate"), One(["English", "First aid"]), One<QualificationLevel?>([null, QualificationLevel.Level1, QualificationLevel.Level3]), valid, valid > 3 && _chance.Next(2) == 0 ? 2 : null);
    }

    private FactRequirement AFact() => _chance.Next(5) switch
    {
        0 => Require.Fact(Id("fact"), Checked, !Rarely(), Rarely() ? 6 : null),
        1 => Require.Fact(Id("fact"), Ward, ["red", "green"], Rarely() ? 6 : null),
        2 => Require.Fact(Id("fact"), Clinic, Rarely() ? 6 : null),
        _ => Require.Fact(Id("fact"), Attendance, atLeast: Dated(80), atMost: Rarely() ? 95 : null, notOlderThanMonths: Rarely() ? 6 : null),
    };

    /// <summary>A number, or one that goes down with the start or, for those who are there already, with time; for some starts there is none.</summary>
    private DatedNumber Dated(int number)
    {
        if (_chance.Next(3) > 0)
        {
            return number;
        }

        var citation = new Citation("Rule", "Publisher", Certainty.Secondary);
        var basis = One(Enum.GetValues<DatedBasis>());
        var turn = basis == DatedBasis.AsOf ? _asOf.AddDays(_chance.Next(-40, 40)) : _start.AddDays(_chance.Next(-20, 20));
        return DatedNumber.Of(new DatedValue<decimal>("by-chance", turn.AddDays(_chance.Next(0, 60)),
            new DatedPeriod<decimal>(turn.AddDays(Rarely() ? -10 : -2000), number, basis, citation) { Until = turn.AddDays(-1) },
            new DatedPeriod<decimal>(turn, Math.Max(1, number - _chance.Next(12)), basis, citation) { Until = Rarely() ? turn.AddDays(100) : null }));
    }

    /// <summary>Of some KSBs no more than are named can be asked; of those in force there may yet be fewer.</summary>
    private KsbsAchievedRequirement KsbsNamed()
    {
        var ksbs = SomeKsbs();
        var named = KsbSelection.Parse(ksbs).Codes;
        var knowledge = named.Count(c => c.Kind == KsbKind.Knowledge);
        var isOfKnowledge = knowledge > 0 && Rarely();
        return Require.KsbsAchieved(Id("ksbs"), ksbs, Threshold(isOfKnowledge ? knowledge : named.Count), Rarely() ? Demand() : null, isOfKnowledge ? [KsbKind.Knowledge] : null);
    }

    private KsbThreshold Threshold(int most = 4) => _chance.Next(5) switch
    {
        0 => KsbThreshold.Percent(_chance.Next(50, 100)),
        1 => KsbThreshold.Count(_chance.Next(1, Math.Min(most, 4) + 1)),
        _ => KsbThreshold.All,
    };

    private EvidenceDemand Demand() => new()
    {
        Items = _chance.Next(1, 3),
        Assessors = _chance.Next(1, 3),
        NotOlderThanMonths = Rarely() ? 12 : null,
        PartSuffices = Rarely(),
        Kinds = Rarely() ? ["LOG", "observation"] : [],
    };

    private CustomRequirement Custom()
    {
        var salt = _chance.Next(7);
        return Require.Custom(Id("custom"), Id("by-record"), "A rule in code", context => ((context.Learner.Claims.Entries.Sum(c => c.Decisions.Count) + context.Learner.Hours.Entries.Count + salt) % 7) switch
        {
            0 => Outcome.Met("It is"),
            1 => Outcome.NotMet("It is not", "it"),
            2 => Outcome.NotYetDue("It will be", context.AsOf.AddDays(salt - 1)),
            3 => Outcome.CannotTell("Who knows", "a fact"),
            4 => Outcome.DoesNotApply("It is not asked"),
            5 => Outcome.Met("It was") with { MetUntil = context.AsOf.AddDays(salt - 3) },
            _ => throw new InvalidOperationException("out of order"),
        }, Rarely() ? RequirementBasis.DataCheck : RequirementBasis.Provider);
    }

    private Learner ALearner(string id) => new(id, Rarely() ? TestStandards.MammographyBefore.Id : _standard.Id)
    {
        BirthDate = One<DateOnly?>([null, _start.AddYears(-17), _start.AddYears(-25), _start.AddDays(30)]),
        Claims = ALedger(Claims()),
        Episodes = ALedger(Episodes()),
        Moves = ALedger(Rarely() ? Some(_chance.Next(3) == 0 ? 5 : 1, Move) : []),
        Employments = ALedger(Some(2, on => new Employment(on, Employer()) { To = _chance.Next(3) == 0 ? on.AddDays(_chance.Next(60, 900)) : null }, aroundStart: true)),
        Plans = ALedger(Some(2, on => new TrainingPlan(on)
        {
            Weeks = One<decimal?>([null, 52, 78]),
            PlannedEnd = Rarely() ? on.AddDays(400) : null,
            WeeklyHours = One<decimal?>([null, 30, 37.5m]),
            PaidHours = Rarely() ? 1500 : null,
            AgreedHours = Rarely() ? 350 : null,
        }, aroundStart: true)),
        Options = ALedger(_standard.Options.Count == 0 ? [] : Some(2, on => new OptionChoice(on, One(["a", "b", "a", "none of them"])), aroundStart: true)),
        Hours = ALedger(Some(6, on => new HoursEntry(on, _chance.Next(0, 160)) { Category = Rarely() ? One(Enum.GetValues<HoursCategory>()) : HoursCategory.OffTheJob, InPaidHours = !Rarely() })),
        PriorLearning = ALedger(Some(1, on => new PriorLearning(on) { ReductionHours = _chance.Next(0, 3) * 60 }, aroundStart: true)),
        Certificates = ALedger(Some(4, on => new Certificate(on, One(["English", "Maths", "maths", "First aid", CollegeOfRadiographers.Accredited(AccreditationPathway.MammographyAssociateLevel4)]))
        {
            Level = One<QualificationLevel?>([null, QualificationLevel.Entry3, QualificationLevel.Level1, QualificationLevel.Level2, QualificationLevel.Level3]),
        })),
        Exemptions = ALedger(Rarely() ? Some(2, on => new EnglishAndMathsExemption(on, One([CoreSubject.English, CoreSubject.Maths])) { HasEhcPlan = Rarely() }) : []),
        Choices = ALedger(Some(2, on => new EnglishAndMathsChoice(on, One(Enum.GetValues<EnglishAndMathsChoiceKind>())) { Subject = One<CoreSubject?>([null, CoreSubject.English, CoreSubject.Maths]) })),
        Attempts = ALedger(Some(1, on => new EnglishAndMathsAttempt(on, One([CoreSubject.English, CoreSubject.Maths])))),
        Declarations = ALedger(Some(7, on => Rarely()
            ? new Declaration(on, DeclarationKind.Other, One(Enum.GetValues<DeclarationRole>())) { Statement = One(["briefed", "Briefed ", "another"]), Employer = Employer() }
            : new Declaration(on, One(Declarations), One(Enum.GetValues<DeclarationRole>())) { Employer = Rarely() ? null : Employer() })),
        Facts = ALedger(Some(5, AnEntry)),
        Portfolios = ALedger(_standard.Ksbs.Count == 0 ? [] : Some(1, on => new PortfolioSubmission(on, Rarely() ? TestStandards.MammographyBefore.Id : _standard.Id)
        {
            Ksbs = Rarely() ? TestStandards.Codes(SomeKsbs()) : [.. _standard.Ksbs.Select(k => k.Code)],
            AuthenticitySigned = !Rarely(),
            Items = One<int?>([null, 5, 20]),
        })),
    };

    private FactEntry AnEntry(DateOnly on) => _chance.Next(7) switch
    {
        0 => Checked.At(on, _chance.Next(3) > 0),
        1 => Ward.At(on, One(["red", "Green", "blue"])),
        2 => Clinic.At(on, on.AddDays(_chance.Next(-100, 400))),
        3 => CollegeOfRadiographers.Activities.At(on, _chance.Next(8, 20)),
        4 => CollegeOfRadiographers.OutcomesShown.At(on, _chance.Next(4, 9)),
        _ => Attendance.At(on, _chance.Next(60, 100)),
    };

    /// <summary>Mostly from the version before; at times from another standard, or back and forth.</summary>
    private StandardMove Move(DateOnly on)
    {
        var (from, to) = _standard.Id == Another || _chance.Next(3) > 0 ? (TestStandards.MammographyBefore.Id, _standard.Id)
            : One([(Another, TestStandards.MammographyBefore.Id), (Another, _standard.Id), (_standard.Id, TestStandards.MammographyBefore.Id), (TestStandards.MammographyBefore.Id, Another)]);
        return new StandardMove(on, from, to)
        {
            By = One<string?>([null, "P"]),
            IsEquivalent = Rarely(),
            Carried = [.. Links(_chance.Next(4))],
            Decisions = [.. Links(_chance.Next(3)).Select(l => new TransferDecision(l.Old, l.New, _chance.Next(3) > 0, One(["L", "M"]), on))],
            Pending = [.. Links(_chance.Next(4))],
            Options = _standard.Options.Count == 0 || !Rarely() ? [] : [new OptionLink(One(["a", "b"]), One(["a", "b", "c"]))],
        };

        IEnumerable<KsbLink> Links(int count) => _standard.Ksbs.Count == 0 ? [] : Enumerable.Range(0, count).Select(_ => new KsbLink(One([.. _standard.Ksbs.Take(3)]).Code, One([.. _standard.Ksbs.Take(_chance.Next(3) > 0 ? 3 : 200)]).Code)).Distinct();
    }

    private List<Claim> Claims()
    {
        var claims = new List<Claim>();
        var lacking = _chance.Next(3) == 0 ? 0 : _chance.Next(4);
        foreach (var ksb in _standard.Ksbs.Select(k => k.Code).Where(_ => _chance.Next(_standard.Ksbs.Count) >= lacking))
        {
            for (var more = 0; more == 0 || _chance.Next(3) == 0; more++)
            {
                var last = Rarely() ? One(Enum.GetValues<ClaimDecisionKind>()) : ClaimDecisionKind.Accepted;
                var on = _start.AddDays(_chance.Next(0, Rarely() ? 900 : 200));
                var standard = _chance.Next(25) == 0 ? TestStandards.MammographyBefore.Id : _standard.Id;
                claims.Add(new Claim("E" + _chance.Next(4).ToString(CultureInfo.InvariantCulture), standard, ksb,
                    new ClaimDecision(ClaimDecisionKind.Submitted, on.AddDays(-14)),
                    new ClaimDecision(last, on) { By = One<string?>([null, "A", "B"]), Recorded = Rarely() ? on.AddDays(_chance.Next(60)) : on }) { EvidenceKind = One<string?>([null, "log", "essay"]) });
            }
        }

        if (Rarely())
        {
            claims.Add(new Claim("E9", _standard.Id, KsbCode.Parse("K999"), new ClaimDecision(ClaimDecisionKind.Accepted, _start)));
        }

        // Under other standards and versions, whose codes mean nothing here, and some of which are none of this one.
        KsbCode[] codes = [KsbCode.Parse("K999"), KsbCode.Parse("S77"), .. _standard.Ksbs.Select(k => k.Code).Take(3)];
        for (var left = Rarely() ? _chance.Next(1, 4) : 0; left > 0; left--)
        {
            var on = _start.AddDays(_chance.Next(0, 900));
            claims.Add(new Claim("E" + _chance.Next(4).ToString(CultureInfo.InvariantCulture), _chance.Next(4) == 0 ? Another : TestStandards.MammographyBefore.Id, One(codes),
                new ClaimDecision(ClaimDecisionKind.Accepted, on) { By = One<string?>([null, "A"]) },
                new ClaimDecision(One(Enum.GetValues<ClaimDecisionKind>()), on.AddDays(_chance.Next(-30, 60)))) { EvidenceKind = One<string?>([null, "log"]) });
        }

        return claims;
    }

    private List<Episode> Episodes()
    {
        var episodes = new List<Episode>();
        if (_chance.Next(8) > 0)
        {
            episodes.Add(new Episode(_start, EpisodeKind.Learning) { To = _chance.Next(8) == 0 ? _start.AddDays(_chance.Next(500)) : null, Reason = _chance.Next(12) == 0 ? One(Enum.GetValues<EpisodeReason>()) : EpisodeReason.None });
        }

        for (var day = _start.AddDays(_chance.Next(30, 250)); _chance.Next(3) == 0; day = day.AddDays(_chance.Next(1, 150)))
        {
            var kind = One(Enum.GetValues<EpisodeKind>());
            episodes.Add(new Episode(day, kind)
            {
                To = kind is EpisodeKind.Break or EpisodeKind.Learning && _chance.Next(2) == 0 ? day.AddDays(_chance.Next(90)) : null,
                Reason = Rarely() ? One(Enum.GetValues<EpisodeReason>()) : EpisodeReason.None,
            });
        }

        return episodes;
    }

    private List<T> Some<T>(int most, Func<DateOnly, T> make, bool aroundStart = false) =>
        [.. Enumerable.Range(0, _chance.Next(most + 1)).Select(_ => make(aroundStart ? _start.AddDays(_chance.Next(-5, 30)) : _start.AddDays(_chance.Next(-60, 500))))];

    /// <summary>Some entries are late, corrected or taken back; each stands after what was recorded before it.</summary>
    private Ledger<T> ALedger<T>(List<T> entries)
        where T : LedgerEntry
    {
        if (typeof(T) != typeof(Claim))
        {
            for (var i = 0; i < entries.Count; i++)
            {
                var entry = entries[i];
                entries[i] = (T)(entry with { Id = Rarely() ? Id("entry") : null, Recorded = Rarely() ? entry.On.AddDays(_chance.Next(40)) : entry.On });
            }

            entries.Sort((left, right) => left.Recorded.CompareTo(right.Recorded));
            if (entries.FirstOrDefault(e => e.Id is not null) is { } wrong && _chance.Next(2) == 0)
            {
                var recorded = entries[^1].Recorded.AddDays(_chance.Next(5));
                entries.Add((T)(wrong with { Id = null, Replaces = wrong.Id, Recorded = recorded, IsWithdrawn = _chance.Next(2) == 0 }));
            }
        }

        return new Ledger<T>(entries, _chance.Next(6) switch
        {
            0 => [],
            1 => [new Completeness(_asOf.AddDays(-1))],
            2 => [new Completeness(_asOf) { Recorded = _asOf.AddDays(3) }],
            _ => [new Completeness(_asOf.AddDays(10)) { Recorded = _start.AddDays(-300) }],
        });
    }

    private string SomeKsbs() => string.Join(", ", _standard.Ksbs.Select(k => k.Code.ToString()).OrderBy(_ => _chance.Next()).Take(_chance.Next(1, 5)).Distinct());

    private string Employer() => One(["County Hospital", "County Hospital", "Clinic"]);

    private string Id(string kind) => $"{kind}-{(++_ids).ToString(CultureInfo.InvariantCulture)}";

    private bool? YesNoOrNothing() => One<bool?>([null, true, false]);

    private bool Rarely() => _chance.Next(6) == 0;

    private T One<T>(T[] of) => of[_chance.Next(of.Length)];

    private static DateOnly Day(string date) => TestLearners.Day(date);
}
