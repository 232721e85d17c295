using Competency.Text;
using Competency.Tool.Baselines;
using Competency.Tool.Files;
using Competency.Tool.Settings;
using FsCheck.Fluent;

namespace Competency.Tool.Tests;

/// <summary>No baseline, ignore file, configuration or project makes the tool throw, whatever stands in it.</summary>
public sealed class DamagedSettingsTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_baseline_that_was_cut_or_changed_anywhere_is_told_or_read()
    {
        var whole = Baseline.Write([new("KSB3001", "a/b.mapping.json", "0123"), new("KSB3002", "c.mapping.json", "4567")]);
        Property.Holds(Gen.Choose(0, whole.Length - 1).Zip(Gen.Elements("", "{", "]", "\"", "\0", "é", "<<<<<<<")), (Action<(int At, string Put)>)(d =>
        {
            foreach (var text in (string[])[whole[..d.At] + d.Put, whole[..d.At] + d.Put + whole[(d.At + 1)..]])
            {
                var read = Baseline.Read(new SourceDocument("b.json", text));
                Assert.True(read.Problems.Count > 0 || read.Count is 1 or 2, text);
                Assert.All(read.Problems, p => Assert.NotNull(p.Location));
            }
        }), times: 1000);
    }

    [Fact]
    public void Settings_and_ignore_files_of_any_text_are_read()
    {
        var line = Gen.Elements("dotnet_diagnostic.KSB3001.severity", "global_level", "=", ":", "error", "none", "-7", "99999999999", "#", ";", "[", "]", "!", "/", "**", "*", "\\", " ", "\t", "\n", "\r", "<Project>", "<NoWarn", ">", "</", "&", "\0", "é").ArrayOf().Select(string.Concat);
        Property.Holds(line, (Action<string>)(text =>
        {
            _tool.With(GlobalConfig.Name, text).With(IgnoreFile.Name, text).With("p.csproj", text).With("x/s.standard.json", Samples.Standard);
            Assert.InRange(_tool.Run("check", _tool.Folder), 0, 1);
        }), times: 150);
    }
}
