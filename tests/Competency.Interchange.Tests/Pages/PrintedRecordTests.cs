using System.Net;
using System.Text;
using Competency.Text;
using Competency.Versions;

namespace Competency.Interchange.Tests.Pages;

/// <summary>Real standards, imported from their records, printed as pages in every layout, and imported again: the two must say the same.</summary>
public class PrintedRecordTests
{
    public static TheoryData<string> Layouts => ["spaced", "dense", "no end marks", "one code a line", "pieces", "tabs", "html"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_printed_standard_imports_as_its_record_does(string layout)
    {
        var folder = Path.GetDirectoryName(Repository.SharedFile("corpus", "standards-api", "x"))!;
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var record = Assert.Single(Imports.Records(File.ReadAllText(file), new ImportOptions { Reference = StandardReference.Parse("ST9001"), Version = new StandardVersion(1, 2) })).Standard!;
            var page = Imports.Page(Print(record, layout), new ImportOptions { Version = new StandardVersion(1, 2) });
            if (page.Standard is null)
            {
                wrong.Add($"{Path.GetFileName(file)}: {page.Problems[0]}");
                continue;
            }

            Imports.AssertReadable(page.Standard);
            wrong.AddRange(Differences(record, page.Standard).Select(d => $"{Path.GetFileName(file)}: {d}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Differences(OccupationalStandard record, OccupationalStandard page)
    {
        if (Imports.Counts(record) != Imports.Counts(page))
        {
            yield return $"{Imports.Counts(record)} became {Imports.Counts(page)}";
        }

        foreach (var ksb in record.Ksbs)
        {
            if (!page.TryGet(ksb.Code, out var twin) || twin.Fingerprint != ksb.Fingerprint)
            {
                yield return $"{ksb} became {twin}";
            }
        }

        foreach (var duty in record.Duties)
        {
            var twin = page.FindDuty(duty.Number);
            if (twin is null || !twin.Ksbs.SequenceEqual(duty.Ksbs) || Fingerprint.OfStatement(twin.Text) != Fingerprint.OfStatement(duty.Text))
            {
                yield return $"{duty} [{string.Join(' ', duty.Ksbs)}] became {twin} [{string.Join(' ', twin?.Ksbs ?? [])}]";
            }
        }
    }

    private static string Print(OccupationalStandard standard, string layout) => layout == "html" ? Html(standard) : Text(standard, layout);

    private static string Text(OccupationalStandard standard, string layout)
    {
        var (blank, mark) = (layout == "spaced" ? "\n\n" : "\n", layout == "no end marks" ? "" : layout == "pieces" ? "\nBack to Duty" : " Back to Duty");
        var page = new StringBuilder($"{standard.Title}{blank}Key information{blank}  1. Reference: {standard.Id.Reference}{blank}Occupation summary{blank}{standard.KeyInformation.Summary}{blank}Occupation duties{blank}Duty KSBs{blank}");
        foreach (var duty in standard.Duties)
        {
            var rows = duty.Ksbs.GroupBy(k => k.Kind).Select(g => string.Join(layout is "one code a line" or "pieces" ? "\n" : " ", g));
            page.Append($"Duty {duty.Number}{(layout == "pieces" ? "\n" : " ")}{duty.Text}").Append(layout == "tabs" ? "\t" + string.Join('\t', rows) + "\n" : blank + string.Join(blank, rows) + blank);
        }

        page.Append($"×{blank}Required knowledge{blank}KSBs{blank}");
        foreach (var kind in standard.Ksbs.GroupBy(k => k.Kind))
        {
            page.Append(kind.Key == KsbKind.Knowledge ? "Knowledge" : kind.Key == KsbKind.Skill ? "Skills" : "Behaviours").Append(blank);
            foreach (var ksb in kind)
            {
                page.Append($"{ksb.Code}{(layout == "pieces" ? "\n" : "")}: {ksb.Text}{mark}{blank}");
            }
        }

        return page.Append($"Qualifications{blank}English and Maths{blank}Crown copyright © 2024. Open Government Licence.\n").ToString();
    }

    private static string Html(OccupationalStandard standard)
    {
        static string E(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);
        var page = new StringBuilder($"<!doctype html><html><body><h1>{E(standard.Title)}</h1><h2>Key information</h2><ol><li><strong>Reference:</strong> {standard.Id.Reference}</li></ol><h3>Occupation duties</h3><table>");
        foreach (var duty in standard.Duties)
        {
            page.Append($"<tr><td><strong>Duty {duty.Number}</strong> {E(duty.Text)}</td><td>{string.Concat(duty.Ksbs.GroupBy(k => k.Kind).Select(g => $"<div>{string.Join("&nbsp;", g.Select(k => $"<span>{k} </span>"))}</div>"))}</td></tr>");
        }

        page.Append("</table><h2>KSBs</h2>");
        foreach (var ksb in standard.Ksbs)
        {
            page.Append($"<p><strong>{ksb.Code}</strong>: {E(ksb.Text)} <a>Back to Duty</a></p>\n");
        }

        return page.Append("</body></html>").ToString();
    }
}
