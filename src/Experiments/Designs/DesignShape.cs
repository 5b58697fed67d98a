namespace LeadershipSim.Experiments.Designs;

/// <summary>How the points of a design lie, and so which analyses they allow. What is outside this folder asks for the shape, not for a design.</summary>
public enum DesignShape
{
    /// <summary>Points spread over all factors, in no order that matters.</summary>
    Cloud,

    /// <summary>Every combination of levels.</summary>
    Factorial,

    /// <summary>One point in the middle, and one factor changed at a time.</summary>
    OneAtATime,

    /// <summary>Rows of two samples that exchange one factor each.</summary>
    Saltelli,

    /// <summary>Paths that change one factor a step.</summary>
    Trajectories,
}
