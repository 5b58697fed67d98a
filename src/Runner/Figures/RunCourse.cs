using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.Figures;

/// <summary>What one run went through, tick by tick, for figures that show a single program. The run is done again: its seed gives the same bits.</summary>
internal sealed class RunCourse : ITickObserver
{
    private readonly HashSet<int> _chosen;
    private readonly List<(long Agent, double Authority)[]> _held = [];
    private readonly Dictionary<int, NetworkSnapshot> _snapshots = [];
    private readonly List<(int Tick, double Authority)> _departures = [];
    private readonly List<int> _coreExits = [];
    private readonly List<double> _vitality = [];
    private readonly List<double> _vacant = [];
    private long[] _agents = [];
    private double[] _authority = [];

    private RunCourse(IEnumerable<int> chosen) => _chosen = [.. chosen];

    /// <summary>Holders of authority and what they hold, by tick from 0.</summary>
    public IReadOnlyList<IReadOnlyList<(long Agent, double Authority)>> Held => _held;

    /// <summary>Vacant authority by tick.</summary>
    public IReadOnlyList<double> Vacant => _vacant;

    /// <summary>Vitality by tick.</summary>
    public IReadOnlyList<double> Vitality => _vitality;

    /// <summary>Departures of those who held authority: when, and how much.</summary>
    public IReadOnlyList<(int Tick, double Authority)> Departures => _departures;

    /// <summary>Ticks at which the last of a leadership generation left.</summary>
    public IReadOnlyList<int> CoreExits => _coreExits;

    /// <summary>Ticks of shocks.</summary>
    public required IReadOnlyList<int> Shocks { get; init; }

    /// <summary>Names of the seats; empty: they have numbers.</summary>
    public required IReadOnlyList<string> SeatNames { get; init; }

    /// <summary>The organization at chosen ticks, and at the last tick.</summary>
    public IReadOnlyDictionary<int, NetworkSnapshot> Snapshots => _snapshots;

    /// <summary>Why the run stopped.</summary>
    public EndCause? End { get; private set; }

    /// <summary>Last tick.</summary>
    public int LastTick => _held.Count - 1;

    /// <summary>Does a run again.</summary>
    /// <param name="scenario">Its scenario.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="chosen">Ticks at which the network is kept.</param>
    public static RunCourse Of(Scenario scenario, RunSeed seed, IEnumerable<int> chosen)
    {
        var course = new RunCourse(chosen) { Shocks = [.. scenario.Shocks.Select(s => s.Tick)], SeatNames = scenario.Network.Data?.Names ?? [] };
        new TickEngine().Run(scenario, seed, course);
        return course;
    }

    /// <summary>The metric of runs, by tick.</summary>
    public static IReadOnlyList<double> Metric(Scenario scenario, RunSeed seed, SeriesMetric metric)
    {
        var values = new MetricCourse(metric);
        new TickEngine().Run(scenario, seed, values);
        return values.Values;
    }

    /// <summary>The planned run of an example.</summary>
    public static PlannedRun PlannedOf(RunPlan plan, TellingRun telling)
    {
        // In most plans replicate r of point p is run r·points + p; where replicates were added in stages it is searched.
        var guess = ((long)telling.Run.Replicate * plan.Points.Count) + telling.Point.Index;
        if (guess < plan.Count && plan[guess] is var run && run.Point.Index == telling.Point.Index && run.Replicate == telling.Run.Replicate)
        {
            return run;
        }

        for (var k = 0L; k < plan.Count; k++)
        {
            if (plan[k] is var other && other.Point.Index == telling.Point.Index && other.Replicate == telling.Run.Replicate)
            {
                return other;
            }
        }

        throw new InvalidOperationException($"The plan has no replicate {telling.Run.Replicate} of design point {telling.Point.Index}.");
    }

    /// <summary>What an agent is called: its seat, and which of the seat's agents it is.</summary>
    public string NameOf(long agent)
    {
        var (seat, generation) = ((int)(uint)agent - 1, (int)(agent >> 32));
        var name = seat < SeatNames.Count ? SeatNames[seat] : Invariant($"seat {seat + 1}");
        return generation == 0 ? name : Invariant($"{name} ({generation + 1})");
    }

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        var organization = view.Organization;
        if (_agents.Length == 0)
        {
            (_agents, _authority) = (new long[organization.Seats], new double[organization.Seats]);
        }

        for (var seat = 0; seat < organization.Seats; seat++)
        {
            // A seat's agent changes at a departure, whether or not somebody follows in the same tick.
            if (view.Tick > 0 && _agents[seat] != organization.AgentAt(seat) && _authority[seat] > 0)
            {
                _departures.Add((view.Tick, _authority[seat]));
            }

            (_agents[seat], _authority[seat]) = (organization.AgentAt(seat), organization.Authority[seat]);
        }

        while (_coreExits.Count < view.CoreExits)
        {
            _coreExits.Add(view.Tick);
        }

        var authority = _authority;
        _held.Add([.. Enumerable.Range(0, authority.Length).Where(s => authority[s] > 0).Select(s => (_agents[s], authority[s]))]);
        _vacant.Add(organization.VacantAuthority);
        _vitality.Add(view.Vitality);
        End = view.EndCause;
        if (_chosen.Contains(view.Tick) || view.EndCause is not null)
        {
            _snapshots[view.Tick] = NetworkSnapshot.Of(view);
        }
    }

    private sealed class MetricCourse(SeriesMetric metric) : ITickObserver
    {
        public List<double> Values { get; } = [];

        public void Observe(in TickView view) => Values.Add(metric.Value(view));
    }
}
