using Competency.Documents;
using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A decision on an offer, as the record of a transfer and that of a learner write it.</summary>
internal static class TransferDecisionJson
{
    /// <summary>Its members in an object that is open.</summary>
    public static JsonWriter Write(JsonWriter json, TransferDecision decision) => json
        .Member("approved", (bool?)decision.IsApproved)
        .Member("by", decision.By)
        .Member("on", decision.On)
        .Member("reason", decision.Reason);

    /// <summary>The decision on two KSBs that an object holds; null where anything is missing.</summary>
    public static TransferDecision? Read(DocumentObject entry, KsbCode? old, KsbCode? now)
    {
        var approved = entry.Boolean("approved", isRequired: true);
        var by = entry.NotBlank("by", isRequired: true);
        var on = entry.Date("on", isRequired: true);
        var reason = entry.NotBlank("reason");
        entry.Done();
        return approved is null || by is null || on is null || old is null || now is null ? null : new TransferDecision(old.Value, now.Value, approved.Value, by, on.Value) { Reason = reason };
    }
}
