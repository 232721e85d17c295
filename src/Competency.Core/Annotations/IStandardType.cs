namespace Competency;

/// <summary>A type that the generator made of a standard document.</summary>
public interface IStandardType
{
    /// <summary>The standard, read from the document at the first use.</summary>
    static abstract OccupationalStandard Standard { get; }
}
