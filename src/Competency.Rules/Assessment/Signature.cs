namespace Competency.Rules;

/// <summary>Who stands behind a fact: who accepted evidence, declared, or saw a certificate.</summary>
/// <param name="By">Who; null where that is not recorded.</param>
/// <param name="Role">In which role, such as <c>assessor</c> or <c>employer</c>; null where that is not recorded.</param>
/// <param name="On">On which day; null where that is not recorded.</param>
public sealed record Signature(string? By, string? Role, DateOnly? On);
