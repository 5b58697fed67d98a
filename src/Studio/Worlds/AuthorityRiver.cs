namespace LeadershipSim.Studio.Worlds;

/// <summary>One agent's authority over time.</summary>
/// <param name="Seat">Its seat.</param>
/// <param name="Generation">Which of the seat's agents.</param>
/// <param name="Values">Its authority at the ticks of the river.</param>
internal sealed record RiverBand(int Seat, int Generation, float[] Values);

/// <summary>Who held how much authority over time: the agents who ever held most, one band each, the others together, and what was vacant.</summary>
/// <param name="Ticks">The ticks.</param>
/// <param name="Bands">The agents, by when they first held any.</param>
/// <param name="Others">All other agents.</param>
/// <param name="Vacant">What nobody held.</param>
internal sealed record AuthorityRiver(int[] Ticks, IReadOnlyList<RiverBand> Bands, float[] Others, float[] Vacant)
{
    /// <summary>Agents with a band of their own: as many as colours can be told apart.</summary>
    public const int MostBands = 9;

    /// <summary>The river of frames.</summary>
    /// <param name="frames">Frames by tick, from 0.</param>
    /// <param name="seats">Number of seats.</param>
    /// <param name="columns">Most ticks to show.</param>
    public static AuthorityRiver Of(IReadOnlyList<float[]> frames, int seats, int columns)
    {
        var stride = Math.Max(1, (frames.Count + columns - 1) / columns);
        int[] ticks = [.. Enumerable.Range(0, frames.Count).Where(t => t % stride == 0 || t == frames.Count - 1)];
        var (others, vacant) = (new float[ticks.Length], new float[ticks.Length]);
        RiverBand[] bands =
        [
            .. Holders(frames, ticks, seats)
                .OrderByDescending(h => h.Value.Sum)
                .Take(MostBands)
                .OrderBy(h => h.Value.First)
                .ThenBy(h => h.Key.Seat)
                .Select(h => new RiverBand(h.Key.Seat, h.Key.Generation, new float[ticks.Length])),
        ];
        var byAgent = bands.ToDictionary(b => (b.Seat, b.Generation));
        for (var k = 0; k < ticks.Length; k++)
        {
            var frame = frames[ticks[k]];
            for (var seat = 0; seat < seats; seat++)
            {
                vacant[k] += frame[(Frame.Vacant * seats) + seat];
                var authority = frame[(Frame.Authority * seats) + seat];
                if (byAgent.TryGetValue((seat, (int)frame[(Frame.Generation * seats) + seat]), out var band))
                {
                    band.Values[k] = authority;
                }
                else
                {
                    others[k] += authority;
                }
            }
        }

        return new(ticks, bands, others, vacant);
    }

    private static Dictionary<(int Seat, int Generation), (float Sum, int First)> Holders(IReadOnlyList<float[]> frames, int[] ticks, int seats)
    {
        var holders = new Dictionary<(int, int), (float Sum, int First)>();
        foreach (var tick in ticks)
        {
            var frame = frames[tick];
            for (var seat = 0; seat < seats; seat++)
            {
                if (frame[(Frame.Authority * seats) + seat] is > 0 and var authority)
                {
                    var agent = (seat, (int)frame[(Frame.Generation * seats) + seat]);
                    var known = holders.GetValueOrDefault(agent, (0, tick));
                    holders[agent] = (known.Sum + authority, known.First);
                }
            }
        }

        return holders;
    }
}
