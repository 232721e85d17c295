using Competency.Documents.Json;
using Competency.Documents.Policies;

namespace Competency.Rules;

/// <summary>Writes a policy canonically.</summary>
internal static class PolicyWriter
{
    public static string Write(ReadinessPolicy policy)
    {
        var json = new JsonWriter().StartObject().Member("document", PolicyDocument.Format);
        WriteMembers(json, policy);
        return json.EndObject().ToString();
    }

    /// <summary>Writes the policy as members of an object that is open.</summary>
    public static void WriteMembers(JsonWriter json, ReadinessPolicy policy)
    {
        json.Member("id", policy.Id)
            .Member("name", policy.Name)
            .Member("version", policy.Version)
            .Member("standards", [.. policy.Standards.Select(s => s.ToString())])
            .Member("notJudged", policy.NotJudged)
            .StartObject("requirement");
        policy.Requirement.WriteMembers(json);
        json.EndObject();
    }
}
