namespace LeadershipSim.Simulation;

/// <summary>The changes of a run that have not been made yet.</summary>
internal sealed class PendingChanges
{
    private readonly IReadOnlyList<ScenarioChange> _changes;
    private readonly bool[] _made;
    private readonly int[] _lowTicks;
    private int _seenTick = -1;

    public PendingChanges(IReadOnlyList<ScenarioChange> changes)
    {
        (_changes, _made, _lowTicks) = (changes, new bool[changes.Count], new int[changes.Count]);
        var problems = changes.SelectMany(Parameters.ParameterCatalog.Problems).ToList();
        problems.AddRange(changes.Where(c => c is { Tick: 0, VitalityBelow: 0 }).Select(_ => "a change has neither a tick nor a vitality below which it is due"));
        if (problems.Count > 0)
        {
            throw new ArgumentException("A change is out of range: " + string.Join("; ", problems), nameof(changes));
        }
    }

    /// <summary>The next scenario that is due before the tick that follows; null when none is.</summary>
    public Scenario? NextDue(int tick, double vitality)
    {
        if (tick != _seenTick)
        {
            _seenTick = tick;
            for (var k = 0; k < _lowTicks.Length; k++)
            {
                _lowTicks[k] = tick > 0 && vitality < _changes[k].VitalityBelow ? _lowTicks[k] + 1 : 0;
            }
        }

        for (var k = 0; k < _made.Length; k++)
        {
            var isDue = _changes[k].Tick > 0 ? _changes[k].Tick <= tick + 1 : _lowTicks[k] >= _changes[k].ForTicks;
            if (isDue && !_made[k])
            {
                _made[k] = true;
                return _changes[k].After;
            }
        }

        return null;
    }
}
