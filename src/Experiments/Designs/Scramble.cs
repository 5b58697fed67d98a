namespace LeadershipSim.Experiments.Designs;

/// <summary>How the digits of an evenly filling sequence are made random.</summary>
public enum Scramble
{
    /// <summary>Nested uniform scrambling (Owen 1995): every point uniform, the even filling kept, errors estimable by repetition.</summary>
    Owen,

    /// <summary>The sequence as published; it starts at the origin.</summary>
    None,
}
