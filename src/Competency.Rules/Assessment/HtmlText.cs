using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Words from data in HTML that we write.</summary>
internal static class HtmlText
{
    /// <summary>The text on one line, with every character escaped that could end a text or an attribute.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in TextFolding.OnOneLine(text))
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
