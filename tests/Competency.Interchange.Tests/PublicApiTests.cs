namespace Competency.Interchange.Tests;

public class PublicApiTests
{
    [Fact]
    public void Is_the_listed_one() => PublicApi.Matches(System.Reflection.Assembly.Load("Competency.Interchange"));
}
