using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>Reads a lock. What it cannot read it reports; then there is no lock, for a line that is not understood would pass for one that was reviewed.</summary>
internal static class LockDocumentReader
{
    public static LockDocument Read(SourceDocument source)
    {
        if (Conflict(source) is { } conflict)
        {
            return new LockDocument(source, null, [conflict]);
        }

        var reader = new DocumentReader(source);
        var entries = reader.Expect(LockDocument.Format) is { } root ? ReadEntries(root) : null;
        var isReadable = entries is not null && reader.Findings.All(f => f.Severity != FindingSeverity.Error);
        return new LockDocument(source, isReadable ? new KsbLock(entries!) : null, StandardDocument.Ordered(source, reader.Findings));
    }

    /// <summary>KSB2007 for the marks that git leaves where two branches reviewed one code differently: which is right, only a person can say.</summary>
    private static Finding? Conflict(SourceDocument source)
    {
        var text = source.Text;
        for (var at = 0; at >= 0 && at < text.Length; at = text.IndexOf('\n', at) + 1)
        {
            if (ConflictMarks.Begin(text, at))
            {
                return new Finding(
                    FindingCatalogue.UnreadableDocument,
                    "The lock holds a merge conflict: two branches reviewed the same code differently; keep the line of the review that is right",
                    source.Locate(new SourceSpan(at, ConflictMarks.Length)));
            }

            if (text.IndexOf('\n', at) < 0)
            {
                break;
            }
        }

        return null;
    }

    private static List<LockEntry> ReadEntries(DocumentObject root)
    {
        var entries = new List<LockEntry>();
        Read(root.Object(LockDocumentWriter.Files), LockConsumer.File);
        Read(root.Object(LockDocumentWriter.Types), LockConsumer.Type);
        root.Done();
        return entries;

        void Read(DocumentObject? consumers, Func<string, LockConsumer> consumer)
        {
            foreach (var (name, standards) in Members(consumers, "the standards of a consumer"))
            {
                entries.Add(new LockEntry(consumer(name.Name), ReadLines(standards)));
            }
        }
    }

    private static List<LockLine> ReadLines(DocumentObject standards)
    {
        var lines = new List<LockLine>();
        foreach (var (name, codes) in Members(standards, "the codes of a standard"))
        {
            if (!StandardId.TryParse(name.Name, out var id) || id.ToString() != name.Name)
            {
                codes.Wrong(name.NameSpan, $"'{Short(name.Name)}' is not the id of a standard such as ST0583@1.2");
                continue;
            }

            foreach (var member in codes.Value.Members)
            {
                if (member.Value.Kind == JsonKind.String && LockLine.TryRead(id, member.Name, member.Value.Text) is { } line)
                {
                    lines.Add(line);
                }
                else if (!LockLine.TryOrder(member.Name, out _))
                {
                    codes.Wrong(member.NameSpan, $"'{Short(member.Name)}' is neither a KSB such as S12 nor a duty such as Duty 4");
                }
                else
                {
                    codes.Wrong(member.Value.Span, "A line of the lock is a fingerprint of 16 hexadecimal digits and the opening words");
                }
            }
        }

        return lines;
    }

    /// <summary>The members of an object whose names are not fixed, each an object itself.</summary>
    private static IEnumerable<(JsonMember Name, DocumentObject Value)> Members(DocumentObject? parent, string what)
    {
        foreach (var member in parent?.Value.Members ?? [])
        {
            if (member.Value.Kind == JsonKind.Object)
            {
                yield return (member, new DocumentObject(parent!.Reader, member.Value));
            }
            else
            {
                parent!.Wrong(member.Value.Span, $"An object belongs here: {what}");
            }
        }
    }

    private static string Short(string name) => TextFolding.OnOneLine(name.Length <= 60 ? name : name.Substring(0, 57) + "...");
}
