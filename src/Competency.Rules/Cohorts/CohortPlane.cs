namespace Competency.Rules;

/// <summary>
/// Yes or no of every learner of a cohort, a bit each. It is kept part by part, and nothing is kept of a part in which all are no: of most planes that is nearly all. Different
/// parts may be written by different threads.
/// </summary>
/// <param name="blocks">How many blocks there are.</param>
/// <param name="memory">Where parts come from, and where they go.</param>
internal sealed class CohortPlane(int blocks, PlaneParts memory)
{
    /// <summary>How many blocks a part has, which are judged by one thread one after the other.</summary>
    public const int BlocksOfPart = 64;

    /// <summary>How many words a part has; the last may need fewer.</summary>
    public const int WordsOfPart = BlocksOfPart * VerdictPlanes.Words;

    private readonly ulong[]?[] _parts = new ulong[(blocks + BlocksOfPart - 1) / BlocksOfPart][];
    private ulong[]? _words;

    /// <summary>All of it: 64 learners a word, lowest bit first.</summary>
    public ReadOnlySpan<ulong> Words => _words ??= Joined();

    /// <summary>Whether it is yes of a learner, by the place from 0.</summary>
    public bool this[int index] => _parts[(index >> 6) / WordsOfPart] is { } part && ((part[(index >> 6) % WordsOfPart] >> (index & 63)) & 1) != 0;

    /// <summary>Writes a part. Nobody may have read anything yet.</summary>
    /// <param name="firstBlock">The first block of the part.</param>
    /// <param name="words">The words of its blocks.</param>
    public void Set(int firstBlock, ReadOnlySpan<ulong> words)
    {
        if (words.ContainsAnyExcept(0UL))
        {
            words.CopyTo(_parts[firstBlock / BlocksOfPart] = memory.Take());
        }
    }

    /// <summary>Gives its memory back. Nobody may read it afterwards.</summary>
    public void GiveBack()
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            if (_parts[part] is { } words)
            {
                _parts[part] = null;
                memory.GiveBack(words);
            }
        }
    }

    private ulong[] Joined()
    {
        var words = new ulong[blocks * VerdictPlanes.Words];
        for (var part = 0; part < _parts.Length; part++)
        {
            var joined = words.AsSpan(part * WordsOfPart);
            _parts[part]?.AsSpan(0, Math.Min(WordsOfPart, joined.Length)).CopyTo(joined);
        }

        return words;
    }
}
