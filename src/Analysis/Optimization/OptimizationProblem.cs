using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>Runs the model once.</summary>
/// <param name="position">A point of the unit cube: each factor's value by its share of the factor's values.</param>
/// <param name="seed">The world of the run: the same for all points at the same replicate.</param>
/// <returns>The outputs: those of the goals, then those of the limits.</returns>
public delegate IReadOnlyList<double> Evaluator(IReadOnlyList<double> position, RunSeed seed);

/// <summary>What is optimized: a noisy function of points of the unit cube, whose means are to be as good as possible.</summary>
public sealed record OptimizationProblem
{
    // Worlds in which points are chosen are not those in which they race.
    private const ulong RefiningPurpose = 1;
    private const ulong RacingPurpose = 2;
    private const ulong ProposalPurpose = 4;

    /// <summary>What varies.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>How the outputs count: those of the goals, then those of the limits.</summary>
    public required IReadOnlyList<Sense> Senses { get; init; }

    /// <summary>Number of goals.</summary>
    public required int Goals { get; init; }

    /// <summary>The model; called from several threads at once when there are several workers.</summary>
    public required Evaluator Evaluate { get; init; }

    /// <summary>Whether a point may be run.</summary>
    public Func<IReadOnlyList<double>, bool> IsAllowed { get; init; } = _ => true;

    /// <summary>Most runs of the search.</summary>
    public required long Runs { get; init; }

    /// <summary>Root seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>Worker threads; changes no result.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>What does the runs of a stage; null: as many threads as there are workers. It changes no result.</summary>
    public StageWork? Work { get; init; }

    /// <summary>Number of limits.</summary>
    public int Limits => Senses.Count - Goals;

    /// <summary>Root seed of the runs by which points are chosen, or race.</summary>
    internal ulong RootOf(bool isRace) => SplitMix64.Combine(SplitMix64.Combine(0, Seed), isRace ? RacingPurpose : RefiningPurpose);

    /// <summary>The random numbers of one proposal of one round.</summary>
    internal ulong KeyOf(int round, int proposal) => SplitMix64.Combine(
        SplitMix64.Combine(SplitMix64.Combine(SplitMix64.Combine(0, Seed), ProposalPurpose), (ulong)round), (ulong)proposal);
}

/// <summary>How an output counts: as a goal, larger is better; as a limit, what is not negative keeps it.</summary>
/// <param name="Sign">1, or −1 for what is to be small.</param>
/// <param name="Offset">What is added.</param>
public readonly record struct Sense(double Sign, double Offset = 0)
{
    /// <summary>The value as it counts: Sign · value + Offset.</summary>
    public double Of(double value) => (Sign * value) + Offset;
}
