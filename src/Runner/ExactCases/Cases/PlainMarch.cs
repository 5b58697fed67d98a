using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>
/// March's (1991, doi:10.1287/orsc.2.1.71) model written plainly, with nothing of the engine but its random numbers: what a cell with the
/// user's values is compared with.
/// </summary>
internal sealed class PlainMarch(double p1, double p2, double p3, double p4, int ticks)
{
    private const int Seats = 50;
    private const int Dimensions = 30;

    private readonly int[] _reality = new int[Dimensions];
    private readonly int[] _code = new int[Dimensions];
    private readonly int[,] _beliefs = new int[Seats, Dimensions];

    /// <summary>Σ C_j R_j / m of one run after its last tick.</summary>
    public double Score(ulong key)
    {
        var random = new RandomStream(key);
        Array.Clear(_code);
        for (var j = 0; j < Dimensions; j++)
        {
            _reality[j] = random.NextBernoulli(0.5) ? 1 : -1;
        }

        for (var i = 0; i < Seats; i++)
        {
            Arrive(i, ref random);
        }

        for (var tick = 0; tick < ticks; tick++)
        {
            Tick(ref random);
        }

        return (double)ScoreOf(_code) / Dimensions;
    }

    private void Tick(ref RandomStream random)
    {
        for (var j = 0; j < Dimensions; j++)
        {
            _reality[j] = random.NextBernoulli(p4) ? -_reality[j] : _reality[j];
        }

        for (var i = 0; i < Seats; i++)
        {
            if (random.NextBernoulli(p3))
            {
                Arrive(i, ref random);
            }
        }

        var votes = Votes(ref random);
        Socialize(ref random);
        for (var j = 0; j < Dimensions; j++)
        {
            var moves = votes[j] != 0 && Math.Sign(votes[j]) != _code[j] && random.NextBernoulli(1 - Math.Pow(1 - p2, Math.Abs(votes[j])));
            _code[j] = moves ? Math.Sign(votes[j]) : _code[j];
        }
    }

    // The majority of those who act better than the code: by belief, or by a coin where beliefs are split.
    private int[] Votes(ref RandomStream random)
    {
        var (votes, action, score) = (new int[Dimensions], new int[Dimensions], ScoreOf(_code));
        for (var i = 0; i < Seats; i++)
        {
            for (var j = 0; j < Dimensions; j++)
            {
                action[j] = _beliefs[i, j] != 0 ? _beliefs[i, j] : random.NextBernoulli(0.5) ? 1 : -1;
            }

            for (var j = 0; j < Dimensions && ScoreOf(action) > score; j++)
            {
                votes[j] += action[j];
            }
        }

        return votes;
    }

    private void Socialize(ref RandomStream random)
    {
        for (var i = 0; i < Seats; i++)
        {
            for (var j = 0; j < Dimensions; j++)
            {
                var moves = _code[j] != 0 && _beliefs[i, j] != _code[j] && random.NextBernoulli(p1);
                _beliefs[i, j] += moves ? Math.Sign(_code[j] - _beliefs[i, j]) : 0;
            }
        }
    }

    private void Arrive(int seat, ref RandomStream random)
    {
        for (var j = 0; j < Dimensions; j++)
        {
            _beliefs[seat, j] = random.NextIndex(3) - 1;
        }
    }

    private int ScoreOf(int[] opinions)
    {
        var score = 0;
        for (var j = 0; j < Dimensions; j++)
        {
            score += opinions[j] * _reality[j];
        }

        return score;
    }
}
