using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Competency.Notation;
using FsCheck.Fluent;

namespace Competency.Tool.Tests;

/// <summary>
/// Whatever is done to a standard, under its own id or as a new version: once <c>migrate</c> went over JSON, CSV, Markdown and C#, each reference means what it
/// meant when it was locked, word for word, or is told.
/// </summary>
public sealed partial class RandomVersionsTests
{
    private static readonly string[] Things = ["brakes", "tyres", "lamps", "seats", "doors", "locks", "belts", "wipers", "chains", "gears"];

    // Half of the statements are so much alike that one could pass for another one reworded.
    private static readonly string[] Forms = ["Remove, repair and replace {0} of a car and test them with care.", "Inspect {0}.", "Sell {0} to customers who ask.", "Remove, repair and replace {0} of a lorry and test them."];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_reference_means_what_it_meant_or_is_told(bool isNewVersion) =>
        Property.Holds(Gen.Choose(0, int.MaxValue - 1), seed => Run(new Random(seed), isNewVersion, seed), times: int.Parse(Environment.GetEnvironmentVariable("COMPETENCY_ROUNDS") ?? "6", CultureInfo.InvariantCulture));

    /// <summary>A standard as the test knows it: its statements in their order, and for each duty its words and the statements that it maps.</summary>
    private sealed record Version(List<string> Skills, List<(string Text, List<string> Maps)> Duties)
    {
        public string Document(string version) =>
            $$"""{"document": "competency.standard/1", "reference": "ST9001", "version": "{{version}}", "title": "Mechanic", "typeName": "V{{version.Replace('.', '_')}}", "duties": [{{string.Join(", ", Duties.Select((d, i) => $$"""{"number": {{i + 1}}, "text": "{{d.Text}}", "ksbs": "K1{{string.Concat(d.Maps.Select(m => ", S" + (Skills.IndexOf(m) + 1)))}}"}"""))}}], "ksbs": [{"code": "K1", "text": "Cloth."}, {{string.Join(", ", Skills.Select((s, i) => $$"""{"code": "S{{i + 1}}", "text": "{{s}}"}"""))}}]}""";

        public HashSet<string> Meaning(string notation)
        {
            var meaning = new HashSet<string>(StringComparer.Ordinal);
            foreach (var reference in KsbNotation.Parse(notation).References)
            {
                if (reference.IsDuty)
                {
                    meaning.UnionWith(reference.Duty <= Duties.Count ? [Duties[reference.Duty - 1].Text, .. Duties[reference.Duty - 1].Maps] : [$"no duty {reference.Duty}"]);
                }

                meaning.UnionWith(reference.Codes.Select(c => c.Number <= Skills.Count ? Skills[c.Number - 1] : $"no {c}"));
            }

            return meaning;
        }
    }

    private static void Run(Random random, bool isNewVersion, int seed)
    {
        using var tool = new ToolRun();
        var old = First(random);
        tool.With("App/App.csproj", CompilerCalls.Documented()).With("App/old.standard.json", old.Document("1.2"));
        foreach (var (file, text) in Files(random, old))
        {
            tool.With(file, text);
        }

        var meant = Read(tool, (_, _) => old);
        Assert.True(tool.Run("lock", "@") == 0, $"{seed}: {tool.Error}");
        var (now, rounds) = (old, isNewVersion ? 1 : 1 + random.Next(3));
        for (var round = 0; round < rounds; round++)
        {
            now = Edited(random, now);
            tool.With(isNewVersion ? "App/new.standard.json" : "App/old.standard.json", now.Document(isNewVersion ? "1.3" : "1.2"));
            var before = Snapshot(tool);
            var exit = tool.Run("migrate", "@", "--to", isNewVersion ? "ST9001@1.3" : "ST9001@1.2");
            var notes = tool.Error;
            Assert.True(exit is 0 or 1, $"{seed}: {exit} {notes}");
            var told = Told(notes);
            if (notes.Contains("Nothing was changed", StringComparison.Ordinal))
            {
                Assert.Equal(before, Snapshot(tool));
            }

            tool.Run("lock", "@", "--check");
            var left = Told(tool.Error + tool.Output);
            tool.Run("check", "@");
            left.UnionWith(Told(tool.Error + tool.Output));
            Judge(told, left, "with the old version");
            if (isNewVersion && !Snapshot(tool).Contains("1.2\"", StringComparison.Ordinal) && !Snapshot(tool).Contains("V1_2", StringComparison.Ordinal))
            {
                File.Delete(tool.PathOf("App/old.standard.json"));
                tool.Run("lock", "@", "--check");
                var without = Told(tool.Error + tool.Output);
                tool.Run("check", "@");
                without.UnionWith(Told(tool.Error + tool.Output));
                Judge([], without, "without the old version");
            }
        }

        void Judge(HashSet<string> told, HashSet<string> left, string when)
        {
            var (text, asked) = (new StringBuilder(), Read(tool, (_, version) => version == "1.3" || !isNewVersion ? now : old));
            foreach (var (place, means) in asked)
            {
                if (!means.SetEquals(meant[place]) && !left.Contains(place) && !told.Contains(place))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"{place} ({when}): {Line(tool, place)}\n  meant {string.Join(" | ", meant[place])}\n  means {string.Join(" | ", means)}");
                }

                if (!means.SetEquals(meant[place]) && !left.Contains(place) && told.Contains(place))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"{place} ({when}): told by migrate alone: {Line(tool, place)}\n  meant {string.Join(" | ", meant[place])}\n  means {string.Join(" | ", means)}");
                }
            }

            Assert.True(text.Length == 0, $"seed {seed}\n{text}\n{tool.Read("competency.lock.json")}\nold {old.Document("1.2")}\nnew {now.Document("1.3")}");
        }
    }

    private static string Line(ToolRun tool, string place) => tool.Read(place[..place.IndexOf('(', StringComparison.Ordinal)]).Split('\n')[int.Parse(place[(place.IndexOf('(', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture) - 1];

    private static Version First(Random random)
    {
        var skills = new List<string>();
        while (skills.Count < 9)
        {
            Add(random, skills, skills.Count);
        }

        return new Version(skills, [.. Enumerable.Range(0, 3).Select(i => ($"Work on {Things[i]} in the yard every day.", Some(random, skills)))]);
    }

    private static void Add(Random random, List<string> skills, int at)
    {
        var text = string.Format(CultureInfo.InvariantCulture, Forms[random.Next(Forms.Length)], Things[random.Next(Things.Length)]);
        if (!skills.Contains(text))
        {
            skills.Insert(at, text);
        }
    }

    private static List<string> Some(Random random, List<string> skills) => [.. skills.Where(_ => random.Next(3) == 0)];

    /// <summary>Deletes, inserts, swaps and rewords.</summary>
    private static Version Edited(Random random, Version version)
    {
        var skills = version.Skills.ToList();
        var duties = version.Duties.Select(d => (d.Text, Maps: d.Maps.ToList())).ToList();
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            var at = random.Next(skills.Count);
            switch (random.Next(6))
            {
                case 0 or 1 when skills.Count > 4:
                    skills.RemoveAt(at);
                    break;
                case 2:
                    Add(random, skills, at);
                    break;
                case 3:
                    var other = random.Next(skills.Count);
                    (skills[at], skills[other]) = (skills[other], skills[at]);
                    break;
                case 4 when skills.All(s => s != skills[at].Replace(".", " every week.", StringComparison.Ordinal)):
                    var reworded = skills[at].Replace(".", " every week.", StringComparison.Ordinal);
                    duties.ForEach(d => { if (d.Maps.Remove(skills[at])) { d.Maps.Add(reworded); } });
                    skills[at] = reworded;
                    break;
                case 5 when duties.Count > 1:
                    duties.RemoveAt(random.Next(duties.Count));
                    break;
            }
        }

        duties.ForEach(d => d.Maps.RemoveAll(m => !skills.Contains(m)));
        return new Version(skills, duties);
    }

    private static IEnumerable<(string File, string Text)> Files(Random random, Version version)
    {
        string Code() => $"S{1 + random.Next(version.Skills.Count)}";
        string Reference()
        {
            var first = 1 + random.Next(version.Skills.Count - 1);
            return random.Next(5) switch { 0 => $"S{first}-S{Math.Min(version.Skills.Count, first + 1 + random.Next(3))}", 1 => $"Duty {1 + random.Next(version.Duties.Count)}", _ => Code() };
        }

        yield return ("App/a.mapping.json", "{\"document\": \"competency.mapping/1\", \"standard\": \"ST9001@1.2\", \"kind\": \"evidence\", \"items\": [\n" + string.Join(",\n", Enumerable.Range(0, 4).Select(i => $"{{\"id\": \"a{i}\", \"covers\": \"{Reference()}\"}}")) + "\n]}\n");
        yield return ("App/b.mapping.csv", "# standard: ST9001@1.2\nid,ksbs\n" + string.Concat(Enumerable.Range(0, 4).Select(i => $"b{i},\"{Reference()}\"\n")));
        yield return ("App/c.mapping.md", "---\nstandard: ST9001@1.2\n---\n" + string.Concat(Enumerable.Range(0, 3).Select(i => $"\n# Unit {i}\n\nKSBs: {Code()}, {Code()}\n")));
        string[] columns = [.. Enumerable.Range(1, version.Skills.Count).Where(_ => random.Next(2) == 0).DefaultIfEmpty(1).Select(c => $"S{c}")];
        yield return ("App/d.mapping.csv", $"# standard: ST9001@1.2\nid,{string.Join(",", columns)}\nd0{string.Concat(columns.Select(_ => ",x"))}\n");
        yield return ("App/Module.cs",
            "using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.2\")]\nclass A\n{\n" + string.Concat(Enumerable.Range(0, 3).Select(i => $"    [CoversKsbs(\"{Reference()}\")] void M{i}() {{ }}\n"))
            + $"    [CoversKsbs(nameof(V1_2.Ksb.{Code()}))] void L() {{ }}\n    [CoversKsbs(\"{Code()} \\u2013 S{version.Skills.Count}\")] void E() {{ }}\n"
            + string.Concat(Enumerable.Range(0, 2).Select(i => $"    object F{i} = V1_2.Ksb.{Code()};\n")) + string.Concat(Enumerable.Range(0, 2).Select(i => $"    /// <summary><see cref=\"V1_2.Ksb.{Code()}\"/></summary>\n    void N{i}() {{ }}\n")) + "}\n");
    }

    /// <summary>What each line of the files refers to.</summary>
    private static Dictionary<string, HashSet<string>> Read(ToolRun tool, Func<string, string, Version> of)
    {
        var meant = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in new[] { "App/a.mapping.json", "App/b.mapping.csv", "App/c.mapping.md", "App/d.mapping.csv", "App/Module.cs" })
        {
            var lines = tool.Read(file).Split('\n');
            var own = OwnVersion().Match(tool.Read(file)).Groups[1].Value;
            for (var i = 0; i < lines.Length; i++)
            {
                if (References().Match(lines[i]) is { Success: true } match)
                {
                    var version = match.Groups["v"].Success ? match.Groups["v"].Value.Replace('_', '.') : own;
                    meant.Add($"{file}({i + 1})", of(file, version).Meaning(match.Groups["r"].Value.Replace("ST9001:", "", StringComparison.Ordinal).Replace("\\u2013", "-", StringComparison.Ordinal)));
                }
            }
        }

        return meant;
    }

    private static string Snapshot(ToolRun tool) => string.Concat(new[] { "App/a.mapping.json", "App/b.mapping.csv", "App/c.mapping.md", "App/d.mapping.csv", "App/Module.cs" }.Select(tool.Read));

    private static HashSet<string> Told(string text) => [.. Places().Matches(text).Select(m => m.Groups[1].Value.Replace('\\', '/') + "(" + m.Groups[2].Value + ")")];

    [GeneratedRegex("""ST9001@(1\.[23])""")]
    private static partial Regex OwnVersion();

    [GeneratedRegex("""(?:covers": "|^id,(?=S)|^b\d,"?|^KSBs: |CoversKsbs\(")(?<r>[^"\n]*)|V(?<v>1_[23])\.Ksb\.(?<r>S\d+)""")]
    private static partial Regex References();

    // What is told of references by the finding, or by migrate.
    [GeneratedRegex("""(?m)^(App/[a-zA-Z.]+)\((\d+),\d+\): (?!(?:error|warning|information) KSB(?!1001|1006|3001))""")]
    private static partial Regex Places();
}
