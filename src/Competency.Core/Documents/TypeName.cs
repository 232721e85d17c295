using System.Text;
using Competency.Text;

namespace Competency.Documents;

/// <summary>The name of the C# type that a standard document becomes.</summary>
static partial class TypeName
{
    /// <summary>The longest name that import makes, in characters.</summary>
    public const int MaxLength = 60;

    // Members of the generated type, which cannot have its name (CS0542), and what would hide them.
    private static readonly HashSet<string> Taken = ["Standard", "Ksb", "Duty", "Set", "Covers", "CoversAttribute"];

    /// <summary>The document's own <c>typeName</c>, or the default made from the id.</summary>
    public static string Of(OccupationalStandard standard) => standard.TypeName ?? Default(standard.Id);

    /// <summary>The name of a document that gives none: <c>ST0583_1_2</c>.</summary>
    public static string Default(StandardId id) => $"{id.Reference}_{id.Version.Major}_{id.Version.Minor}";

    /// <summary>The name that import makes of a title: without bracketed parts, at most <see cref="MaxLength"/> characters; null where nothing is left.</summary>
    public static string? FromTitle(string title)
    {
        var name = new StringBuilder();
        var depth = 0;
        var isStart = true;
        foreach (var c in title)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            var plain = TextFolding.WithoutAccent(c);
            if (depth > 0 || !(TextFolding.IsLetter(plain) || (TextFolding.IsDigit(plain) && name.Length > 0)))
            {
                isStart = c is not ('\'' or '\u2019') || depth > 0;
                continue;
            }

            name.Append(isStart ? TextFolding.ToUpperAscii(plain) : plain);
            isStart = false;
        }

        if (name.Length > MaxLength)
        {
            name.Length = MaxLength;
        }

        return IsValid(name.ToString()) ? name.ToString() : null;
    }

    /// <summary>Whether a name can be the name of the generated type.</summary>
    public static bool IsValid(string name) => WhyNot(name) is null;

    /// <summary>Why a name cannot be the name of the generated type, in a sentence without a closing full stop; null where it can.</summary>
    internal static string? WhyNot(string name)
    {
        // A capital first: no keyword of C# begins with one, of today or tomorrow.
        if (name.Length is 0 or > 200 || name[0] is < 'A' or > 'Z' || !name.All(c => TextFolding.IsLetter(c) || TextFolding.IsDigit(c) || c == '_'))
        {
            return "A type name has letters A to Z, digits and underscores, and begins with a capital";
        }

        return Taken.Contains(name) ? $"{name} is the name of a member of every generated type" : null;
    }
}
