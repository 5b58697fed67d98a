using System.Numerics;

namespace LeadershipSim.Simulation.State;

/// <summary>How much of reality the code and the agents know.</summary>
internal static class Knowledge
{
    /// <summary>Share of dimensions on which the code equals reality; 0 counts as not known.</summary>
    public static double OfCode(RunState run) => (double)Matches(run, run.CodePositive, run.CodeNegative) / Dimensions(run);

    /// <summary>Σ_j C_j R_j / m.</summary>
    public static double ScoreOfCode(RunState run)
    {
        var believed = BitOperations.PopCount(run.CodePositive | run.CodeNegative);
        return (double)((2 * Matches(run, run.CodePositive, run.CodeNegative)) - believed) / Dimensions(run);
    }

    /// <summary>Share of dimensions on which beliefs equal reality, mean over agents; 0 without agents.</summary>
    public static double MeanOfAgents(RunState run)
    {
        var organization = run.Organization;
        var matches = 0L;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            matches += Matches(run, organization.Positive[seat], organization.Negative[seat]);
        }

        return organization.OccupiedSeats == 0 ? 0 : (double)matches / ((long)organization.OccupiedSeats * Dimensions(run));
    }

    /// <summary>Share of dimensions on which the beliefs of a seat's agent equal reality; 0 on empty seats.</summary>
    public static double OfAgent(RunState run, int seat) =>
        (double)Matches(run, run.Organization.Positive[seat], run.Organization.Negative[seat]) / Dimensions(run);

    private static int Matches(RunState run, ulong positive, ulong negative) =>
        BitOperations.PopCount((positive & run.Reality) | (negative & ~run.Reality));

    private static int Dimensions(RunState run) => BitOperations.PopCount(run.Organization.Dimensions);
}
