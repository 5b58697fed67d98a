namespace LeadershipSim.Experiments.Designs;

/// <summary>Points that fill the unit cube evenly, for those who look for something rather than follow a design: scrambled Sobol' points.</summary>
public static class EvenPoints
{
    /// <summary>Most dimensions.</summary>
    public const int MostDimensions = SobolDirections.MostDimensions;

    /// <summary>The points of the sequence from a place on; equal seeds go on with the same sequence.</summary>
    /// <param name="from">How many points are passed over.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="seed">Seed of the scrambling.</param>
    public static IEnumerable<double[]> Of(int from, int count, int dimensions, int seed) =>
        new SobolSequence { Skip = from, Points = count, Seed = seed }.Sample(dimensions);
}
