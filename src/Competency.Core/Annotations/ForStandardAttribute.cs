namespace Competency;

/// <summary>
/// The standard in force for the KSB references in a member, a type or an assembly; the nearest counts. Several on one place are all in
/// force, for cohorts on several versions: a code must then be in each.
/// </summary>
/// <param name="standard">The id, such as <c>ST0583@1.2</c>.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public class ForStandardAttribute(string standard) : Attribute
{
    /// <summary>The id as written.</summary>
    public string Standard { get; } = standard;

    /// <summary>The option that is chosen, by its id or title; null for none. A KSB that is in force for other options only is then an error (KSB1009).</summary>
    public string? Option { get; set; }

    /// <summary>The id.</summary>
    /// <exception cref="FormatException"><see cref="Standard"/> is not the id of a standard.</exception>
    public StandardId StandardId => StandardId.Parse(Standard);
}

/// <summary>The standard in force, by its generated type.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class ForStandardAttribute<T>() : ForStandardAttribute(T.Standard.Id.ToString())
    where T : IStandardType;
