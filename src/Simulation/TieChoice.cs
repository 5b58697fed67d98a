using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation;

/// <summary>Draws a tied agent in proportion to trust × experience.</summary>
internal sealed class TieChoice
{
    private double[] _cumulative = [];

    public void Reset(int maxDegree)
    {
        if (_cumulative.Length < maxDegree)
        {
            _cumulative = new double[maxDegree];
        }
    }

    /// <summary>The chosen tied seat; −1 when nobody tied has any merit. Empty seats have no experience, hence no merit.</summary>
    public int DrawByMerit(TieNetwork ties, double[] experience, int seat, ref RandomStream random)
    {
        var tied = ties.Neighbours(seat);
        ref var deviation = ref MemoryMarshal.GetReference(ties.Deviations(seat));
        ref var neighbour = ref MemoryMarshal.GetReference(tied);
        ref var merit = ref MemoryMarshal.GetArrayDataReference(experience);
        ref var cumulative = ref MemoryMarshal.GetArrayDataReference(_cumulative);
        var (floor, scale, sum) = (ties.Floor, ties.Scale, 0.0);
        for (var k = 0; k < tied.Length; k++)
        {
            sum += (floor + (scale * Unsafe.Add(ref deviation, k))) * Unsafe.Add(ref merit, Unsafe.Add(ref neighbour, k));
            Unsafe.Add(ref cumulative, k) = sum;
        }

        if (sum <= 0)
        {
            return -1;
        }

        // Counting the entries up to the target needs no branch that could be mispredicted.
        var target = random.NextUniform() * sum;
        var chosen = 0;
        for (var k = 0; k < tied.Length; k++)
        {
            chosen += Unsafe.Add(ref cumulative, k) <= target ? 1 : 0;
        }

        return tied[AtMerit(chosen, tied.Length)];
    }

    // Where rounding met the end of the row: back to the last tie with merit.
    private int AtMerit(int chosen, int degree)
    {
        chosen = Math.Min(chosen, degree - 1);
        while (chosen > 0 && _cumulative[chosen] == _cumulative[chosen - 1])
        {
            chosen--;
        }

        return chosen;
    }
}
