namespace LeadershipSim.Experiments.Designs;

/// <summary>Which points share their random numbers, and so what indices say of an output with chance in it.</summary>
public enum PointNoise
{
    /// <summary>As the experiment's seeding says.</summary>
    Seeding,

    /// <summary>The points of one base point share theirs: chance that only adds to the output cancels out of the indices.</summary>
    RowCommon,

    /// <summary>Every point has its own: chance counts as a part of every total index.</summary>
    Independent,

    /// <summary>The random numbers are a further factor, named seed, with indices of its own.</summary>
    SeedAsFactor,
}
