using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>Where factors apply that depend on others: a factor whose condition fails, or depends on one that does not apply, has no level.</summary>
internal sealed class Applicability
{
    private readonly IReadOnlyList<Factor> _factors;

    // Conditions on factors that are not among these are for others to judge.
    private readonly (int Place, FactorCondition Condition)[][] _conditions;

    /// <summary>The conditions among some factors.</summary>
    public Applicability(IReadOnlyList<Factor> factors)
    {
        _factors = factors;
        var places = factors.Index().ToDictionary(f => f.Item.Path, f => f.Index);
        _conditions = [.. factors.Select(f => f.When.Where(c => places.ContainsKey(c.Path)).Select(c => (places[c.Path], c)).ToArray())];
    }

    /// <summary>Whether any factor depends on another of these.</summary>
    public bool IsNeeded => _conditions.Any(c => c.Length > 0);

    /// <summary>Places of the factors, each after those it depends on, otherwise in their own order.</summary>
    public IReadOnlyList<int> Order
    {
        get
        {
            var order = new List<int>();
            while (order.Count < _factors.Count)
            {
                order.Add(Enumerable.Range(0, _factors.Count).First(k => !order.Contains(k) && _conditions[k].All(c => order.Contains(c.Place))));
            }

            return order;
        }
    }

    /// <summary>Places of a chain of factors that depend on each other in a circle; empty without such a circle.</summary>
    public IReadOnlyList<int> Circle
    {
        get
        {
            var free = new HashSet<int>();
            var all = Enumerable.Range(0, _factors.Count);
            while (all.FirstOrDefault(k => !free.Contains(k) && _conditions[k].All(c => free.Contains(c.Place)), -1) is var next and >= 0)
            {
                free.Add(next);
            }

            return [.. all.Except(free)];
        }
    }

    /// <summary>Whether a factor depends on another, or another on it.</summary>
    public bool IsInvolved(int k) => _conditions[k].Length > 0 || _conditions.Any(c => c.Any(x => x.Place == k));

    /// <summary>Whether all conditions of a factor are on these factors; otherwise others decide as well.</summary>
    public bool IsFree(int k) => _conditions[k].Length == _factors[k].When.Count;

    /// <summary>Whether a factor applies at a point that has the levels of those it depends on.</summary>
    public bool Applies(int k, IReadOnlyList<FactorLevel?> point) => _conditions[k].All(c => c.Condition.Holds(point[c.Place]?.Value));

    /// <summary>Takes the levels of factors that do not apply out of a point.</summary>
    public void Clear(FactorLevel?[] point)
    {
        foreach (var k in Order)
        {
            point[k] = Applies(k, point) ? point[k] : null;
        }
    }
}
