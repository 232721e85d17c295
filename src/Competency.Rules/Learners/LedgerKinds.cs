namespace Competency.Rules;

/// <summary>Parts of a learner's record.</summary>
[Flags]
internal enum LedgerKinds
{
    None = 0,
    Claims = 1,
    Episodes = 1 << 1,
    Employments = 1 << 2,
    Plans = 1 << 3,
    Options = 1 << 4,
    Hours = 1 << 5,
    PriorLearning = 1 << 6,
    Certificates = 1 << 7,
    Exemptions = 1 << 8,
    Choices = 1 << 9,
    Attempts = 1 << 10,
    Declarations = 1 << 11,
    Portfolios = 1 << 12,
    StartingPoints = 1 << 13,
    Facts = 1 << 14,
    All = (1 << 15) - 1,
}
