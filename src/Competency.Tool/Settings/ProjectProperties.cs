using System.Xml;
using System.Xml.Linq;
using Competency.Documents;
using Competency.Tool.Files;

namespace Competency.Tool.Settings;

/// <summary>
/// What a project and the nearest <c>Directory.Build.props</c> above it say literally about warnings and the lock. Nothing is evaluated: what has a
/// condition, and what a property brings in by another's name, is not read; the folders of the file itself and of the project alone are known by theirs.
/// </summary>
internal sealed class ProjectProperties
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _locks = [];

    /// <summary>Ids that are not shown, whatever else is set.</summary>
    public WarningList NoWarn { get; private set; } = WarningList.Empty;

    /// <summary>Ids that are errors, whatever a <c>.globalconfig</c> says.</summary>
    public WarningList WarningsAsErrors { get; private set; } = WarningList.Empty;

    /// <summary>Ids that stay warnings.</summary>
    public WarningList WarningsNotAsErrors { get; private set; } = WarningList.Empty;

    /// <summary>Whether every warning is an error.</summary>
    public bool TreatWarningsAsErrors { get; private set; }

    /// <summary>What stands for the lock: a path from the project's folder, or <c>none</c>; null where nothing is said that can be read without a build.</summary>
    public string? LockFile { get; private set; }

    /// <summary>Whether there is no lock because <c>EnableDefaultCompetencyItems</c> is false, and nothing else names one.</summary>
    public bool IsLockOffByDefaultItems { get; private set; }

    /// <summary>What is wrong with the files, a line each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Reads what holds for the documents of a folder.</summary>
    /// <param name="folder">The project's folder, or the folder of a document outside any project.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ProjectProperties Of(string folder)
    {
        var properties = new ProjectProperties();

        // Without a project nothing is built, and the properties of a build mean nothing.
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.??proj").Order(StringComparer.Ordinal).ToArray() is [var project, ..])
        {
            if (NearestProps(folder) is { } props)
            {
                properties.Read(props, folder);
            }

            properties.Read(project, folder);
        }

        properties.NoWarn = properties.Ids("NoWarn");
        properties.WarningsAsErrors = properties.Ids("WarningsAsErrors");
        properties.WarningsNotAsErrors = properties.Ids("WarningsNotAsErrors");
        properties.TreatWarningsAsErrors = properties._values.GetValueOrDefault("TreatWarningsAsErrors", "").Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        var lockFile = properties._values.GetValueOrDefault("CompetencyLockFile", "").Trim();
        if (lockFile.Length == 0 && properties._values.GetValueOrDefault("EnableDefaultCompetencyItems", "").Trim().Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            // The build takes no lock then, but for one that the project names among its files.
            properties.IsLockOffByDefaultItems = properties._locks.Count == 0;
            lockFile = properties._locks.FirstOrDefault("none");
        }

        properties.LockFile = lockFile.Length == 0 || IsUnread(lockFile) ? null : lockFile.Replace('\\', Path.DirectorySeparatorChar);
        return properties;
    }

    private static string? NearestProps(string folder)
    {
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Combine(current, "Directory.Build.props") is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private void Read(string path, string folder)
    {
        if (SpecialFile.Is(path))
        {
            Problems.Add($"{path}: This is a pipe or a device, and is not read");
            return;
        }

        XElement root;
        try
        {
            using var xml = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XElement.Load(xml);
        }
        catch (XmlException fault)
        {
            Problems.Add($"{path}({fault.LineNumber},{fault.LinePosition}): This is not XML; its settings are not read");
            return;
        }

        foreach (var property in root.Elements().Where(e => e.Name.LocalName == "PropertyGroup" && e.Attribute("Condition") is null).Elements().Where(e => e.Attribute("Condition") is null))
        {
            var name = property.Name.LocalName;
            _values[name] = Folders(property.Value.Replace($"$({name})", _values.GetValueOrDefault(name, ""), StringComparison.OrdinalIgnoreCase));
        }

        _locks.AddRange(
            from item in root.Elements().Where(e => e.Name.LocalName == "ItemGroup").Elements()
            where item.Name.LocalName == "AdditionalFiles"
            from file in Folders((string?)item.Attribute("Include") ?? "").Split(';', StringSplitOptions.TrimEntries)
            where file.Replace('\\', '/').Split('/')[^1] == LockDocument.FileName
            select file);

        string Folders(string value) => value
            .Replace("$(MSBuildThisFileDirectory)", Path.GetDirectoryName(Path.GetFullPath(path)) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)
            .Replace("$(MSBuildProjectDirectory)", Path.GetFullPath(folder), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether only a build could say what stands there.</summary>
    private static bool IsUnread(string path) => path.Contains("$(", StringComparison.Ordinal) || path.Contains('*') || path.Contains('?');

    private WarningList Ids(string property) => WarningList.Parse(_values.GetValueOrDefault(property, ""));
}
