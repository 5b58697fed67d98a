using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Storing;

/// <summary>The tables of a shard that an experiment asks for beside the one of its runs.</summary>
internal sealed class RecordFiles
{
    public const string Events = "events.parquet";
    public const string Series = "series.parquet";

    private readonly EventColumns? _events;
    private readonly SeriesColumns? _series;

    /// <summary>The tables of a plan.</summary>
    public RecordFiles(RunPlan plan)
        : this(plan.Outputs,
            plan.Outputs.Events && plan.Points.Any(p => p.Scenario.Network.Data is not null) ? k => plan.Points[k].Scenario.Network.Data?.Names : null)
    {
    }

    private RecordFiles(RunOutputs outputs, Func<int, IReadOnlyList<string>?>? namesOf)
    {
        _events = outputs.Events ? new EventColumns(namesOf) : null;
        _series = outputs.Series is { } request ? new SeriesColumns(request) : null;
    }

    /// <summary>The tables that outputs ask for, to be read: what an organization's file calls its people is not read from them.</summary>
    public static RecordFiles ToRead(RunOutputs outputs) => new(outputs, null);

    /// <summary>Names of the files that outputs ask for.</summary>
    public static IEnumerable<string> NamesFor(RunOutputs outputs) => ToRead(outputs).All.Select(t => t.Name);

    /// <summary>The tables, by the names of their files.</summary>
    public IEnumerable<(string Name, IRowColumns Columns)> All
    {
        get
        {
            if (_events is not null)
            {
                yield return (Events, _events);
            }

            if (_series is not null)
            {
                yield return (Series, _series);
            }
        }
    }

    /// <summary>Runs with what the tables in a folder say of them.</summary>
    public RunRow[] AddTo(RunRow[] rows, string folder)
    {
        if (_events is not null)
        {
            var events = ParquetFile.ReadGroups(Path.Combine(folder, Events), (_, group) => EventColumns.ReadAsync(group));
            rows = Array.ConvertAll(rows, r => r with { Record = r.Record with { Events = [.. events.SelectMany(e => e[r.RunIndex])] } });
        }

        if (_series is not null)
        {
            var series = ParquetFile.ReadGroups(Path.Combine(folder, Series), (_, group) => _series.ReadAsync(group));
            rows = Array.ConvertAll(rows, r => WithSeries(r, [.. series.SelectMany(s => s[r.RunIndex])]));
        }

        return rows;
    }

    private static RunRow WithSeries(RunRow row, (int Tick, double[] Values)[] series) =>
        row with { Record = row.Record with { Ticks = [.. series.Select(s => s.Tick)], Series = [.. series.SelectMany(s => s.Values)] } };
}
