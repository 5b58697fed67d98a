namespace LeadershipSim.Experiments.Designs;

/// <summary>How the strata of the factors are joined into points.</summary>
public enum LatinHypercubeCriterion
{
    /// <summary>At random, and at random within the strata (McKay, Beckman and Conover 1979).</summary>
    Random,

    /// <summary>At random, in the middle of the strata.</summary>
    Centered,

    /// <summary>Points far from each other (Morris and Mitchell 1995).</summary>
    Maximin,

    /// <summary>With given rank correlations, none where none is given (Iman and Conover 1982).</summary>
    Correlation,
}
