namespace LeadershipSim.Simulation;

/// <summary>Concentration of a quantity over occupied seats.</summary>
internal static class Concentration
{
    /// <summary>Gini coefficient Σ_ij |x_i − x_j| / (2 n² mean); 0 when there is nothing to share.</summary>
    public static double Gini(Organization organization, ReadOnlySpan<double> quantity)
    {
        var values = new double[organization.OccupiedSeats];
        var count = 0;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            if (organization.IsOccupied(seat))
            {
                values[count++] = quantity[seat];
            }
        }

        Array.Sort(values);
        var (sum, ranked) = (0.0, 0.0);
        for (var k = 0; k < count; k++)
        {
            sum += values[k];
            ranked += ((2.0 * (k + 1)) - count - 1) * values[k];
        }

        // Rounding may leave equal shares a trifle below 0.
        return sum > 0 ? Math.Max(0, ranked / (count * sum)) : 0;
    }
}
