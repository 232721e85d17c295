using Competency.Tool.Files;
using FsCheck.Fluent;

namespace Competency.Tool.Tests;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.mapping.json", "a.mapping.json", true)]
    [InlineData("*.mapping.json", "x/a.mapping.json", false)]
    [InlineData("**/*.mapping.json", "a.mapping.json", true)]
    [InlineData("**/*.mapping.json", "x/y/a.mapping.json", true)]
    [InlineData("x/**/a.json", "x/a.json", true)]
    [InlineData("x/**/a.json", "x/y/z/a.json", true)]
    [InlineData("x/**/a.json", "y/x/a.json", false)]
    [InlineData("x/**", "x/a", true)]
    [InlineData("x/**", "x", false)]
    [InlineData("**", "x/y", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]1", "b1", true)]
    [InlineData("[!a-c]1", "b1", false)]
    [InlineData("[^a-c]1", "d1", true)]
    [InlineData("[]]1", "]1", true)]
    [InlineData("[a", "[a", true)]
    [InlineData("a*b*c", "axxbxxbxc", true)]
    [InlineData("a*b*c", "axxbxxbx", false)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "x", false)]
    public void A_pattern_means_these_paths(string pattern, string path, bool isMeant) => Assert.Equal(isMeant, Glob.Of(pattern).Matches(path));

    [Theory]
    [InlineData("courses/**/*.mapping.json", "courses")]
    [InlineData(@"courses\level 4\*.mapping.json", "courses/level 4")]
    [InlineData("*.json", ".")]
    [InlineData("/*/x", "/")]
    [InlineData("./a/*", "./a")]
    public void The_folder_before_the_pattern_is_where_to_look(string path, string folder) => Assert.Equal(folder, Glob.Parse(path).Folder);

    [Fact]
    public void Any_pattern_meets_any_path_without_an_error_and_a_path_without_signs_means_itself()
    {
        var text = Gen.Elements("a", "b", "*", "**", "?", "[", "]", "!", "-", "\\", "/", ".").ArrayOf().Select(string.Concat);
        Property.Holds(text.Zip(text), pair =>
        {
            var (pattern, path) = (pair.Item1, pair.Item2);
            Glob.Of(pattern).Matches(path);
            var plain = path.Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
            return Glob.Of(plain).Matches(plain);
        });
    }

    [Fact]
    public void Many_stars_take_no_long_time() => Assert.False(Glob.Of(string.Concat(Enumerable.Repeat("*a", 500)) + "b").Matches(new string('a', 5000)));

    [Fact]
    public void Files_of_the_current_folder_have_their_names_alone()
    {
        // Beside the tests, for no test may go to another folder: others run at the same time.
        var name = $"{Path.GetRandomFileName()}.standard.json";
        File.WriteAllText(name, "");
        try
        {
            Assert.Contains(name, DocumentFiles.Under(".", Assert.Fail));
            Assert.Contains(name, DocumentFiles.Matching("*.standard.json", Assert.Fail));
            Assert.Contains(Path.Combine(Environment.CurrentDirectory, name), DocumentFiles.Under(Environment.CurrentDirectory, Assert.Fail));
            Assert.DoesNotContain(DocumentFiles.Under(".", Assert.Fail), f => f.StartsWith('.'));
        }
        finally
        {
            File.Delete(name);
        }
    }
}
