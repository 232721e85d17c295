namespace Competency.Rules;

/// <summary>How a choice that was made on the version which is left is written on the one that is taken, where its words would not say the same there.</summary>
/// <param name="Old">The id or title that was chosen.</param>
/// <param name="New">The id of the same option in the new version; where that has no such option, its title, or words that name none: then nobody can tell the option until somebody chooses.</param>
/// <exception cref="ArgumentException">One is blank.</exception>
public sealed record OptionLink(string Old, string New)
{
    /// <summary>The id or title that was chosen.</summary>
    public string Old { get; init => field = Named(value, nameof(Old)); } = Named(Old, nameof(Old));

    /// <summary>How the choice is written on the new version.</summary>
    public string New { get; init => field = Named(value, nameof(New)); } = Named(New, nameof(New));

    /// <summary>Words that name no option of another version, for one that is gone there.</summary>
    internal static string NoneOf(StandardOption option, StandardId version) => $"{option} of {version}";

    private static string Named(string option, string name) => Bounded.Text(option, "An option has an id or a title.", name);
}
