namespace Competency.Rules.DependencyInjection.Tests;

public class PublicApiTests
{
    [Fact]
    public void Is_the_listed_one() => PublicApi.Matches(System.Reflection.Assembly.Load("Competency.Rules.DependencyInjection"));
}
