using Competency.Interchange.Tests.Pages;
using Competency.Text;

namespace Competency.Interchange.Tests.Reading;

public class SourceFormatsTests
{
    [Theory]
    [InlineData(SamplePages.Spaced, SourceFormat.PageText)]
    [InlineData(SamplePages.Apprenticeship, SourceFormat.PageText)]
    [InlineData(SamplePages.Foundation, SourceFormat.PageText)]
    [InlineData("K1: a\nK2: b\nK3: c\nS1: d\nB1: e", SourceFormat.PageText)]
    [InlineData("\uFEFF \n<!DOCTYPE html><html>", SourceFormat.PageHtml)]
    [InlineData("<!-- saved --><html>", SourceFormat.PageHtml)]
    [InlineData("\uFEFF[{\"title\":1}]", SourceFormat.ApprenticeshipStandardsJson)]
    [InlineData("{\"title\": \"competency\"}", SourceFormat.ApprenticeshipStandardsJson)]
    [InlineData("{\"document\": \"competency.standard/1\"}", SourceFormat.CompetencyDocument)]
    [InlineData("The job\nx\nEntry requirements\ny\nHow to apply\nz", SourceFormat.RolePage)]
    [InlineData("Dear reader,\nK1 is a mountain.", SourceFormat.Unknown)]
    [InlineData(" \n", SourceFormat.Unknown)]
    public void A_format_is_known_by_its_content(string text, SourceFormat format) => Assert.Equal(format, SourceFormats.Detect(new SourceDocument("x", text)));
}
