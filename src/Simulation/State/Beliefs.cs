using System.Runtime.CompilerServices;

namespace LeadershipSim.Simulation.State;

/// <summary>Beliefs in {−1, 0, +1} as two bit masks per agent: believed positive, believed negative.</summary>
internal static class Beliefs
{
    /// <summary>Moves the beliefs on some dimensions one step towards a target: −1 → 0 → +1, or back.</summary>
    /// <param name="organization">Holds the beliefs.</param>
    /// <param name="seat">Whose beliefs move.</param>
    /// <param name="dimensions">Where they move.</param>
    /// <param name="targetPositive">Dimensions on which the target is +1.</param>
    /// <param name="targetNegative">Dimensions on which it is −1; where it is neither, it is 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StepTowards(Organization organization, int seat, ulong dimensions, ulong targetPositive, ulong targetNegative)
    {
        var (positive, negative) = (organization.Positive[seat], organization.Negative[seat]);
        var up = dimensions & ((targetPositive & ~positive) | (~targetNegative & ~targetPositive & negative));
        var down = dimensions & ((targetNegative & ~negative) | (~targetNegative & ~targetPositive & positive));
        organization.Positive[seat] = (positive & ~down) | (up & ~negative);
        organization.Negative[seat] = (negative & ~up) | (down & ~positive);
    }
}
