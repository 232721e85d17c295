using Competency.Findings;

namespace Competency.Interchange;

/// <summary>What an import made of one role profile.</summary>
public sealed class RoleImport
{
    internal RoleImport(RoleProfile? role, IReadOnlyList<Finding> problems, LossReport losses)
    {
        Role = role;
        Problems = problems;
        Losses = losses;
    }

    /// <summary>The role profile; null where <see cref="Problems"/> say why there is none.</summary>
    public RoleProfile? Role { get; }

    /// <summary>Why there is no role profile, with places; none where there is one.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    /// <summary>What the source has that the role profile does not hold, what was guessed, and which sentences still are the publisher's own.</summary>
    public LossReport Losses { get; }
}
