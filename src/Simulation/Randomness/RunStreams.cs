namespace LeadershipSim.Simulation.Randomness;

/// <summary>
/// One stream per process, and keyed streams for what belongs to an agent: whoever occupies a seat in a generation is the same
/// person under every policy.
/// </summary>
internal sealed class RunStreams
{
    public RandomStream Network;
    public RandomStream Turbulence;
    public RandomStream Policy;
    public RandomStream Demand;
    public RandomStream Decisions;
    public RandomStream Learning;
    public RandomStream Founding;
    public RandomStream Learners;
    private ulong _turnover;
    private ulong _recruitment;

    public void Reset(RunSeed seed)
    {
        var key = seed.Key;
        Founding = new(KeyOf(key, "founding"));
        Learners = new(KeyOf(key, "learners"));
        Network = new(KeyOf(key, "network"));
        Turbulence = new(KeyOf(key, "turbulence"));
        Policy = new(KeyOf(key, "policy"));
        Demand = new(KeyOf(key, "demand"));
        Decisions = new(KeyOf(key, "decisions"));
        Learning = new(KeyOf(key, "learning"));
        _turnover = KeyOf(key, "turnover");
        _recruitment = KeyOf(key, "recruitment");
    }

    /// <summary>The fate of an agent, and how long its seat stays vacant after it.</summary>
    public RandomStream FateOf(int seat, int generation) => ForAgent(_turnover, seat, generation);

    /// <summary>What an agent brings: beliefs, experience, propensity to share.</summary>
    public RandomStream PersonOf(int seat, int generation) => ForAgent(_recruitment, seat, generation);

    private static RandomStream ForAgent(ulong key, int seat, int generation) =>
        new(SplitMix64.Combine(SplitMix64.Combine(key, (uint)seat), (uint)generation));

    // FNV-1a: any fixed injective spelling of the name would do.
    private static ulong KeyOf(ulong key, string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return SplitMix64.Combine(key, hash);
    }
}
