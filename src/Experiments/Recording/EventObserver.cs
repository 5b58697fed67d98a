using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Recording;

/// <summary>
/// Finds what happened in a tick by what differs from the tick before. Authority that falls vacant and is passed on within one tick
/// is seen by the authority that its holder had.
/// </summary>
public sealed class EventObserver : ITickObserver
{
    private readonly List<RunEvent> _found = [];
    private IReadOnlyList<Shock> _shocks = [];
    private IReadOnlyList<ScenarioChange> _changes = [];
    private int[] _generation = [];
    private int[] _vacantSince = [];
    private double[] _vacant = [];
    private double[] _authority = [];
    private int _coreExits;
    private int _changesMade;
    private long _leader;

    /// <summary>What happened so far, in order.</summary>
    public IReadOnlyList<RunEvent> Found => _found;

    /// <summary>Starts with a run.</summary>
    public void Reset(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (_shocks, _changes) = (scenario.Shocks, scenario.Changes);
        _found.Clear();
        (_coreExits, _changesMade, _leader) = (0, 0, 0);
    }

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        var organization = view.Organization;
        if (view.Tick > 0)
        {
            FindChanges(view);
            FindShocks(view.Tick);
            FindDepartures(view.Tick, organization);
            FindCoreExits(view);
            FindSuccessions(view.Tick, organization);
        }

        FindLeader(view.Tick, organization);
        if (view.EndCause is { } cause)
        {
            _found.Add(new(view.Tick, RunEventKind.End, -1, -1, double.NaN, view.StopCause ?? Spelled.Of(cause)));
        }

        Keep(organization);
    }

    private void Keep(OrganizationView organization)
    {
        if (_generation.Length != organization.Seats)
        {
            (_generation, _vacantSince) = (new int[organization.Seats], new int[organization.Seats]);
            (_vacant, _authority) = (new double[organization.Seats], new double[organization.Seats]);
        }

        organization.Generation.CopyTo(_generation);
        organization.VacantSince.CopyTo(_vacantSince);
        organization.Vacant.CopyTo(_vacant);
        organization.Authority.CopyTo(_authority);
    }

    private void FindChanges(in TickView view)
    {
        for (; _changesMade < view.ChangesMade.Length; _changesMade++)
        {
            var change = view.ChangesMade[_changesMade];
            _found.Add(new(view.Tick, RunEventKind.Change, -1, -1, change, _changes[change].Edit.Summary));
        }
    }

    private void FindShocks(int tick)
    {
        for (var k = 0; k < _shocks.Count; k++)
        {
            if (_shocks[k] is { } shock && shock.Tick == tick)
            {
                _found.Add(new(tick, RunEventKind.Shock, shock.Remove == ShockTarget.Seat ? shock.Seat : -1, -1, double.NaN, Spelled.Of(shock.Remove)));
            }
        }
    }

    private void FindDepartures(int tick, OrganizationView organization)
    {
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.Generation[seat] != _generation[seat])
            {
                _found.Add(new(tick, RunEventKind.Departure, seat, _generation[seat], _authority[seat], ""));
            }
        }
    }

    private void FindCoreExits(in TickView view)
    {
        for (; _coreExits < view.CoreExits; _coreExits++)
        {
            _found.Add(new(view.Tick, RunEventKind.CoreExit, -1, -1, _coreExits + 1, ""));
        }
    }

    private void FindSuccessions(int tick, OrganizationView organization)
    {
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            // A vacancy that is there under a later tick is another one.
            var wasVacant = _vacant[seat] > 0;
            var hasLeft = organization.Generation[seat] != _generation[seat] && _authority[seat] > 0;
            var isPassedOn = organization.Vacant[seat] == 0 || (wasVacant && organization.VacantSince[seat] != _vacantSince[seat]);
            if ((wasVacant || hasLeft) && isPassedOn)
            {
                _found.Add(new(tick, RunEventKind.Succession, seat, -1, wasVacant ? tick - _vacantSince[seat] : 0, ""));
            }
        }
    }

    // As the output leaderChanges counts: whoever led stays the leader among equals, and a tick without any holder is a vacancy.
    private void FindLeader(int tick, OrganizationView organization)
    {
        var top = organization.LargestHolder();
        var present = organization.SeatOf(_leader);
        if (top < 0 || (present >= 0 && organization.Authority[present] == organization.Authority[top]))
        {
            return;
        }

        _leader = organization.AgentAt(top);
        if (tick > 0)
        {
            _found.Add(new(tick, RunEventKind.LeaderChange, top, organization.Generation[top], organization.Authority[top], ""));
        }
    }
}
