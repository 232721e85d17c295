using Competency.Documents;

namespace Competency.Conformance;

public class TypeNameTests
{
    [Theory]
    [InlineData("Mammography associate", "MammographyAssociate")]
    [InlineData("Registered nurse degree (NMC 2018)", "RegisteredNurseDegree")]
    [InlineData("Therapeutic radiographer [integrated degree]", "TherapeuticRadiographer")]
    [InlineData("Director's assistant", "DirectorsAssistant")]
    [InlineData("5G engineer", "GEngineer")]
    [InlineData("Standard", null)]
    [InlineData("(…)", null)]
    [InlineData("Café owner", "CafeOwner")]
    [InlineData("日本", null)]
    public void Is_made_of_the_title(string title, string? expected) => Assert.Equal(expected, TypeName.FromTitle(title));

    [Fact]
    public void Has_a_bounded_length() => Assert.Equal(TypeName.MaxLength, TypeName.FromTitle(string.Join(' ', Enumerable.Repeat("word", 40)))!.Length);
}
