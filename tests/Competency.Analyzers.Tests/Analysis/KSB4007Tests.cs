using Competency.Analysis;

namespace Competency.Analyzers.Tests.Analysis;

public class KSB4007Tests
{
    [Theory]
    [InlineData("c => {|KSB4007:DateTime.Now|}.Year > 2000 ? Outcome.Met(\"m\") : Outcome.NotMet(\"n\", \"n\")")]
    [InlineData("c => { var today = DateOnly.FromDateTime({|KSB4007:DateTime.Today|}); return today > c.AsOf ? Outcome.Met(\"m\") : Outcome.NotMet(\"n\", \"n\"); }")]
    [InlineData("delegate(AssessmentContext c) { return Outcome.Met({|KSB4007:DateTimeOffset.UtcNow|}.ToString()); }")]
    [InlineData("c => Outcome.Met({|KSB4007:TimeProvider.System.GetUtcNow()|}.ToString())")]
    [InlineData("c => {|KSB4007:Random.Shared.Next(2)|} == 0 ? Outcome.Met(\"m\") : Outcome.NotMet(\"n\", \"n\")")]
    [InlineData("c => Outcome.Met({|KSB4007:new Random(7).Next()|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:Guid.NewGuid()|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:Environment.MachineName|})")]
    [InlineData("c => Outcome.Met({|KSB4007:Environment.GetEnvironmentVariable(\"X\")|} ?? \"\")")]
    [InlineData("c => Outcome.Met({|KSB4007:System.Diagnostics.Stopwatch.GetTimestamp()|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:System.IO.File.ReadAllText(\"x\")|})")]
    [InlineData("c => Outcome.Met({|KSB4007:new System.IO.FileInfo(\"x\").ToString()|})")]
    [InlineData("c => Outcome.Met({|KSB4007:new System.Net.Http.HttpClient().GetStringAsync(\"x\")|}.Result)")]
    [InlineData("c => Outcome.Met(1.5.ToString({|KSB4007:System.Globalization.CultureInfo.CurrentCulture|}))")]
    [InlineData("c => Outcome.Met({|KSB4007:System.IO.Path.Exists(\"x\")|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:new DateTime(2026, 3, 1).ToLocalTime()|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:AppDomain.CurrentDomain.BaseDirectory|})")]
    [InlineData("c => Outcome.Met({|KSB4007:new System.IO.StreamReader(\"x\").ReadToEnd()|})")]
    [InlineData("c => Outcome.Met({|KSB4007:c.Learner.Claims.GetHashCode()|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(c)|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:new System.Threading.AsyncLocal<string>().Value|} ?? \"\")")]
    [InlineData("c => Outcome.Met({|KSB4007:s_count|}.ToString())")]
    [InlineData("c => { {|KSB4007:s_count|}++; return Outcome.Met(\"m\"); }")]
    [InlineData("c => Outcome.Met({|KSB4007:Shared|})")]
    [InlineData("c => Outcome.Met(System.Linq.Enumerable.First(System.Linq.Enumerable.Select(new[] { 1 }, n => {|KSB4007:DateTime.UtcNow|}.ToString())))")]
    [InlineData("{|KSB4007:Rule|}")]
    [InlineData("{|KSB4007:Rule2|}")]
    [InlineData("c => {|KSB4007:Rule(c)|}")]
    [InlineData("c => Outcome.Met({|KSB4007:Now|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:new Helper()|}.ToString()!)")]
    [InlineData("c => Outcome.Met({|KSB4007:Helper.Deep(0)|}.ToString())")]
    [InlineData("c => Outcome.Met(({|KSB4007:new Queer() + 1|}).ToString())")]
    [InlineData("c => Outcome.Met(({|KSB4007:-new Queer()|}).ToString())")]
    [InlineData("c => { var q = new Queer(); {|KSB4007:q++|}; return Outcome.Met(\"m\"); }")]
    [InlineData("c => { var q = new Queer(); {|KSB4007:q ^= 1|}; return Outcome.Met(\"m\"); }")]
    [InlineData("c => { if ({|KSB4007:new Queer()|}) { } return Outcome.Met(\"m\"); }")]
    [InlineData("c => { int q = {|KSB4007:new Queer()|}; return Outcome.Met(\"m\"); }")]
    [InlineData("c => { {|KSB4007:var (a, b) = new Queer()|}; return Outcome.Met(\"m\"); }")]
    [InlineData("c => new Queer() is {|KSB4007:(1, 1)|} ? Outcome.Met(\"m\") : Outcome.NotMet(\"n\", \"n\")")]
    [InlineData("c => Outcome.Met({|KSB4007:new Begun()|}.Value.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:new BegunToo(1)|}.Value.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:new BegunBelow()|}.ToString()!)")]
    [InlineData("c => Outcome.Met({|KSB4007:s_started|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:Started|}.ToString())")]
    [InlineData("c => Outcome.Met({|KSB4007:System.Net.Http.HttpClient.DefaultProxy|}.ToString()!)")]
    [InlineData("c => Outcome.Met((Helper.P1() + {|KSB4007:Helper.Late()|}).ToString())")]
    [InlineData("c => Outcome.Met(({|KSB4007:Helper.Late()|} + Helper.P1()).ToString())")]
    [InlineData("c => { Outcome Local() => Outcome.Met({|KSB4007:DateTime.Now|}.ToString()); return Local(); }")]
    public Task Fires(string judge) => Verify.RulesCSharp(Class($"object A => Require.Custom(\"a\", \"rule\", \"A\", {judge});"));

    [Fact]
    public Task Fires_in_local_functions_and_in_rules_that_files_ask_for_by_name() => Verify.RulesCSharp(Class("""
        System.Collections.Generic.Dictionary<string, Func<AssessmentContext, Outcome>> Rules = new() { ["a"] = c => Outcome.Met({|KSB4007:DateTime.Now|}.ToString()), ["b"] = {|KSB4007:Rule|} };
        object M()
        {
            Outcome Local(AssessmentContext c) => Outcome.Met(DateTime.Now.ToString());
            return Require.Custom("a", "rule", "A", {|KSB4007:Local|});
        }
        """));

    [Theory]
    [InlineData("c => c.AsOf > new DateOnly(2026, 1, 1) ? Outcome.Met(\"m\") : Outcome.NotMet(\"n\", \"n\")")]
    [InlineData("c => Outcome.Met(nameof(DateTime.Now))")]
    [InlineData("c => Outcome.Met(c.AsOf.GetHashCode().ToString() + 1.GetHashCode())")]
    [InlineData("c => Outcome.Met(Constant + s_fixed + string.Empty + Math.Max(1, 2) + DateTime.UnixEpoch + System.IO.Path.Combine(\"a\", \"b\"))")]
    [InlineData("c => Outcome.Met(Helper.Round(0).ToString())")]
    [InlineData("c => Outcome.Met(Mini.Standard.Title + KsbCode.Parse(\"K1\"))")]
    [InlineData("c => Outcome.Met((new Queer() * 2).ToString() + new BegunWell().Value)")]
    [InlineData("Good")]
    [InlineData("judge")]
    public Task Stays_silent(string judge) => Verify.RulesCSharp(Class($"object A(Func<AssessmentContext, Outcome> judge) => Require.Custom(\"a\", \"rule\", \"A\", {judge});"));

    [Fact]
    public Task Stays_silent_in_code_that_is_no_rule() => Verify.RulesCSharp(Class("Func<int, int> Other = n => DateTime.Now.Year + n; object Judged(ReadinessPolicy p, Learner l) => p.Assess(l, Mini.Standard, DateOnly.FromDateTime(DateTime.Today));"));

    [Fact]
    public Task Fires_where_a_rule_counts_on_from_learner_to_learner() => Verify.RulesCSharp(Class("""
        int _asked; string? Last { get; set; }
        object M(int given)
        {
            var (count, limit, first) = (0, 3, "");
            return Require.Custom("a", "rule", "A", c =>
            {
                var own = 0;
                own++;
                {|KSB4007:count|}++;
                {|KSB4007:given|} += own;
                {|KSB4007:_asked|} = own;
                {|KSB4007:Last|} ??= "x";
                int.TryParse("1", out {|KSB4007:count|});
                int.TryParse("1", out var read);
                void Local(int n) { n = limit; own = n; {|KSB4007:first|} = "x"; }
                Local(read);
                return new System.Text.StringBuilder { Capacity = own }.Length > limit ? Outcome.Met("m") : Outcome.NotMet("n", "n");
            });
        }
        """));

    [Fact]
    public async Task Says_what_is_read_and_through_what()
    {
        var run = new CompilerRun { References = { CompilerRun.Rules } };
        var (_, diagnostics) = await run.Run("using System; using Competency.Rules;\n" + Class("object A => Require.Custom(\"a\", \"rule\", \"A\", c => Rule(c));"));

        Assert.Equal(
            "This rule reads the clock (DateTime.UtcNow in C.Rule), so that the same learner gets another verdict elsewhere or another day; take the day from the context (AsOf, KnownAt)",
            Assert.Single(diagnostics, d => d.Id == "KSB4007").GetMessage());
    }

    [Fact]
    public void The_page_lists_everything_that_counts()
    {
        var page = Repository.Read("docs", "rules", "KSB4007.md");

        Assert.All(OutsideSources.Names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static string Class(string members) => $$"""
        class C
        {
            const string Constant = "x";
            static int s_count;
            internal static readonly string s_fixed = "x";
            static readonly DateTime s_started = DateTime.Now;
            static DateTime Started { get; } = DateTime.Now;
            static string Shared { get; set; } = "";
            static DateTime Now => DateTime.UtcNow;
            static Outcome Rule(AssessmentContext c) => Outcome.Met(DateTime.UtcNow.ToString());
            static Outcome Rule2(AssessmentContext c) => Rule(c);
            static Outcome Good(AssessmentContext c) => Outcome.Met(c.AsOf.ToString());
            static int Unused() => s_count++;
            {{members}}
        }

        class Helper
        {
            public Helper() => Value = Environment.TickCount;
            public int Value { get; }
            public static int Deep(int n) => n > 9 ? n : Deeper(n + 1);
            static int Deeper(int n) => n > 9 ? Deep(n) : Guid.NewGuid().GetHashCode();
            public static int P1() => P2();
            static int P2() => P3();
            static int P3() => P4();
            static int P4() => P5();
            static int P5() => P6();
            static int P6() => P7();
            static int P7() => Late();
            public static int Late() => Later();
            static int Later() => Environment.TickCount;
            public static int Round(int n) => n > 9 ? n : Round(n + 1);
        }

        class Queer
        {
            public static int operator +(Queer q, int n) => n + Environment.TickCount;
            public static int operator -(Queer q) => Environment.TickCount;
            public static Queer operator ++(Queer q) => new(Environment.TickCount);
            public static bool operator true(Queer q) => DateTime.Now.Year > 2000;
            public static bool operator false(Queer q) => false;
            public static implicit operator int(Queer q) => Environment.TickCount;
            public static int operator *(Queer q, int n) => n;
            public static Queer operator ^(Queer q, int n) => new(Environment.TickCount);
            public Queer(int n = 0) { }
            public void Deconstruct(out int a, out int b) => (a, b) = (Environment.TickCount, 1);
        }

        class Begun
        {
            public int Value = Environment.TickCount;
        }

        class BegunBelow : Begun;

        class BegunToo(int n)
        {
            public int Value { get; } = n + Environment.TickCount;
            public static int Fixed = 3;
        }

        class BegunWell
        {
            public int Value = 3;
            public BegunWell() { }
        }
        """;
}
