using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads observed lives from a researcher's table.</summary>
internal sealed class LivesReader(ProblemLog log)
{
    /// <summary>The lives; null after logging why there are none.</summary>
    /// <param name="map">The statistic they are for.</param>
    /// <param name="data">The name of the table; relative names start at the folder of the file that says it.</param>
    /// <param name="key">Where the statistic stands.</param>
    /// <param name="ticks">How far the statistic looks.</param>
    public ObservedLives? Read(MapNode map, Node data, string key, double? ticks)
    {
        if (TextOf(map, "data", key) is not { } name || TextOf(map, "time", key) is not { } time || TextOf(map, "event", key) is not { } ended)
        {
            return null;
        }

        try
        {
            var path = Path.Combine(data.Place.Folder, name);
            var table = DataTable.Read(path);
            var lives = new ObservedLives(path, time, ended, [.. table.Numbers(time).Zip(table.Numbers(ended))]);
            Check(lives, table, ticks);
            return lives;
        }
        catch (DataException error)
        {
            log.Add(data.Place, $"{key}.data", error.Message);
            return null;
        }
    }

    private string? TextOf(MapNode map, string name, string key)
    {
        if (map[name] is ScalarNode { IsEmpty: false } text)
        {
            return text.Text;
        }

        log.Add((map[name] ?? map).Place, $"{key}.{name}", $"the key \"{name}\" is missing or no text; data need data: (a file, CSV or Parquet), time: (its column of ticks lived) and event: (its column of 0, still alive, and 1, ended)");
        return null;
    }

    private static void Check(ObservedLives lives, DataTable table, double? ticks)
    {
        for (var row = 0; row < lives.Rows.Count; row++)
        {
            var (time, ended) = lives.Rows[row];
            if (time < 0 || ended is not (0 or 1 or double.NaN))
            {
                throw new DataException(Invariant(
                    $"{table.PlaceOf(row)}: {lives.TimeColumn} is {time} and {lives.EventColumn} {ended}; allowed are times from 0 on, and 0 (still alive) or 1 (ended)"));
            }
        }

        if (!lives.Known.Any())
        {
            throw new DataException($"{lives.Path} has no row with both {lives.TimeColumn} and {lives.EventColumn}");
        }

        var last = lives.Known.Max(l => l.Time);
        if (ticks > last && lives.Known.Any(l => l.Time == last && !l.Ended))
        {
            throw new DataException(Invariant(
                $"{lives.Path} was observed to {last}, and the statistic looks to {ticks}; what happened after {last} is not known. Take a time up to {last}"));
        }
    }
}
