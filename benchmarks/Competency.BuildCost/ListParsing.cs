using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Competency.Interchange;

namespace Competency.BuildCost;

/// <summary>A list of records as long as the published one, read in several ways beside a pass of <see cref="Utf8JsonReader"/> that looks at nothing.</summary>
internal static class ListParsing
{
    private const int Megabytes = 78;

    public static void Measure(string folder, int runs)
    {
        var records = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(t => t.Contains("\"skills\"", StringComparison.Ordinal) && !t.Contains("competency.standard", StringComparison.Ordinal)).ToArray();
        if (records.Length == 0)
        {
            Console.WriteLine($"{folder} holds no records of the apprenticeship standards JSON: the list is not measured.");
            return;
        }

        var path = Path.GetTempFileName();
        try
        {
            var count = Write(path, records);
            Console.WriteLine($"A list of {count} records, {new FileInfo(path).Length / 1e6:0} MB, the least of {runs}:");
            Console.WriteLine();
            Console.WriteLine("| | time | of the bare pass | allocated |");
            Console.WriteLine("|---|---|---|---|");
            var bare = Row("bare `Utf8JsonReader` over the file", runs, null, () => Bare(path));
            Row("index of its records (`List`)", runs, bare, () => With(path, s => ApprenticeshipStandardsJson.List(s, path).Entries.Count));
            var one = new ImportOptions { Reference = StandardReference.Parse("ST1500") };
            Row("one record out of it", runs, bare, () => With(path, s => ApprenticeshipStandardsJson.Import(s, path, one).Count()));
            Row("every record, as a standard", runs, bare, () => With(path, s => ApprenticeshipStandardsJson.Import(s, path, ImportOptions.None).Count()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int Write(string path, string[] records)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write('[');
        long written = 1;
        var count = 0;
        while (written < Megabytes * 1_000_000L)
        {
            var record = records[count % records.Length].TrimStart('\uFEFF', ' ', '\r', '\n');
            var text = (count == 0 ? "" : ",\n") + "{" + string.Create(CultureInfo.InvariantCulture, $"\"referenceNumber\":\"ST{1000 + (count % 9000):D4}\",\"version\":\"1.0\",") + record[(record.IndexOf('{', StringComparison.Ordinal) + 1)..].TrimEnd();
            writer.Write(text);
            written += Encoding.UTF8.GetByteCount(text);
            count++;
        }

        writer.Write(']');
        return count;
    }

    private static double Row(string name, int runs, double? bare, Func<int> action)
    {
        var least = double.MaxValue;
        long allocated = 0;
        for (var run = 0; run < runs; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            if (action() == 0)
            {
                throw new InvalidOperationException($"{name}: nothing was read.");
            }

            least = Math.Min(least, watch.Elapsed.TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Console.WriteLine($"| {name} | {least:0} ms | {(bare is { } of ? (least / of).ToString("0.0", CultureInfo.InvariantCulture) : "1")} | {allocated / 1e6:0.0} MB |");
        return least;
    }

    private static int With(string path, Func<Stream, int> read)
    {
        using var stream = File.OpenRead(path);
        return read(stream);
    }

    /// <summary>Every token of the file, through a buffer of its own: what a reader cannot do without.</summary>
    private static int Bare(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[1 << 18];
        var state = default(JsonReaderState);
        int held = 0, tokens = 0;
        while (true)
        {
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, held, buffer.Length - held);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, held + read), isFinalBlock: read == 0, state);
            while (reader.Read())
            {
                tokens++;
            }

            if (read == 0)
            {
                return tokens;
            }

            state = reader.CurrentState;
            held = held + read - (int)reader.BytesConsumed;
            Buffer.BlockCopy(buffer, (int)reader.BytesConsumed, buffer, 0, held);
        }
    }
}
