using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Numbers read off many runs of a scenario at a fixed seed: their means, and the errors of these.</summary>
internal sealed class Sample
{
    /// <summary>
    /// Standard errors beyond which a test fails: a right engine is further off with probability 6·10⁻⁷ a number (normal, two-sided).
    /// </summary>
    public const double StandardErrors = 5;

    private readonly ulong _seed;
    private readonly int _runs;
    private readonly double[] _sums;
    private readonly double[] _squares;

    private Sample(int runs, ulong seed, int numbers) => (_runs, _seed, _sums, _squares) = (runs, seed, new double[numbers], new double[numbers]);

    /// <summary>Mean of a number over runs.</summary>
    public double Mean(int number) => _sums[number] / _runs;

    /// <summary>Its standard error.</summary>
    public double StandardError(int number) =>
        Math.Sqrt(Math.Max(0, (_squares[number] / _runs) - (Mean(number) * Mean(number))) / (_runs - 1));

    /// <summary>Reads numbers off the outcomes.</summary>
    public static Sample OfOutcomes(Scenario scenario, int runs, ulong seed, params Func<ProgramOutcome, double>[] reads)
    {
        var (engine, sample) = (new TickEngine(), new Sample(runs, seed, reads.Length));
        for (var replicate = 0; replicate < runs; replicate++)
        {
            var outcome = engine.Run(scenario, new RunSeed(seed, (ulong)replicate));
            sample.Add([.. reads.Select(r => r(outcome))]);
        }

        return sample;
    }

    /// <summary>Reads numbers off what an observer has seen of each run.</summary>
    public static Sample OfObserved<TObserver>(Scenario scenario, int runs, ulong seed, Func<TObserver> create, Func<TObserver, double[]> read)
        where TObserver : ITickObserver
    {
        var engine = new TickEngine();
        Sample? sample = null;
        for (var replicate = 0; replicate < runs; replicate++)
        {
            var observer = create();
            engine.Run(scenario, new RunSeed(seed, (ulong)replicate), observer);
            var values = read(observer);
            sample ??= new(runs, seed, values.Length);
            sample.Add(values);
        }

        return sample!;
    }

    /// <summary>The mean is the expected one, but for an error that is estimated, with that of the expected value if it has one.</summary>
    public void AssertMean(int number, double expected, double expectedError = 0, string what = "") =>
        AssertWithin(number, expected, StandardErrors * double.Hypot(StandardError(number), expectedError), what);

    /// <summary>The mean is the expected one, but for the error of independent values whose standard deviation is known.</summary>
    public void AssertKnownSpread(int number, double expected, double standardDeviation, string what = "") =>
        AssertWithin(number, expected, StandardErrors * standardDeviation / Math.Sqrt(_runs), what);

    /// <summary>The share of runs is the expected probability. For rare events 25/(3n) more is allowed, as Bernstein's inequality does.</summary>
    public void AssertShare(int number, double probability, string what = "", int valuesPerRun = 1)
    {
        var count = (double)_runs * valuesPerRun;
        AssertWithin(
            number, probability, (StandardErrors * Math.Sqrt(probability * (1 - probability) / count)) + (StandardErrors * StandardErrors / (3 * count)), what);
    }

    private void AssertWithin(int number, double expected, double tolerance, string what) =>
        Assert.True(
            Math.Abs(Mean(number) - expected) <= tolerance,
            $"{what}: expected {expected}, simulated {Mean(number)} at seed {_seed} in {_runs} runs; tolerance {tolerance}");

    private void Add(double[] values)
    {
        for (var k = 0; k < values.Length; k++)
        {
            _sums[k] += values[k];
            _squares[k] += values[k] * values[k];
        }
    }
}
