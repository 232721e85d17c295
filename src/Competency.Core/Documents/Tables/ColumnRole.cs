using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Tables;

/// <summary>What a column of a mapping table holds.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that a mapping knows.</summary>
    Other,

    /// <summary>The item's id.</summary>
    Id,

    /// <summary>The item's title.</summary>
    Title,

    /// <summary>KSB references.</summary>
    References,

    /// <summary>KSB references if any of its cells holds one: a column "Skills" can also hold prose.</summary>
    PerhapsReferences,

    /// <summary>Duties, by number, if any of its cells holds one.</summary>
    Duties,

    /// <summary>Marks: whether the item covers the KSB that heads the column.</summary>
    Marks,

    /// <summary>The item's hours.</summary>
    Hours,

    /// <summary>How the item is taught or assessed.</summary>
    Method,

    /// <summary>The day by which it is due.</summary>
    Due,

    /// <summary>The standard, the same in every row.</summary>
    Standard,
}

/// <summary>The headings that people give to the columns.</summary>
internal static class ColumnRoles
{
    private static readonly Dictionary<string, ColumnRole> Names = new(StringComparer.Ordinal)
    {
        ["id"] = ColumnRole.Id, ["itemid"] = ColumnRole.Id, ["moduleid"] = ColumnRole.Id, ["unitid"] = ColumnRole.Id, ["evidenceid"] = ColumnRole.Id, ["ref"] = ColumnRole.Id,
        ["title"] = ColumnRole.Title, ["name"] = ColumnRole.Title, ["item"] = ColumnRole.Title, ["module"] = ColumnRole.Title, ["unit"] = ColumnRole.Title,
        ["topic"] = ColumnRole.Title, ["activity"] = ColumnRole.Title, ["duty"] = ColumnRole.Title, ["evidence"] = ColumnRole.Title, ["session"] = ColumnRole.Title,
        ["duties"] = ColumnRole.Duties,
        ["hours"] = ColumnRole.Hours, ["otjhours"] = ColumnRole.Hours, ["offthejobhours"] = ColumnRole.Hours,
        ["method"] = ColumnRole.Method, ["assessmentmethod"] = ColumnRole.Method,
        ["due"] = ColumnRole.Due, ["duedate"] = ColumnRole.Due,
        ["standard"] = ColumnRole.Standard,
    };

    /// <summary>The heading that says that a column holds references.</summary>
    public const string References = "ksbs";

    /// <summary>The role of a column by its heading; case, blanks and punctuation do not count. What says that references follow is a label as well.</summary>
    public static ColumnRole Of(string heading) =>
        Names.TryGetValue(NotationLabels.Folded(heading), out var role) ? role
        : NotationLabels.IsOfKsbs(heading) ? ColumnRole.References
        : NotationLabels.IsOfKind(heading) ? ColumnRole.PerhapsReferences
        : ColumnRole.Other;

    /// <summary>The heading that one with look-alikes was meant to be; null where it says nothing in plain letters either, or holds no look-alike.</summary>
    public static string? Meant(string heading) =>
        Of(heading) == ColumnRole.Other && LookAlikes.Mend(heading) is { } mended && Of(mended) != ColumnRole.Other ? mended : null;
}
