using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Expressions;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Checking;

/// <summary>A setting in which two experiments differ.</summary>
/// <param name="Path">Where it is in the resolved experiment.</param>
/// <param name="First">Its value in the first, as JSON; null when the first has none.</param>
/// <param name="Second">Its value in the second.</param>
public sealed record SettingDifference(string Path, string? First, string? Second);

/// <summary>An output in two experiments.</summary>
/// <param name="Output">Name of the column.</param>
/// <param name="RunsDiffering">Of the runs that both have, those that differ in it by a bit.</param>
/// <param name="FirstMean">Mean over all runs of the first that have it; null when none has.</param>
/// <param name="SecondMean">Mean over all runs of the second that have it.</param>
public sealed record OutputComparison(string Output, long RunsDiffering, double? FirstMean, double? SecondMean);

/// <summary>
/// Two experiments side by side: what was set otherwise and what came out otherwise. A run of one id has the same model revision,
/// scenario and seed in both, so it has to have the same bits; where it has not, the program or the machine is at fault.
/// </summary>
/// <param name="Settings">Settings that differ, in the order of their paths.</param>
/// <param name="RunsInBoth">Runs that both have.</param>
/// <param name="RunsOnlyInFirst">Runs that only the first has.</param>
/// <param name="RunsOnlyInSecond">Runs that only the second has.</param>
/// <param name="RunsDiffering">Of the runs that both have, those that differ in any output, the end cause, the exit ticks or the digest.</param>
/// <param name="Outputs">Every output that both have.</param>
public sealed record ExperimentComparison(
    IReadOnlyList<SettingDifference> Settings,
    long RunsInBoth,
    long RunsOnlyInFirst,
    long RunsOnlyInSecond,
    long RunsDiffering,
    IReadOnlyList<OutputComparison> Outputs)
{
    /// <summary>Outputs that one of the two does not have: versions wrote them that report different outputs.</summary>
    public IReadOnlyList<string> OutputsOfOne { get; init; } = [];

    /// <summary>Metrics of the files that have one name and two definitions, so that their columns are not compared.</summary>
    public IReadOnlyList<string> Redefined { get; init; } = [];

    internal const string ResolvedFile = ResultFiles.Resolved;
    private static readonly string[] Texts = ["endCause", "coreExitTicks", "stateDigest"];

    /// <summary>Compares two results folders.</summary>
    /// <exception cref="StoreException">One holds no results, is not complete, or is damaged.</exception>
    public static ExperimentComparison Of(string first, string second)
    {
        var (a, b) = (RunTable.Read(first), RunTable.Read(second));
        var rows = b.Texts("runId").Select((id, row) => (id, row)).ToDictionary(r => r.id, r => r.row);
        var ids = a.Texts("runId");
        (int A, int B)[] pairs = [.. Enumerable.Range(0, a.Count).Where(k => rows.ContainsKey(ids[k])).Select(k => (k, rows[ids[k]]))];
        var differing = new HashSet<int>();
        SettingDifference[] settings = [.. SettingsOf(first, second)];
        var redefined = RedefinedIn(settings, LeavesOf(first));
        OutputComparison[] outputs = [.. a.Outputs.Where(o => b.IsNumeric(o) && !redefined.Contains(o)).Select(o => Compare(o, a, b, pairs, differing))];
        foreach (var column in Texts)
        {
            var (left, right) = (Cells(a, column), Cells(b, column));
            differing.UnionWith(pairs.Where(p => left[p.A] != right[p.B]).Select(p => p.A));
        }

        return new(settings, pairs.Length, a.Count - pairs.Length, b.Count - pairs.Length, differing.Count, outputs)
        {
            Redefined = [.. redefined.Where(o => a.IsNumeric(o) && b.IsNumeric(o)).Order(StringComparer.Ordinal)],
            OutputsOfOne = [.. a.Outputs.Except(b.Outputs), .. b.Outputs.Except(a.Outputs)],
        };
    }

    // A metric that names another changes with it.
    private static HashSet<string> RedefinedIn(IEnumerable<SettingDifference> settings, Dictionary<string, string> leaves)
    {
        const string metrics = "metrics.";
        var found = settings.Where(s => s.Path.StartsWith(metrics, StringComparison.Ordinal)).Select(s => s.Path[metrics.Length..]).ToHashSet();
        foreach (var (path, definition) in leaves.Where(l => found.Count > 0 && l.Key.StartsWith(metrics, StringComparison.Ordinal)))
        {
            if (ExpressionWords.Of(JsonSerializer.Deserialize<string>(definition)!).Any(found.Contains))
            {
                found.Add(path[metrics.Length..]);
            }
        }

        return found;
    }

    private static IReadOnlyList<string> Cells(RunTable table, string column) =>
        column == "coreExitTicks" ? [.. table.Texts(column).Select(TickList.Normal)] : table.Texts(column);

    private static OutputComparison Compare(string output, RunTable first, RunTable second, (int A, int B)[] pairs, HashSet<int> differing)
    {
        var (left, right) = (first.Numbers(output), second.Numbers(output));
        int[] found =
        [
            .. from pair in pairs
               let bits = BitConverter.DoubleToInt64Bits(left[pair.A]) != BitConverter.DoubleToInt64Bits(right[pair.B])
               where bits && !(double.IsNaN(left[pair.A]) && double.IsNaN(right[pair.B]))
               select pair.A,
        ];
        differing.UnionWith(found);
        return new(output, found.Length, MeanOf(left), MeanOf(right));
    }

    private static double? MeanOf(IReadOnlyList<double> values) =>
        values.Where(v => !double.IsNaN(v)).Select(v => (double?)v).DefaultIfEmpty().Average();

    private static IEnumerable<SettingDifference> SettingsOf(string first, string second)
    {
        var (a, b) = (LeavesOf(first), LeavesOf(second));
        return from path in a.Keys.Union(b.Keys).Order(StringComparer.Ordinal)
               let left = a.GetValueOrDefault(path)
               let right = b.GetValueOrDefault(path)
               where left != right
               select new SettingDifference(path, left, right);
    }

    private static Dictionary<string, string> LeavesOf(string folder)
    {
        var file = Path.Combine(folder, ResolvedFile);
        var leaves = new Dictionary<string, string>();
        try
        {
            Collect("", JsonNode.Parse(File.ReadAllText(file)), leaves);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{file} cannot be read: {error.Message}; the run command writes it again", error);
        }

        var manifest = RunTable.ManifestOf(folder);
        leaves["(model revision)"] = Invariant($"{manifest.ModelRevision}");
        leaves["(program)"] = manifest.ToolVersion;
        return leaves;
    }

    private static void Collect(string path, JsonNode? node, Dictionary<string, string> leaves)
    {
        switch (node)
        {
            case JsonObject fields when fields.Count > 0:
                foreach (var (key, value) in fields)
                {
                    Collect(path.Length == 0 ? key : $"{path}.{key}", value, leaves);
                }

                break;
            case JsonArray items when items.Count > 0:
                for (var k = 0; k < items.Count; k++)
                {
                    Collect(Invariant($"{path}[{k}]"), items[k], leaves);
                }

                break;
            default:
                leaves[path] = node?.ToJsonString() ?? "null";
                break;
        }
    }
}
