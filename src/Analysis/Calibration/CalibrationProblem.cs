using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>Simulates the model once.</summary>
/// <param name="position">Where the parameters lie: the share of each prior's probability below the value, above 0 and below 1.</param>
/// <param name="seed">Seed of the simulation.</param>
/// <returns>The summary statistics; NaN for one that does not exist.</returns>
public delegate IReadOnlyList<double> Simulator(IReadOnlyList<double> position, ulong seed);

/// <summary>
/// What is calibrated: a simulator whose parameters have independent priors, and the summary statistics that were observed. All methods
/// work on the shares of the priors' probability, where every prior is uniform on (0, 1): a prior needs no density, only quantiles.
/// </summary>
public sealed record CalibrationProblem
{
    /// <summary>Number of parameters.</summary>
    public required int Parameters { get; init; }

    /// <summary>The model; called from several threads at once when there are several workers.</summary>
    public required Simulator Simulate { get; init; }

    /// <summary>The observed summary statistics.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Weights of the statistics in the distance, not negative; null: equal ones.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>By what each statistic is divided in the distance; null, or null of one: by its median absolute deviation under the prior.</summary>
    public IReadOnlyList<double?>? Scales { get; init; }

    /// <summary>Root seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>Worker threads; changes no result.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>What does the simulations of a stage; null: as many threads as there are workers. It changes no result.</summary>
    public StageWork? Work { get; init; }

    /// <summary>The random numbers of one particle of one population: no two particles share any.</summary>
    internal ulong KeyOf(int population, int particle) =>
        SplitMix64.Combine(SplitMix64.Combine(SplitMix64.Combine(0, Seed), (ulong)population), (ulong)particle);

    /// <summary>Refuses what cannot be calibrated by a method.</summary>
    /// <exception cref="ArgumentException">The settings do not fit the number of parameters, or the problem is not valid.</exception>
    internal void Check(ICalibrationMethod settings)
    {
        Check();
        if (settings.Refusal(Parameters) is { } refusal)
        {
            throw new ArgumentException(refusal);
        }
    }

    /// <summary>Refuses what cannot be calibrated.</summary>
    /// <exception cref="ArgumentException">There is no parameter or no statistic, or numbers do not fit one another.</exception>
    internal void Check()
    {
        if (Parameters < 1 || Observed.Count < 1 || Observed.Any(o => !double.IsFinite(o)))
        {
            throw new ArgumentException($"There are {Parameters} parameters and {Observed.Count} observed statistics; a calibration needs at least one of each, all observed values finite.");
        }

        if ((Weights?.Count ?? Observed.Count) != Observed.Count || (Scales?.Count ?? Observed.Count) != Observed.Count)
        {
            throw new ArgumentException($"There are {Weights?.Count} weights and {Scales?.Count} scales for {Observed.Count} statistics; give one for each, or none.");
        }

        if (Weights?.Any(w => !(w >= 0 && double.IsFinite(w))) == true || Scales?.Any(s => s is { } scale && !(scale > 0 && double.IsFinite(scale))) == true)
        {
            throw new ArgumentException("Weights have to be finite and not negative, scales finite and above 0.");
        }

        if (Workers < 1)
        {
            throw new ArgumentException($"There are {Workers} workers; at least 1 is needed.");
        }
    }
}
