namespace LeadershipSim.Analysis.Inference;

/// <summary>How to resample.</summary>
/// <param name="Seed">Seed of the resampling: equal seeds give equal intervals.</param>
/// <param name="Resamples">Number of resamples; at least 100. 2000 settle the second digit of a 95 % interval's ends.</param>
/// <param name="Level">Confidence level, above 0 and below 1.</param>
public sealed record BootstrapSettings(ulong Seed = 1, int Resamples = 2000, double Level = 0.95)
{
    internal void Check()
    {
        if (Resamples < 100)
        {
            throw new ArgumentOutOfRangeException(nameof(Resamples), Resamples, "The ends of an interval need at least 100 resamples; 2000 are usual.");
        }

        ConfidenceLevel.Check(Level, nameof(Level));
    }
}
