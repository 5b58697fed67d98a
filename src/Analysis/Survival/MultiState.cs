
namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The Aalen–Johansen estimate of the probabilities to be in each of several states, p(t) = p(0) Π (I + dA), where row j of dA holds
/// the moves out of state j over the number observed there. Standard errors are the infinitesimal jackknife's: they hold even where
/// moves depend on how a state was reached.
/// </summary>
/// <remarks>
/// Aalen and Johansen (1978), https://www.jstor.org/stable/4615704; that the estimate needs no Markov assumption: Datta and Satten
/// (2001), https://doi.org/10.1016/S0167-7152(01)00155-9. Assumes that the end of observation says nothing about later moves.
/// </remarks>
public static class MultiState
{
    /// <summary>One curve per group, in the natural order of their names.</summary>
    /// <param name="states">Names of the states, all different; at least two.</param>
    /// <param name="histories">One history per subject.</param>
    /// <exception cref="ArgumentException">A history cannot be used; the message says which and why.</exception>
    public static IReadOnlyList<OccupationCurve> Estimate(IReadOnlyList<string> states, IReadOnlyCollection<StateHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(histories);
        if (states.Count < 2 || states.Distinct().Count() < states.Count)
        {
            throw new ArgumentException($"The states are {string.Join(", ", states)}: name at least two, all different.", nameof(states));
        }

        foreach (var (history, i) in histories.Select((h, i) => (h, i)))
        {
            if (Problem(states, history) is { } problem)
            {
                throw new ArgumentException(Invariant($"History {i + 1} {problem}"), nameof(histories));
            }
        }

        return [.. histories.GroupBy(h => h.Group).OrderBy(g => g.Key, GroupOrder.Natural).Select(g => Curve(g.Key, states, [.. g]))];
    }

    private static string? Problem(IReadOnlyList<string> states, StateHistory history)
    {
        if (history.Moves.Select(m => m.State).Prepend(history.InitialState).FirstOrDefault(s => !states.Contains(s)) is { } unknown)
        {
            return $"is in state '{unknown}': allowed are {string.Join(", ", states)}.";
        }

        var (time, state) = (0.0, history.InitialState);
        foreach (var move in history.Moves)
        {
            if (!(move.Time > time && double.IsFinite(move.Time)))
            {
                return Invariant($"moves at {move.Time} after {time}: times must rise from above 0. Give moves of one tick as a single move.");
            }

            if (move.State == state)
            {
                return Invariant($"moves at {move.Time} from '{state}' to itself: leave that move out.");
            }

            (time, state) = (move.Time, move.State);
        }

        return history.LastTime >= time && double.IsFinite(history.LastTime)
            ? null
            : Invariant($"was observed last at {history.LastTime}, its last move is at {time}: observation cannot end before it.");
    }

    private static OccupationCurve Curve(string group, IReadOnlyList<string> states, StateHistory[] histories)
    {
        var walk = new Walk(states, histories);
        var times = histories.SelectMany(h => h.Moves.Select(m => m.Time).Append(h.LastTime)).Where(t => t > 0).Distinct().Order();
        return new(group, histories.Length, states, [walk.Row(0), .. times.Select(walk.To)]);
    }

    /// <summary>The subjects on their way through the states.</summary>
    private sealed class Walk
    {
        private readonly StateHistory[] _histories;
        private readonly Dictionary<string, int> _index;
        private readonly int[] _state;
        private readonly int[] _moved;
        private readonly double[][] _influence;
        private readonly int[] _atRisk;
        private double[] _probability;

        public Walk(IReadOnlyList<string> states, StateHistory[] histories)
        {
            _histories = histories;
            _index = states.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
            _state = [.. histories.Select(h => _index[h.InitialState])];
            _moved = new int[histories.Length];
            _atRisk = new int[states.Count];
            CountAtRisk(0);
            _probability = [.. _atRisk.Select(n => (double)n / histories.Length)];
            _influence = [.. _state.Select(s => states.Select((_, k) => ((k == s ? 1 : 0) - _probability[k]) / histories.Length).ToArray())];
        }

        public OccupationRow Row(double time) => new(
            time, [.. _atRisk], [.. _probability], [.. _probability.Select((_, k) => Math.Sqrt(_influence.Sum(u => u[k] * u[k])))]);

        public OccupationRow To(double time)
        {
            CountAtRisk(time);
            var size = _atRisk.Length;
            var targets = _histories.Select((h, i) => _moved[i] < h.Moves.Count && h.Moves[_moved[i]].Time == time ? _index[h.Moves[_moved[i]].State] : -1)
                .ToArray();
            if (targets.Any(t => t >= 0))
            {
                var step = new double[size, size];
                for (var i = 0; i < targets.Length; i++)
                {
                    if (targets[i] >= 0)
                    {
                        step[_state[i], targets[i]] += 1.0 / _atRisk[_state[i]];
                    }
                }

                Advance(step, targets, time);
            }

            return Row(time);
        }

        private void Advance(double[,] step, int[] targets, double time)
        {
            for (var i = 0; i < targets.Length; i++)
            {
                var next = Moved(_influence[i], step);
                if (_histories[i].LastTime >= time)
                {
                    var from = _state[i];
                    var scale = _probability[from] / _atRisk[from];
                    for (var k = 0; k < next.Length; k++)
                    {
                        next[k] -= scale * step[from, k];
                        next[from] += scale * step[from, k];
                    }

                    if (targets[i] >= 0)
                    {
                        next[targets[i]] += scale;
                        next[from] -= scale;
                    }
                }

                _influence[i] = next;
            }

            _probability = Moved(_probability, step);
            for (var i = 0; i < targets.Length; i++)
            {
                (_state[i], _moved[i]) = targets[i] >= 0 ? (targets[i], _moved[i] + 1) : (_state[i], _moved[i]);
            }
        }

        private void CountAtRisk(double time)
        {
            Array.Clear(_atRisk);
            for (var i = 0; i < _state.Length; i++)
            {
                _atRisk[_state[i]] += _histories[i].LastTime >= time ? 1 : 0;
            }
        }

        // A row vector times (I + dA), where what moves out of a state is missing in it.
        private static double[] Moved(double[] vector, double[,] step)
        {
            var next = vector.ToArray();
            for (var j = 0; j < next.Length; j++)
            {
                for (var k = 0; k < next.Length; k++)
                {
                    next[k] += vector[j] * step[j, k];
                    next[j] -= vector[j] * step[j, k];
                }
            }

            return next;
        }
    }
}
