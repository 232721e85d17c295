namespace Competency.Core.Tests;

public class PublicApiTests
{
    [Fact]
    public void Is_the_listed_one() => PublicApi.Matches(typeof(OccupationalStandard).Assembly);
}
