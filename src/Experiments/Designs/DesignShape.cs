namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// How the points of a design lie, and so which analyses they allow. Analyses ask for the shape and never for a design, so that a new design with a
/// shape that is there gets the analyses of that shape.
/// </summary>
public abstract record DesignShape
{
    private DesignShape()
    {
    }

    /// <summary>Points spread over all factors, in no order that matters.</summary>
    public sealed record Cloud : DesignShape;

    /// <summary>Every combination of levels.</summary>
    public sealed record Factorial : DesignShape;

    /// <summary>One point in the middle, and one factor changed at a time.</summary>
    public sealed record OneAtATime : DesignShape;

    /// <summary>Rows of two samples that exchange one factor each.</summary>
    /// <param name="BasePoints">Pairs of rows.</param>
    /// <param name="SecondOrder">Whether the rows for interactions of pairs are there.</param>
    /// <param name="HasSeed">Whether the random numbers are a further factor, named seed.</param>
    public sealed record Saltelli(int BasePoints, bool SecondOrder, bool HasSeed = false) : DesignShape;

    /// <summary>Paths that change one factor a step.</summary>
    /// <param name="GridLevels">Grid levels of each factor.</param>
    public sealed record Trajectories(int GridLevels) : DesignShape;
}
