using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>A column in which two rows of one run differ.</summary>
internal readonly record struct RowDifference(string Column, string First, string Second)
{
    /// <summary>The columns in which two rows differ by a bit, in the order of the table.</summary>
    public static IEnumerable<RowDifference> Between(RunRow first, RunRow second, IReadOnlyList<Output>? outputs = null)
    {
        for (var k = 0; k < Math.Min(first.Outputs.Length, second.Outputs.Length); k++)
        {
            var (a, b) = (first.Outputs[k], second.Outputs[k]);

            // A value that does not exist has no bits to compare, nor has a column that another version did not write.
            var isComparable = !first.Absent.Contains(k) && !second.Absent.Contains(k) && !(double.IsNaN(a) && double.IsNaN(b));
            if (isComparable && BitConverter.DoubleToInt64Bits(a) != BitConverter.DoubleToInt64Bits(b))
            {
                yield return new(NameOf(k, outputs ?? OutputCatalog.All), Spelled.Of(a), Spelled.Of(b));
            }
        }

        if (!first.Record.Events.SequenceEqual(second.Record.Events))
        {
            yield return new("events", Described(first.Record.Events.Count, "events"), Described(second.Record.Events.Count, "events"));
        }

        if (!first.Record.Ticks.SequenceEqual(second.Record.Ticks) || !first.Record.Series.SequenceEqual(second.Record.Series))
        {
            yield return new("series", Described(first.Record.Ticks.Count, "rows"), Described(second.Record.Ticks.Count, "rows"));
        }

        (string Column, string First, string Second)[] texts =
        [
            ("runId", first.RunId, second.RunId),
            ("endCause", first.EndCause, second.EndCause),
            ("coreExitTicks", first.CoreExitTicks, second.CoreExitTicks),
            ("stateDigest", first.StateDigest, second.StateDigest),
            ("error", first.Error ?? "", second.Error ?? ""),
        ];
        foreach (var (column, a, b) in texts.Where(t => t.First != t.Second))
        {
            yield return new(column, a, b);
        }
    }

    private static string NameOf(int output, IReadOnlyList<Output> outputs) =>
        output < outputs.Count ? outputs[output].Name : Invariant($"output {output + 1}");

    private static string Described(int count, string what) => Invariant($"{count} {what}");
}
