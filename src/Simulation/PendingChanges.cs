using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation;

/// <summary>The changes of a run that have not been made yet, and since when their conditions have held. Kept from run to run.</summary>
internal sealed class PendingChanges
{
    // What a change makes of a scenario; a sweep makes the same changes in run after run.
    private readonly List<(Scenario Before, int Change, Scenario After)> _known = [];

    private Scenario? _scenario;
    private bool[] _made = [];
    private int[] _heldTicks = [];
    private int _left;

    /// <summary>Starts with a run.</summary>
    public void Start(Scenario scenario)
    {
        var count = scenario.Changes.Count;
        if (!ReferenceEquals(scenario, _scenario))
        {
            _known.Clear();
            (_scenario, _made, _heldTicks) = (scenario, new bool[count], new int[count]);
        }

        Array.Clear(_made);
        Array.Clear(_heldTicks);
        _left = count;
    }

    /// <summary>Looks at the conditions after a tick.</summary>
    public void Observe(in TickView view)
    {
        for (var k = 0; _left > 0 && k < _heldTicks.Length; k++)
        {
            if (!_made[k] && _scenario!.Changes[k].When is { } condition)
            {
                _heldTicks[k] = condition.Holds(view) ? _heldTicks[k] + 1 : 0;
            }
        }
    }

    /// <summary>Takes the next change that is due in a tick; −1 when none is.</summary>
    public int TakeDue(int tick)
    {
        for (var k = 0; _left > 0 && k < _made.Length; k++)
        {
            var change = _scenario!.Changes[k];
            if (!_made[k] && (change.When is null ? change.Tick <= tick : _heldTicks[k] >= change.ForTicks))
            {
                (_made[k], _left) = (true, _left - 1);
                return k;
            }
        }

        return -1;
    }

    /// <summary>The scenario after a change, if it has been made before.</summary>
    public Scenario? Known(Scenario before, int change)
    {
        foreach (var known in _known)
        {
            if (known.Change == change && ReferenceEquals(known.Before, before))
            {
                return known.After;
            }
        }

        return null;
    }

    /// <summary>Remembers the scenario after a change.</summary>
    public void Remember(Scenario before, int change, Scenario after) => _known.Add((before, change, after));
}
