namespace LeadershipSim.Experiments.Specs;

/// <summary>The event that ends the leadership of a program, as a study takes it.</summary>
public enum LeadershipEvent
{
    /// <summary>The last of the founding core has left: the fewest founders with more than half of the authority. Its size depends on the policy.</summary>
    FoundingCore,

    /// <summary>The director has left: the same person under every policy.</summary>
    Director,

    /// <summary>More than half of the founders have left.</summary>
    FounderMajority,

    /// <summary>The last founder has left.</summary>
    LastFounder,

    /// <summary>Founders hold less than half of the authority.</summary>
    FounderAuthorityHalf,

    /// <summary>Founders make less than half of the decisions.</summary>
    FounderPowerHalf,
}

/// <summary>What the events are called in results and in sentences.</summary>
public static class LeadershipEvents
{
    /// <summary>The events, in order.</summary>
    public static IReadOnlyList<LeadershipEvent> All { get; } = Enum.GetValues<LeadershipEvent>();

    /// <summary>The output that holds the tick of the event.</summary>
    public static string OutputOf(LeadershipEvent leadership) => leadership switch
    {
        LeadershipEvent.FoundingCore => "foundingExitTick",
        LeadershipEvent.Director => "directorExitTick",
        LeadershipEvent.FounderMajority => "founderMajorityExitTick",
        LeadershipEvent.LastFounder => "lastFounderExitTick",
        LeadershipEvent.FounderAuthorityHalf => "founderAuthorityHalfTick",
        _ => "founderPowerHalfTick",
    };

    /// <summary>The event in words: what has happened once it has.</summary>
    public static string Words(LeadershipEvent leadership) => leadership switch
    {
        LeadershipEvent.FoundingCore => "the last of the founding core has left",
        LeadershipEvent.Director => "the director has left",
        LeadershipEvent.FounderMajority => "more than half of the founders have left",
        LeadershipEvent.LastFounder => "the last founder has left",
        LeadershipEvent.FounderAuthorityHalf => "founders hold less than half of the authority",
        _ => "founders make less than half of the decisions",
    };
}
