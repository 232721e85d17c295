using System.Globalization;
using Competency.Tool.Files;

namespace Competency.Tool.Settings;

/// <summary>
/// The severities of the <c>.globalconfig</c> files that a build of a project reads: those of its folder and of every folder above. The
/// higher <c>global_level</c> wins; what two files of one level set, neither sets, as for the compiler.
/// </summary>
internal sealed class GlobalConfig
{
    public const string Name = ".globalconfig";

    // What the compiler gives a file of this name that says no level itself.
    private const int UsualLevel = 100;

    private readonly Dictionary<string, (Severity? Severity, int Level)> _severities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the files, a line each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Reads the files of a folder and of those above it.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static GlobalConfig Of(string folder)
    {
        var config = new GlobalConfig();
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Combine(current, Name) is var path && File.Exists(path))
            {
                if (SpecialFile.Is(path))
                {
                    config.Problems.Add($"{path}: This is a pipe or a device, and is not read");
                    continue;
                }

                config.Read(path, File.ReadAllLines(path));
            }
        }

        return config;
    }

    /// <summary>The severity that is set for a finding's id; null where none is.</summary>
    public Severity? Of(Findings.FindingDescriptor descriptor) => _severities.TryGetValue(descriptor.Id, out var set) ? set.Severity : null;

    private void Read(string path, string[] lines)
    {
        var level = UsualLevel;
        var own = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith('['))
            {
                // What follows belongs to files of C# by their paths.
                break;
            }

            if (line.Length == 0 || line[0] is '#' or ';' || line.IndexOfAny(['=', ':']) is not (var equals and > 0))
            {
                continue;
            }

            var (key, value) = (line[..equals].Trim(), WithoutComment(line[(equals + 1)..]));
            if (key.Equals("global_level", StringComparison.OrdinalIgnoreCase) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var said))
            {
                level = said;
            }
            else if (IdOf(key) is { } id)
            {
                if (Settings.Severities.TryParse(value, out var severity))
                {
                    own[id] = severity;
                }
                else
                {
                    Problems.Add($"{path}({i + 1},1): '{value}' is no severity and is not read; a severity is one of {Settings.Severities.Words}");
                }
            }
        }

        foreach (var (id, severity) in own)
        {
            Take(id, severity, level, path);
        }
    }

    private void Take(string id, Severity severity, int level, string path)
    {
        if (!_severities.TryGetValue(id, out var known) || level > known.Level)
        {
            _severities[id] = (severity, level);
        }
        else if (level == known.Level)
        {
            _severities[id] = (null, level);
            Problems.Add($"{path}(1,1): The severity of {id} is set here and in another {Name} of the same global_level; neither is read, as in the build");
        }
    }

    private static string? IdOf(string key)
    {
        const string Start = "dotnet_diagnostic.", End = ".severity";
        return key.Length > Start.Length + End.Length && key.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && key.EndsWith(End, StringComparison.OrdinalIgnoreCase)
            && key[Start.Length..^End.Length] is var id && id.StartsWith("KSB", StringComparison.OrdinalIgnoreCase) ? id : null;
    }

    private static string WithoutComment(string value) => (value.IndexOfAny(['#', ';']) is var at and >= 0 ? value[..at] : value).Trim();
}
