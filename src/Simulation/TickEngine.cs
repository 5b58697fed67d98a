using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation;

/// <summary>
/// Runs scenarios: whole runs by <see cref="Run"/>, or tick by tick by <see cref="Start"/>, <see cref="Step"/> and <see cref="Finish"/>. One engine a
/// thread, one run at a time: it keeps its arrays from run to run.
/// </summary>
public sealed class TickEngine
{
    private readonly RunState _run = new();
    private readonly ScenarioCheck _check = new();
    private readonly PendingChanges _changes = new();
    private Scenario? _checked;
    private Scenario _scenario = new();
    private Observation _observation = new(null);
    private ITickProcess[] _schedule = [];

    /// <summary>Whether the program of the present run lives and another tick can follow.</summary>
    public bool IsAlive => _schedule.Length > 0 && _run.Program.IsAlive;

    /// <summary>The state of the present run after its last tick.</summary>
    public TickView View => new(_run);

    /// <summary>Runs a scenario to its end.</summary>
    /// <param name="scenario">The parameters.</param>
    /// <param name="seed">Where all randomness comes from.</param>
    /// <param name="observer">Sees the state at founding and after every tick; changes no bit of the run.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range, or cannot change in the course of a run: the message names each.</exception>
    public ProgramOutcome Run(Scenario scenario, RunSeed seed, ITickObserver? observer = null)
    {
        Start(scenario, seed, observer);
        while (IsAlive)
        {
            Step();
        }

        return Finish();
    }

    /// <summary>Founds a program; the run before, if any, is given up.</summary>
    /// <param name="scenario">The parameters.</param>
    /// <param name="seed">Where all randomness comes from.</param>
    /// <param name="observer">Sees the state at founding and after every tick; changes no bit of the run.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range: the message names each, with what is allowed.</exception>
    public void Start(Scenario scenario, RunSeed seed, ITickObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Check(scenario);
        _observation = new(observer, scenario.Stop);
        _scenario = scenario;
        _changes.Start(scenario);
        _schedule = TickSchedule.Found(_run, scenario, seed, _observation);
        _run.Interactions.Watch(observer?.ReadsHandOvers == true);
        _observation.Show(_run);
    }

    /// <summary>Simulates the next tick.</summary>
    /// <exception cref="InvalidOperationException">There is no run, or its program has ended.</exception>
    public void Step()
    {
        if (!IsAlive)
        {
            throw new InvalidOperationException(
                _schedule.Length == 0 ? "No run has been started: call Start first." : $"The program ended at tick {_run.Tick}: no tick can follow.");
        }

        _run.Interactions.BeginTick();

        // The tick that begins is that of its changes.
        for (var k = _changes.TakeDue(_run.Tick + 1); k >= 0; k = _changes.TakeDue(_run.Tick + 1))
        {
            Make(k);
        }

        _run.Tick++;
        foreach (var process in _schedule)
        {
            process.Step(_run);
        }

        _changes.Observe(View);
    }

    /// <summary>From the next tick on the present run follows another scenario; what differs has to be live. Where nothing differs, no bit changes.</summary>
    /// <param name="after">The scenario from now on.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range, or cannot change in the course of a run: the message says why.</exception>
    public void Change(Scenario after)
    {
        ArgumentNullException.ThrowIfNull(after);
        RequireLive(after);
        Follow(after);
    }

    /// <summary>The outcome of the present run, whose program has ended.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public ProgramOutcome Finish() => _schedule.Length > 0 && !IsAlive
        ? Outcome()
        : throw new InvalidOperationException("The program has not ended: there is no outcome yet.");

    private void Make(int change)
    {
        var (before, after) = (_scenario, _changes.Known(_scenario, change));
        if (after is null)
        {
            after = before.Changes[change].Edit.Of(before);
            RequireLive(after);
            _changes.Remember(before, change, after);
        }

        Follow(after);
        _run.ChangesMade.Add(change);
    }

    private void RequireLive(Scenario after)
    {
        Check(after);
        var problems = ScenarioChange.Problems(_scenario, after);
        if (problems.Count > 0)
        {
            throw new ArgumentException("The scenario cannot follow: " + string.Join("; ", problems), nameof(after));
        }
    }

    private void Follow(Scenario after)
    {
        _schedule = TickSchedule.Change(_run, _schedule, _scenario, after, _observation);
        _scenario = after;
    }

    private void Check(Scenario scenario)
    {
        // A sweep runs the same scenario many times over.
        if (ReferenceEquals(scenario, _checked))
        {
            return;
        }

        List<string> problems = _check.Passes(scenario) ? [] : [.. ParameterCatalog.Problems(scenario)];
        if (scenario.Network.Data is { } data && (data.Seats, data.Sites) != (scenario.Organization.Seats, scenario.Organization.Sites))
        {
            problems.Add($"the network has {data.Seats} seats at {data.Sites} sites: organization.seats and organization.sites have to say so");
        }
        else if (scenario.Network is FileNetwork { Data: null })
        {
            problems.Add("the network's files have not been read");
        }

        problems.AddRange(scenario.Changes.Where(c => (c.Tick > 0) == (c.When is not null)).Select(_ => "a change has a tick of 1 or later, or a condition, and not both"));
        if (problems.Count > 0)
        {
            throw new ArgumentException("The scenario is out of range: " + string.Join("; ", problems), nameof(scenario));
        }

        _checked = scenario;
    }

    private ProgramOutcome Outcome()
    {
        var (organization, core, tally, ledger) = (_run.Organization, _run.Core, _run.Tally, _run.Ledger);
        var founders = ledger.Founders;
        return new ProgramOutcome
        {
            EndTick = _run.Tick,
            EndCause = _run.Program.Ended!.Value,
            StopCause = _run.Program.StopCause,
            FoundingExit = core.ExitTicks.Count > 0 ? new(core.ExitTicks[0], true) : new(_run.Tick, false),
            DirectorExit = At(founders.DirectorExitTick, 1),
            FounderMajorityExit = At(founders.MajorityExitTick, 1),
            LastFounderExit = At(founders.LastExitTick, 1),
            FoundersBelowHalfOfAuthority = At(founders.AuthorityHalfTick, 0),
            FoundersBelowHalfOfPower = At(founders.PowerHalfTick, 0),
            CoreExitTicks = [.. core.ExitTicks],
            FoundingCoreSize = core.FoundingSize,
            NeedEnd = _run.Need.End,
            Vitality = _run.Program.Vitality,
            VacantAuthority = organization.VacantAuthority,
            VacancyTicks = ledger.VacancyTicks,
            MeanEffectiveHolders = ledger.SumEffectiveHolders / _run.Tick,
            Ledger = LeadershipLedger.Of(_run),
            UnmetDecisions = UnmetDecisions(),
            DecisionsResolved = tally.TotalResolved,
            DecisionsSucceeded = tally.TotalSucceeded,
            DecisionsFailed = tally.TotalFailed,
            Departures = organization.Departures,
            ShockDepartures = ledger.ShockDepartures,
            IdleShocks = ledger.IdleShocks,
            CodeKnowledge = Knowledge.OfCode(_run),
            CodeScore = Knowledge.ScoreOfCode(_run),
            MeanKnowledge = Knowledge.MeanOfAgents(_run),
            StateDigest = StateDigest.Of(_run),
        };
    }

    // Seen, when the tick is not before the first possible one; else censored.
    private EventTime At(int tick, int first) => tick >= first ? new(tick, true) : new(_run.Tick, false);

    // What arises, on average, from the failure or stop of the program to the end of the need or of the horizon.
    private double UnmetDecisions() => _run.Program.Ended is EndCause.Failure or EndCause.Stopped
        ? _run.Need.SumOfLevels(_run.Tick + 1, _run.Need.End.Tick) * _scenario.Demand.DecisionsPerSeat * _run.Organization.Seats
        : 0;
}
