using LeadershipSim.Simulation.State;

namespace LeadershipSim.Studio.Worlds;

/// <summary>
/// The largest movements of authority in a tick, four numbers each: from which seat, to which, how much, and 1 where one handed it over to the
/// other or 0 where an allocation moved it. Whoever lost most by an allocation is then paired with whoever gained most, for somebody has to
/// stand at either end of an arrow.
/// </summary>
internal static class AuthorityMoves
{
    /// <summary>Numbers for each movement.</summary>
    public const int Width = 4;

    // More arrows at a time cannot be told apart.
    private const int Most = 12;

    // Of what an average seat holds, but not above 0.4 % of all: less is not worth an arrow.
    private const double LeastOfMean = 0.25;
    private const double Least = 0.004;

    /// <summary>The movements of a tick.</summary>
    /// <param name="view">The tick.</param>
    /// <param name="before">The frame before it.</param>
    /// <param name="after">The frame after it.</param>
    public static float[] Of(in TickView view, float[] before, float[] after)
    {
        var seats = view.Organization.Seats;
        var least = Math.Min(Least, LeastOfMean / seats);
        var unexplained = Changes(before, after, seats);
        var moves = new Dictionary<(int From, int To), double>();
        foreach (var (from, to, amount) in view.HandOvers)
        {
            moves[(from, to)] = moves.GetValueOrDefault((from, to)) + amount;
            unexplained[from] += amount;
            unexplained[to] -= amount;
        }

        var handedOver = moves.Select(m => (m.Key.From, m.Key.To, Amount: m.Value, IsNamed: true));
        var largest = handedOver.Concat(Paired(unexplained, least)).Where(m => m.Amount >= least).OrderByDescending(m => m.Amount).Take(Most);
        return [.. largest.SelectMany(m => new[] { m.From, m.To, (float)m.Amount, m.IsNamed ? 1 : 0 })];
    }

    // What is held or vacant at a seat: a departure alone moves nothing.
    private static double[] Changes(float[] before, float[] after, int seats)
    {
        double At(float[] frame, int seat) => frame[(Frame.Authority * seats) + seat] + frame[(Frame.Vacant * seats) + seat];
        return [.. Enumerable.Range(0, seats).Select(seat => At(after, seat) - At(before, seat))];
    }

    private static IEnumerable<(int From, int To, double Amount, bool IsNamed)> Paired(double[] changes, double least)
    {
        var seats = Enumerable.Range(0, changes.Length).OrderBy(seat => changes[seat]).ToArray();
        var (giver, taker) = (0, seats.Length - 1);
        while (giver < taker && -changes[seats[giver]] >= least && changes[seats[taker]] >= least)
        {
            var amount = Math.Min(-changes[seats[giver]], changes[seats[taker]]);
            yield return (seats[giver], seats[taker], amount, false);
            changes[seats[giver]] += amount;
            changes[seats[taker]] -= amount;
            giver += changes[seats[giver]] > -least ? 1 : 0;
            taker -= changes[seats[taker]] < least ? 1 : 0;
        }
    }
}
