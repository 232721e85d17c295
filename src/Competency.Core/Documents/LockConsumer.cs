namespace Competency.Documents;

/// <summary>
/// Who refers to KSBs, as the lock names it: a data file by its path from the lock's folder, with <c>/</c>; or a C# type by its full metadata
/// name and its assembly's name, as .NET writes it, <c>Academy.Modules+Anatomy, Academy</c>. The assembly is always said, for several
/// projects share one lock. A type that is local to a file is named with that file, <c>Academy.Draft@Lessons.cs, Academy</c>.
/// </summary>
sealed partial class LockConsumer : IEquatable<LockConsumer>
{
    private LockConsumer(bool isType, string name)
    {
        IsType = isType;
        Name = name ?? throw new ArgumentNullException(nameof(name));
    }

    /// <summary>Whether it is a C# type, and not a file.</summary>
    public bool IsType { get; }

    /// <summary>The path, or the type's name.</summary>
    public string Name { get; }

    /// <summary>A data file.</summary>
    /// <param name="path">Its path from the lock's folder.</param>
    public static LockConsumer File(string path) => new(isType: false, (path ?? throw new ArgumentNullException(nameof(path))).Replace('\\', '/'));

    /// <summary>A C# type.</summary>
    /// <param name="name">Its full metadata name, a comma and its assembly's name.</param>
    public static LockConsumer Type(string name) => new(isType: true, name);

    /// <summary>A data file, for a lock.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="lockPath">The lock's path; both are absolute, or both begin at one folder.</param>
    public static LockConsumer File(string path, string lockPath)
    {
        var file = Parts(path);
        var folder = Parts(lockPath);
        folder.RemoveAt(folder.Count - 1);
        var shared = 0;
        while (shared < folder.Count && shared < file.Count - 1 && folder[shared] == file[shared])
        {
            shared++;
        }

        return File(string.Join("/", Enumerable.Repeat("..", folder.Count - shared).Concat(file.Skip(shared))));
    }

    /// <inheritdoc/>
    public bool Equals(LockConsumer? other) => other is not null && IsType == other.IsType && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LockConsumer);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static List<string> Parts(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        // "a.json" and "/a.json" alike begin somewhere: an empty first part says that it is the root.
        return parts.Count > 0 ? parts : [""];
    }
}
