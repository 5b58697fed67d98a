using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Randomness;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Tests.Optimization;

/// <summary>Optimization problems of arms whose means are known.</summary>
internal static class Arms
{
    /// <summary>A factor with so many levels.</summary>
    public static Factor Factor(int levels) => new("arm", [.. Enumerable.Range(0, levels).Select(k => new FactorLevel((long)k, k))]);

    /// <summary>A factor with every value from 0 to 1.</summary>
    public static Factor Spread(string path) => new(path, []) { Distribution = new Experiments.Distributions.Uniform { From = 0, To = 1 } };

    /// <summary>Which arm a position is.</summary>
    public static int Of(IReadOnlyList<double> position, int arms) => (int)(position[0] * arms);

    /// <summary>A problem of arms with one goal, the larger the better, and whatever noise the values have.</summary>
    public static OptimizationProblem Problem(int arms, long runs, ulong seed, Func<int, RunSeed, double> value) => new()
    {
        Factors = [Factor(arms)],
        Senses = [new Sense(1)],
        Goals = 1,
        Evaluate = (position, world) => [value(Of(position, arms), world)],
        Runs = runs,
        Seed = seed,
    };

    /// <summary>A standard normal draw that belongs to an arm and a world.</summary>
    public static double Noise(RunSeed world, int arm) => Normal.InvCDF(0, 1, Uniform(world, arm));

    /// <summary>A uniform draw in (0, 1) that belongs to an arm and a world.</summary>
    public static double Uniform(RunSeed world, int arm) =>
        Math.Clamp(new RandomStream(SplitMix64.Combine(world.Key, (ulong)arm)).NextUniform(), 1e-12, 1 - 1e-12);

    /// <summary>Runs all waves.</summary>
    public static Course Run(OptimizationProblem problem, IOptimizationMethod method, out string reason)
    {
        var study = new OptimizationStudy(problem, method);
        var waves = new List<Wave>();
        while (study.ReasonToStop(waves) is null)
        {
            waves.Add(study.Advance(waves, CancellationToken.None));
        }

        reason = study.ReasonToStop(waves)!;
        return Course.Of(problem, method, waves);
    }
}
