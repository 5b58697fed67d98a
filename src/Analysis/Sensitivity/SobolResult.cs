namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Sobol' indices of one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Factors">Indices of each factor.</param>
/// <param name="Pairs">Indices of pairs; empty without second order.</param>
public sealed record SobolResult(string Output, IReadOnlyList<SobolFactor> Factors, IReadOnlyList<SobolPair> Pairs)
{
    /// <summary>Base points N.</summary>
    public required int BasePoints { get; init; }

    /// <summary>Replicates of each design point.</summary>
    public required int Replicates { get; init; }

    /// <summary>Mean of the output over the rows of A and B.</summary>
    public required double Mean { get; init; }

    /// <summary>Variance that is divided up: of the point means over the rows of A and B.</summary>
    public required double Variance { get; init; }

    /// <summary>
    /// Share of a single run's variance that is due to chance: the mean variance within points over that plus the variance between
    /// them; with the seed as a factor, its total index. Null with one replicate.
    /// </summary>
    public double? NoiseShare { get; init; }

    /// <summary>Which random numbers the design points shared.</summary>
    public required ChanceSharing Sharing { get; init; }

    /// <summary>What the indices are of, in words.</summary>
    public required string Definition { get; init; }

    /// <summary>Why indices do not exist; empty when they do.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Indices of one factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="First">S1, share of the variance by the factor alone.</param>
/// <param name="Total">ST, share with all interactions it is in.</param>
public sealed record SobolFactor(string Factor, IndexEstimate? First, IndexEstimate? Total);

/// <summary>The index of a pair.</summary>
/// <param name="Factor">One factor.</param>
/// <param name="With">The other.</param>
/// <param name="Second">S2, share of the variance by the interaction of the two alone.</param>
public sealed record SobolPair(string Factor, string With, IndexEstimate? Second);
