namespace Competency.Rules;

/// <summary>How much of a report its reader may see. Each level withholds what the one before it does, and more.</summary>
public enum RedactionLevel
{
    /// <summary>Everything: for the learner, and for those who keep the record.</summary>
    Full,

    /// <summary>For employers and others: reasons, facts, dates and sources that touch on health, disability or age are left out.</summary>
    ForOthers,

    /// <summary>
    /// For statistics and examples: besides, no name of anybody, no employer, no id and no day of birth. Ids and names are numbered anew; days of
    /// learning and of decisions stay. What a platform's own facts say is left out, for a text among them can be a name.
    /// </summary>
    Anonymous,
}
