using Competency.Documents.Markdown;
using Competency.Documents.Tables;
using Competency.Notation;
using Competency.Text;

namespace Competency.Documents;

/// <summary>
/// Reads a mapping from Markdown: front matter, tables, and the places of its prose that surely hold references. Headings make the items; a
/// row of a table is an item of the heading that it stands under.
/// </summary>
internal sealed class MarkdownMappingReader
{
    private readonly MappingDraft _draft;
    private readonly Section _root;
    private readonly List<Section> _sections = [];

    private MarkdownMappingReader(SourceDocument source)
    {
        _draft = new MappingDraft(source);
        _root = new Section(0, 0, "");
        _sections.Add(_root);
    }

    public static MappingDocument Read(SourceDocument source)
    {
        var reader = new MarkdownMappingReader(source);
        var lines = MarkdownLines.Of(source.Text, FrontMatter.Read(reader._draft, reader._root.Covers));
        foreach (var (span, message) in lines.Errors)
        {
            reader._draft.Damaged(span, message);
        }

        // What stands in code or a comment was passed over: a page about git can show such marks.
        var text = lines.Text;
        foreach (var line in lines.All.Where(l => ConflictMarks.Begin(text, l.Start)))
        {
            reader._draft.Conflicts(line.Start);
        }

        reader.ReadBlocks(lines);
        reader.ReadProse(lines);
        return reader._draft.Finish(reader.Items(), "'standard: ST0583@1.2' between two lines '---' at the top");
    }

    /// <summary>Headings and tables.</summary>
    private void ReadBlocks(MarkdownLines lines)
    {
        var open = new Stack<Section>([_root]);
        for (var line = 0; line < lines.All.Count; line++)
        {
            if (Level(lines, line) is var level and > 0)
            {
                while (open.Peek().Level >= level)
                {
                    open.Pop();
                }

                var section = new Section(level, lines.All[line].Start, Title(lines[line]));
                open.Peek().Inner.Add(section);
                open.Push(section);
                _sections.Add(section);
            }
            else if (MarkdownTable.Read(lines, line, out var last) is { } rows)
            {
                var table = new MappingTable(_draft, rows, isInProse: true);
                if (table.HoldsReferences)
                {
                    table.CheckShape();
                    open.Peek().Rows.AddRange(table.Items());
                    lines.BlankLines(line, last);
                }

                line = last;
            }
            else if (MarkdownTable.ReadWithoutDashes(lines, line, out _) is { } bare && new MappingTable(_draft, bare, isInProse: true).HoldsReferences)
            {
                // No page shows a table here either, and what it refers to would go unread.
                var heading = lines.All[line];
                _draft.Damaged(heading, "The line of dashes is missing below this heading, such as |---|---|; without it these lines are no table, and are not read");
            }
        }
    }

    private void ReadProse(MarkdownLines lines)
    {
        var section = 0;
        foreach (var field in KsbProse.Fields(lines.Text, lines.Links))
        {
            while (section + 1 < _sections.Count && _sections[section + 1].Start <= field.Span.Start)
            {
                section++;
            }

            _sections[section].Covers.Add(_draft.References(new PlacedText(field.Text, field.Span, field.Span.Start), field.Label, isInProse: true));
        }
    }

    private List<MappingItem> Items()
    {
        var items = new List<MappingItem>();
        if (_root.Covers.Count > 0)
        {
            items.Add(Item(_draft.Title ?? FileName(), _root.Covers, []));
        }

        items.AddRange(_root.Rows);
        items.AddRange(_root.Inner.Select(Item).OfType<MappingItem>());
        return items;
    }

    /// <summary>The item of a section; none where nothing in it is a reference.</summary>
    private MappingItem? Item(Section section)
    {
        var inner = section.Rows.Concat(section.Inner.Select(Item).OfType<MappingItem>()).ToArray();
        return section.Covers.Count == 0 && inner.Length == 0 ? null : Item(section.Title, section.Covers, inner);
    }

    private MappingItem Item(string id, IReadOnlyList<PlacedReferences> covers, IReadOnlyList<MappingItem> inner)
    {
        var item = new MappingItem(id, covers.Select(MappingDraft.Written), inner);
        _draft.Add(item, covers);
        return item;
    }

    private string FileName()
    {
        var path = _draft.Source.Path;
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var end = name.IndexOf('.');
        return end > 0 ? name.Substring(0, end) : name;
    }

    /// <summary>1 to 6 for a heading, <c># like this</c> or underlined; 0 for another line.</summary>
    private static int Level(MarkdownLines lines, int line)
    {
        var text = lines[line];
        var marks = 0;
        while (marks < text.Length && text[marks] == '#')
        {
            marks++;
        }

        if (marks > 0)
        {
            return marks <= 6 && marks < text.Length && TextFolding.IsWhiteSpace(text[marks]) ? marks : 0;
        }

        var isText = text.Any(TextFolding.IsWordCharacter) && text.IndexOf('|') < 0 && !TextFolding.IsWhiteSpace(text[0]) && text[0] is not ('-' or '*' or '+' or '>');
        if (!isText || line + 1 == lines.All.Count)
        {
            return 0;
        }

        var below = lines[line + 1].TrimEnd(' ', '\t');
        return below.Length < 2 ? 0 : below.All(c => c == '=') ? 1 : below.All(c => c == '-') ? 2 : 0;
    }

    /// <summary>The words of a heading: without its marks, and without the references in parentheses that close it.</summary>
    private static string Title(string heading)
    {
        var title = TextFolding.OnOneLine(heading.Trim('#', ' ', '\t').Replace("*", "").Replace("`", ""));
        var open = title.LastIndexOf('(');
        return open > 0 && KsbProse.Fields(title).Any(f => f.Span.Start == open + 1) ? TextFolding.Trim(title.Substring(0, open)) : title;
    }

    /// <summary>What stands under a heading, up to the next one.</summary>
    private sealed class Section(int level, int start, string title)
    {
        public int Level { get; } = level;

        public int Start { get; } = start;

        public string Title { get; } = title;

        public List<PlacedReferences> Covers { get; } = [];

        public List<MappingItem> Rows { get; } = [];

        public List<Section> Inner { get; } = [];
    }
}
