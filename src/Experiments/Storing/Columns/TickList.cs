
namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>Ticks in one cell: a JSON array, [36,77], in CSV and in Parquet.</summary>
internal static class TickList
{
    /// <summary>The cell for some ticks.</summary>
    public static string Of(IEnumerable<int> ticks) => Invariant($"[{string.Join(',', ticks)}]");

    /// <summary>A cell as it is written today: version 0.1 separated ticks by blanks.</summary>
    public static string Normal(string cell) => cell.StartsWith('[') ? cell : $"[{string.Join(',', cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))}]";
}
