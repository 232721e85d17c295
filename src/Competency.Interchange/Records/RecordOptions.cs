using Competency.Documents.Json;
using Competency.Interchange.Pages;
using Competency.Interchange.Reading;
using Competency.Text;
using Competency.Versions;

namespace Competency.Interchange.Records;

/// <summary>
/// The options of a record, which published records give in four ways: ids with titles; names with the texts of their duties; names
/// alone; and nothing but ids beside the duties.
/// </summary>
internal sealed class RecordOptions(ImportContext context, StandardDraft draft)
{
    /// <summary>The texts of duties under the names of options, by fingerprint.</summary>
    private readonly List<(string Name, HashSet<string> Duties, SourceSpan Place)> _named = [];

    private readonly Dictionary<string, string?> _titles = [];

    public void Read(RecordObject record, IReadOnlyList<RecordObject> duties)
    {
        var ids = duties.SelectMany(d => Ids(d.Items("mappedOptions"))).Distinct().ToArray();
        foreach (var item in record.Items("options"))
        {
            ReadOption(item);
        }

        MatchNames(duties);
        var names = record.Texts("optionsUnstructuredTemplate");
        if (_titles.Count == 0 && ids.Length == 0)
        {
            foreach (var name in names)
            {
                AddByName(name);
            }

            if (names.Count > 0)
            {
                context.Guessed(record.PlaceOf("optionsUnstructuredTemplate"), $"The {names.Count} options have names and no ids; ids were made of the names, and no duty says to which it belongs");
            }
        }
        else if (names.Any(n => !_titles.ContainsValue(n)))
        {
            context.NotHeld(record.PlaceOf("optionsUnstructuredTemplate"), "'optionsUnstructuredTemplate' names options without saying which ids they have");
        }

        var unnamed = ids.Where(id => !_titles.ContainsKey(id)).ToArray();
        foreach (var id in unnamed)
        {
            _titles.Add(id, null);
        }

        if (unnamed.Length > 0)
        {
            context.Guessed(record.Place, $"{unnamed.Length} {(unnamed.Length == 1 ? "option is" : "options are")} named by id alone; the titles are left open");
        }

        draft.Options.AddRange(_titles.Select(t => new StandardOption(t.Key, t.Value)));
    }

    /// <summary>The options of a duty, each of them one of the standard's.</summary>
    public IReadOnlyList<string> Of(RecordObject duty) => Ids(duty.Items("mappedOptions")).Distinct().ToArray();

    private void ReadOption(JsonValue item)
    {
        if (item.Kind == JsonKind.String && TextFolding.Trim(item.Text) is { Length: > 0 } bare)
        {
            AddByName(bare);
            return;
        }

        if (item.Kind != JsonKind.Object)
        {
            context.NotHeld(item.Span, "An item of 'options' is no option");
            return;
        }

        var option = new RecordObject(context, item);
        var id = RecordReader.IdOf(option.Text("optionId") ?? option.Text("id"));
        var title = option.Text("title") ?? option.Text("name");
        var duties = option.Texts("duties");
        if (id is not null)
        {
            if (!_titles.TryAdd(id, title))
            {
                context.NotHeld(option.Place, $"The option {id} stands a second time ('{PlainText.Shown(title ?? "")}'); the first is kept");
            }
        }
        else if (title is not null)
        {
            _named.Add((title, [.. duties.Select(Fingerprint.OfStatement)], option.Place));
        }
        else
        {
            context.NotHeld(option.Place, "An option has neither an id nor a title and is left out");
        }
    }

    /// <summary>An option that is named with its duties' texts has the id that those duties map.</summary>
    private void MatchNames(IReadOnlyList<RecordObject> duties)
    {
        foreach (var (name, texts, place) in _named)
        {
            var matching = duties.Where(d => d.Text("dutyDetail") is { } text && texts.Contains(Fingerprint.OfStatement(text)))
                .Select(d => Ids(d.Items("mappedOptions")).ToArray()).Where(i => i.Length > 0).ToArray();
            var common = matching.Length == 0 ? [] : matching.Aggregate((a, b) => [.. a.Intersect(b)]);
            if (common.Length == 1 && _titles.TryAdd(common[0], name))
            {
                context.Guessed(place, $"The option '{PlainText.Shown(name)}' has the id {common[0]}, which the duties listed under it map");
                continue;
            }

            if (duties.Any(d => Ids(d.Items("mappedOptions")).Any()))
            {
                context.NotHeld(place, $"The option '{PlainText.Shown(name)}' could not be matched to one of the ids that duties map");
                continue;
            }

            AddByName(name);
            context.Guessed(place, $"The option '{PlainText.Shown(name)}' has no id; one was made of its name");
        }
    }

    /// <summary>Two names can make one id; the later one has a number behind it.</summary>
    private void AddByName(string name)
    {
        if (_titles.ContainsValue(name))
        {
            return;
        }

        var id = OptionNames.IdOf(name);
        for (var n = 2; !_titles.TryAdd(id, name); n++)
        {
            id = $"{OptionNames.IdOf(name)}-{n}";
        }
    }

    private static IEnumerable<string> Ids(IReadOnlyList<JsonValue> items) =>
        items.Where(i => i.Kind == JsonKind.String).Select(i => RecordReader.IdOf(i.Text)).OfType<string>();
}
