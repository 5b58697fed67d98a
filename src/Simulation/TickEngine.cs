using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation;

/// <summary>Runs scenarios. One engine a thread: it keeps its arrays from run to run.</summary>
public sealed class TickEngine
{
    private readonly RunState _run = new();
    private readonly ScenarioCheck _check = new();
    private Scenario? _checked;

    /// <summary>Runs a scenario to its end.</summary>
    /// <param name="scenario">The parameters.</param>
    /// <param name="seed">Where all randomness comes from.</param>
    /// <param name="observer">Sees the state at founding and after every tick; changes no bit of the run.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range: the message names each, with what is allowed.</exception>
    public ProgramOutcome Run(Scenario scenario, RunSeed seed, ITickObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Check(scenario);
        var observation = new Observation(observer);
        var schedule = TickSchedule.Of(scenario, observation);
        _run.Reset(scenario, seed);
        ProgramFounding.Found(_run);
        observation.Observe(_run);
        while (_run.Program.IsAlive)
        {
            _run.Tick++;
            foreach (var process in schedule)
            {
                process.Step(_run);
            }
        }

        return Outcome();
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

        if (problems.Count > 0)
        {
            throw new ArgumentException("The scenario is out of range: " + string.Join("; ", problems), nameof(scenario));
        }

        _checked = scenario;
    }

    private ProgramOutcome Outcome()
    {
        var (organization, core, tally) = (_run.Organization, _run.Core, _run.Tally);
        return new ProgramOutcome
        {
            EndTick = _run.Tick,
            EndCause = _run.Program.Ended!.Value,
            FoundingExit = core.ExitTicks.Count > 0 ? new(core.ExitTicks[0], true) : new(_run.Tick, false),
            CoreExitTicks = [.. core.ExitTicks],
            FoundingCoreSize = core.FoundingSize,
            NeedEnd = _run.Need.End,
            Vitality = _run.Program.Vitality,
            VacantAuthority = organization.VacantAuthority,
            VacancyTicks = _run.VacancyTicks,
            MeanEffectiveHolders = _run.SumEffectiveHolders / _run.Tick,
            Ledger = LeadershipLedger.Of(_run),
            UnmetDecisions = UnmetDecisions(),
            DecisionsResolved = tally.TotalResolved,
            DecisionsSucceeded = tally.TotalSucceeded,
            DecisionsFailed = tally.TotalFailed,
            Departures = _run.Departures,
            ShockDepartures = _run.ShockDepartures,
            IdleShocks = _run.IdleShocks,
            CodeKnowledge = Knowledge.OfCode(_run),
            CodeScore = Knowledge.ScoreOfCode(_run),
            MeanKnowledge = Knowledge.MeanOfAgents(_run),
            StateDigest = StateDigest.Of(_run),
        };
    }

    // What arises, on average, from the failure of the program to the end of the need or of the horizon.
    private double UnmetDecisions() => _run.Program.Ended == EndCause.Failure
        ? _run.Need.SumOfLevels(_run.Tick + 1, _run.Need.End.Tick) * _run.Scenario.Demand.DecisionsPerSeat * _run.Organization.Seats
        : 0;
}
