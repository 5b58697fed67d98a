using System.Text.Json;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>Ratios to the calibration loop that are on record, by row.</summary>
internal sealed class Baseline(IReadOnlyDictionary<string, double> ratios)
{
    /// <summary>How much worse than on record a ratio may be.</summary>
    public const double Tolerance = 1.3;

    // The eigenvector of selfAppraisal gathers from memory all the time: a neighbour who shares the processor's caches doubles its time,
    // and leaves the calibration loop, which waits for its own steps, as it is.
    private const double ToleranceOfGathering = 2.5;
    private const string Gathering = "selfAppraisal";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n" };

    public static Baseline Read(string file) => new(JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file))!);

    public static void Write(string file, IEnumerable<Row> rows) => File.WriteAllText(
        file, JsonSerializer.Serialize(rows.Where(r => r.Ratio is not null).ToDictionary(r => r.Key, r => Math.Round(r.Ratio!.Value, 3)), Json) + "\n");

    /// <summary>What is wrong with a row: it allocates, or is slower than on record; null if nothing.</summary>
    public string? Problem(Row row) =>
        row.AllocatedBytes is >= 1 ? FormattableString.Invariant($"{row.Key} allocates {row.AllocatedBytes:F0} bytes; a tick allocates nothing")
        : row.Ratio is not { } ratio || !ratios.TryGetValue(row.Key, out var known) ? $"{row.Key} is not on record; write a baseline with --update-baseline"
        : ratio > Allowed(row) * known
            ? FormattableString.Invariant($"{row.Key} takes {ratio:F2} calibration units, on record are {known:F2}; allowed is {Allowed(row)} times as much")
        : null;

    private static double Allowed(Row row) => row.Name.StartsWith(Gathering, StringComparison.Ordinal) ? ToleranceOfGathering : Tolerance;
}
