using Competency.Findings;
using Competency.Tool.Files;

namespace Competency.Tool.Settings;

/// <summary>
/// The severity of each finding as the build has it: <c>NoWarn</c> of the project, its <c>WarningsAsErrors</c>, the <c>.globalconfig</c>
/// files, then <c>TreatWarningsAsErrors</c> for what is still a warning. The command line comes before all of them.
/// </summary>
internal sealed class SeveritySettings(IReadOnlyDictionary<string, Severity> commandLine)
{
    private readonly Dictionary<string, (GlobalConfig Config, ProjectProperties Properties)> _folders = new(StringComparer.Ordinal);

    /// <summary>Ids and severities as the command line writes them, <c>KSB2002=error</c>.</summary>
    /// <returns>Why a text is no such setting; null where it is.</returns>
    public static string? TryAdd(string text, IDictionary<string, Severity> settings)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var id = equals < 0 ? text : text[..equals];
        if (FindingCatalogue.All.FirstOrDefault(d => d.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { } descriptor)
        {
            return $"'{id}' is the id of no finding; write --severity KSB2002=error";
        }

        // What settings of the compiler call a suggestion is information in what the tool prints.
        var word = equals < 0 ? "" : text[(equals + 1)..];
        if (!Severities.TryParse(word.Equals("information", StringComparison.OrdinalIgnoreCase) ? nameof(Severity.Suggestion) : word, out var severity))
        {
            return $"'{text}' says no severity; write {descriptor.Id}=error, or one of {Severities.Words}";
        }

        settings[descriptor.Id] = severity;
        return null;
    }

    /// <summary>The findings as they are to be shown.</summary>
    /// <param name="findings">The findings as the checks made them.</param>
    /// <param name="problem">Told what is wrong with a file of settings, once a file.</param>
    public IEnumerable<Finding> Apply(IEnumerable<Finding> findings, Action<string> problem)
    {
        foreach (var finding in findings)
        {
            if (Severities.As(finding, Of(finding, problem)) is { } shown)
            {
                yield return shown;
            }
        }
    }

    private Severity Of(Finding finding, Action<string> problem)
    {
        if (commandLine.TryGetValue(finding.Id, out var said))
        {
            return said;
        }

        if (finding.Location is not { } at)
        {
            return Severity.Default;
        }

        var (config, properties) = Settings(Path.GetDirectoryName(Path.GetFullPath(at.Path))!, problem);
        var compiled = OfCompiler(finding, config, properties);
        var isWarning = compiled == Severity.Warning || (compiled == Severity.Default && finding.Severity == FindingSeverity.Warning);
        return isWarning ? OfMSBuild(finding.Id, properties) ?? compiled : compiled;
    }

    private static Severity OfCompiler(Finding finding, GlobalConfig config, ProjectProperties properties)
    {
        if (properties.NoWarn.HasForCompiler(finding.Id))
        {
            return Severity.None;
        }

        if (properties.WarningsAsErrors.HasForCompiler(finding.Id))
        {
            return Severity.Error;
        }

        // "default" counts as said: the compiler leaves such a warning one.
        var set = config.Of(finding.Descriptor);
        var isWarning = set == Severity.Warning || (set is null && finding.Severity == FindingSeverity.Warning);
        return isWarning && properties.TreatWarningsAsErrors && !properties.WarningsNotAsErrors.HasForCompiler(finding.Id) ? Severity.Error : set ?? Severity.Default;
    }

    /// <summary>What MSBuild makes of a warning that the compiler left one; null for what it leaves as it is.</summary>
    private static Severity? OfMSBuild(string id, ProjectProperties properties) =>
        properties.NoWarn.HasForMSBuild(id) ? Severity.None
        : properties.WarningsAsErrors.HasForMSBuild(id) ? Severity.Error
        : null;

    private (GlobalConfig Config, ProjectProperties Properties) Settings(string folder, Action<string> problem)
    {
        if (_folders.TryGetValue(folder, out var known))
        {
            return known;
        }

        var project = DocumentFiles.ProjectOf(Path.Combine(folder, "x"));
        var home = project.Length == 0 ? folder : project;
        if (home == folder || !_folders.TryGetValue(home, out var settings))
        {
            settings = _folders[home] = Read(home, problem);
        }

        return _folders[folder] = settings;
    }

    private static (GlobalConfig Config, ProjectProperties Properties) Read(string home, Action<string> problem)
    {
        var (config, properties) = (new GlobalConfig(), new ProjectProperties());
        try
        {
            (config, properties) = (GlobalConfig.Of(home), ProjectProperties.Of(home));
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            problem($"{home}: The severities that are set for this folder cannot be read: {TextFile.Reason(fault)}");
        }

        config.Problems.Concat(properties.Problems).ToList().ForEach(problem);
        return (config, properties);
    }
}
