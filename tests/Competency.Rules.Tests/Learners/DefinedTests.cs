using System.Reflection;
using System.Runtime.CompilerServices;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

/// <summary>A value that is no member of its enum could not be judged or written, and is refused where it is given.</summary>
public class DefinedTests
{
    // What the library says and nobody gives it.
    private static readonly Type[] Said = [typeof(CohortColumn), typeof(KsbStandingChange), typeof(ProgressPart), typeof(RequirementChange), typeof(TrackedKsbChange), typeof(TrackedVerdictChange), typeof(TransferRecordItem)];

    public static TheoryData<string, string> Properties =>
        new(from type in typeof(Learner).Assembly.GetExportedTypes()
            where !type.IsEnum && !Said.Contains(type)
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where property.SetMethod is { IsPublic: true } && EnumOf(property.PropertyType) is not null
            select (type.FullName!, property.Name));

    [Theory]
    [MemberData(nameof(Properties))]
    public void Is_asked_of_every_property(string type, string name)
    {
        var owner = typeof(Learner).Assembly.GetType(type)!;
        owner = owner.IsGenericTypeDefinition ? owner.MakeGenericType(typeof(int)) : owner;
        var property = owner.GetProperty(name)!;
        var of = EnumOf(property.PropertyType)!;
        var holder = RuntimeHelpers.GetUninitializedObject(owner);

        var fault = Assert.Throws<TargetInvocationException>(() => property.SetValue(holder, Enum.ToObject(of, 99)));
        Assert.IsType<ArgumentOutOfRangeException>(fault.InnerException);
        Assert.All(Enum.GetValues(of).Cast<object>(), v => property.SetValue(holder, v));
    }

    [Fact]
    public void Is_asked_of_every_way_to_make_one()
    {
        var (day, on) = (Day("2026-01-01"), TestStandards.Mammography);
        Action[] made =
        [
            () => _ = new ClaimDecision((ClaimDecisionKind)99, day),
            () => _ = new Episode(day, (EpisodeKind)99),
            () => _ = new EnglishAndMathsChoice(day, (EnglishAndMathsChoiceKind)99),
            () => _ = new EnglishAndMathsExemption(day, (CoreSubject)99),
            () => _ = new EnglishAndMathsAttempt(day, (CoreSubject)(-1)),
            () => _ = new Declaration(day, (DeclarationKind)99, DeclarationRole.Employer),
            () => _ = new Declaration(day, DeclarationKind.GatewayReview, (DeclarationRole)99),
            () => _ = new Citation("T", "I", (Certainty)99),
            () => _ = new DatedPeriod<int>(day, 1, (DatedBasis)99, new Citation("T", "I", Certainty.Secondary)),
            () => _ = new OutstandingAction("k", "K", (ActionBy)99, ActionStage.Records),
            () => _ = new OutstandingAction("k", "K", ActionBy.Assessor, (ActionStage)99),
            () => Require.Certificate("c", "First aid", (QualificationLevel)99),
            () => Require.Declaration("d", "D", (DeclarationKind)99, DeclarationRole.Employer),
            () => Require.Declaration("d", "D", DeclarationKind.GatewayReview, (DeclarationRole)99),
            () => Require.EnglishAndMaths((CoreSubject)99),
            () => Require.EnglishAndMaths((CoreSubject)99, id: "e"),
            () => Require.Option().RestingOn((RequirementBasis)99),
            () => Require.Custom("c", "C", "S", _ => Outcome.Met("x"), (RequirementBasis)99),
            () => Require.KsbsAchieved(kinds: [(KsbKind)99]),
            () => Require.KsbsAchieved(kinds: [KsbKind.None]),
            () => CollegeOfRadiographers.Accreditation((AccreditationPathway)99),
            () => VerdictAlgebra.AnyOf((Verdict)99),
            () => EnglishApprenticeship.Gateway.Assess(Ready(on), on, day).Redacted((RedactionLevel)99),
            () => new Cohort(EnglishApprenticeship.Gateway, on).Judge([Ready(on)], day, cancellationToken: TestContext.Current.CancellationToken).CountOf((Verdict)99),
        ];

        Assert.All(made, m => Assert.Throws<ArgumentOutOfRangeException>(m));
    }

    private static Type? EnumOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } found ? found : null;
}
