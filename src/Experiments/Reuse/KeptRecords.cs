using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Reuse;

/// <summary>What a results folder has of its runs beside their outputs, and whether that is what another experiment asks for.</summary>
internal sealed class KeptRecords
{
    private readonly RunOutputs _wanted;
    private readonly bool _hasEvents;
    private readonly bool _hasSeries;
    private readonly int? _replicates;

    private KeptRecords(RunOutputs wanted, bool hasEvents, bool hasSeries, int? replicates) =>
        (_wanted, _hasEvents, _hasSeries, _replicates) = (wanted, hasEvents, hasSeries, replicates);

    /// <summary>What to read of the folder.</summary>
    public RunOutputs ToRead => new() { Events = _wanted.Events && _hasEvents, Series = _hasSeries ? _wanted.Series : null };

    /// <summary>Compares what was kept with what is wanted.</summary>
    /// <param name="kept">The outputs of the experiment that was run, as its resolved file has them; null: nothing was kept.</param>
    /// <param name="wanted">What is wanted.</param>
    public static KeptRecords Of(JsonNode? kept, RunOutputs wanted)
    {
        var series = kept?["series"];
        var metrics = (series?["metrics"] as JsonArray ?? []).Select(m => (string?)m).ToHashSet();

        // Every tick that is wanted was kept when the wanted step is a multiple of the kept one.
        var hasSeries = series is not null && wanted.Series is { } request
            && request.EveryTicks % ((int?)series["every"] ?? int.MaxValue) == 0 && request.Metrics.All(m => metrics.Contains(m.Name));
        return new(wanted, (bool?)kept?["events"] ?? false, hasSeries, (int?)series?["replicates"]);
    }

    /// <summary>Whether all that is wanted of a run was kept.</summary>
    /// <param name="wanted">Its replicate in the experiment that wants it.</param>
    /// <param name="kept">Its replicate in the folder.</param>
    public bool Has(int wanted, int kept) =>
        (!_wanted.Events || _hasEvents) && (!WantsSeries(wanted) || (_hasSeries && (_replicates is null || kept < _replicates)));

    /// <summary>A run with what is wanted of it and no more.</summary>
    public RunRow Trimmed(RunRow row, int wanted)
    {
        if (_wanted.Series is not { } request || !WantsSeries(wanted))
        {
            return row with { Record = row.Record with { Ticks = [], Series = [] } };
        }

        var width = request.Metrics.Count;
        int[] rows = [.. Enumerable.Range(0, row.Record.Ticks.Count).Where(k => row.Record.Ticks[k] % request.EveryTicks == 0)];
        return row with
        {
            Record = row.Record with
            {
                Ticks = [.. rows.Select(k => row.Record.Ticks[k])],
                Series = [.. rows.SelectMany(k => Enumerable.Range(k * width, width)).Select(at => row.Record.Series[at])],
            },
        };
    }

    private bool WantsSeries(int replicate) => _wanted.Series is { } request && (request.Replicates is not { } most || replicate < most);
}
