using System.Globalization;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.Results;

/// <summary>Writes one row for each tick: the state of the program, what happened, and the authority of every seat.</summary>
/// <param name="output">Where the table goes, as comma-separated text.</param>
/// <param name="metrics">Metrics of every tick.</param>
internal sealed class TickTrace(TextWriter output, IReadOnlyList<SeriesMetric> metrics) : ITickObserver
{
    private int _departures;
    private int _coreExits;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick == 0)
        {
            WriteHeader(view.Organization.Names ?? [.. Enumerable.Range(1, view.Organization.Seats).Select(s => Invariant($"{s}"))]);
        }

        output.Write(Invariant($"{view.Tick},{(view.IsAlive ? 1 : 0)},"));
        foreach (var metric in metrics)
        {
            output.Write(Invariant($"{metric.Value(view)}") + ",");
        }

        output.Write(Events(view));
        foreach (var authority in view.Organization.Authority)
        {
            output.Write(',');
            output.Write(Invariant($"{authority}"));
        }

        output.Write('\n');
        (_departures, _coreExits) = (view.Departures, view.CoreExits);
    }

    // People by their names, as authority:Ana; seats without names by their numbers, as authority1.
    private void WriteHeader(IReadOnlyList<string> seats) => output.Write(
        $"tick,alive,{string.Join(',', metrics.Select(m => m.Name))},events,"
        + string.Join(',',
            seats.Select(s => Csv.Quote((int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "authority" : "authority:") + s))) + "\n");

    // Events of one tick are joined by a blank: no value of the table needs quotes.
    private string Events(in TickView view)
    {
        var events = new List<string>();
        if (view.Departures > _departures)
        {
            events.Add(Invariant($"departures:{view.Departures - _departures}"));
        }

        if (view.CoreExits > _coreExits)
        {
            events.Add(Invariant($"coreExit:{view.CoreExits}"));
        }

        if (view.EndCause is { } cause)
        {
            events.Add($"end:{char.ToLowerInvariant(cause.ToString()[0])}{cause.ToString()[1..]}");
        }

        return string.Join(' ', events);
    }
}
