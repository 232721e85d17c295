namespace Competency.Findings;

/// <summary>What a rule must not read, for it is not given to it.</summary>
internal enum OutsideSource
{
    /// <summary>The day, the time, or how long something takes.</summary>
    Clock,

    /// <summary>Random numbers and ids.</summary>
    Chance,

    /// <summary>The machine, the process, files, the network, the culture.</summary>
    Environment,

    /// <summary>A static field or property that can be set.</summary>
    State,
}
