using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Specs;

/// <summary>A calibration: which parameter values agree with what was observed, given what was believed of them before.</summary>
public sealed record CalibrationSpec
{
    // A stopping rule of many populations is as good as none: nobody wants to count them one by one.
    private const int MostPopulationsCounted = 100_000;

    /// <summary>Name, used in paths.</summary>
    public required string Name { get; init; }

    /// <summary>What the calibration asks.</summary>
    public required string Question { get; init; }

    /// <summary>What its author expected before there were results.</summary>
    public required string Expectation { get; init; }

    /// <summary>What is taken as known.</summary>
    public required Scenario Baseline { get; init; }

    /// <summary>The parameters that are not known, each with the distribution of its values before the data.</summary>
    public required IReadOnlyList<Factor> Priors { get; init; }

    /// <summary>Runs of the model behind one set of summary statistics.</summary>
    public required int Runs { get; init; }

    /// <summary>What is compared with what was observed.</summary>
    public required IReadOnlyList<SummaryStatistic> Summaries { get; init; }

    /// <summary>How the parameter values are found.</summary>
    public required ICalibrationMethod Method { get; init; }

    /// <summary>When to stop beside the method's own rule.</summary>
    public StoppingRule Stop { get; init; } = new();

    /// <summary>Draws from the posterior that are simulated again, to see whether they give what was observed.</summary>
    public int PredictiveDraws { get; init; } = 200;

    /// <summary>Root seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What the file could name.</summary>
    public ModelCatalog Model { get; init; } = ModelCatalog.Standard;

    /// <summary>How to run.</summary>
    public ExecutionOptions Execution { get; init; } = new();

    /// <summary>The file's text.</summary>
    public required string SourceText { get; init; }

    /// <summary>Most simulations it takes, without those of posterior draws; null where only the method's own rule ends it.</summary>
    public long? MostSimulations
    {
        get
        {
            var (most, total) = (Stop.Simulations ?? long.MaxValue, 0L);
            for (var population = 0; population < Math.Min(Stop.Populations ?? int.MaxValue, MostPopulationsCounted); population++)
            {
                if (total >= most || Method.SimulationsOf(population) is not { } more)
                {
                    return total;
                }

                total += more;
            }

            return Stop.Populations is <= MostPopulationsCounted ? total : null;
        }
    }
}
