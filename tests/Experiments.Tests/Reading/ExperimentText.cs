using LeadershipSim.Experiments.Reading;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>Experiment files to try.</summary>
internal static class ExperimentText
{
    /// <summary>A valid experiment; lines can be replaced to make it invalid.</summary>
    public const string Valid = """
        name: small
        question: Which?
        expectation: This one.
        baseline:
          organization: {seats: 10, sites: 2}
          channels.remote: 0.5
          shocks: [{tick: 3, remove: topHolders, count: 2}]
        factors:
          policy: {levels: [equal, {kind: distributed, shareRate: 0.2, name: generous}]}
          demand.decisionsPerSeat: {levels: [0.1, 0.2, 0.4]}
        design: fullFactorial
        replicates: 5
        seed: 0
        """;

    /// <summary>A valid experiment whose factors are sampled.</summary>
    public const string Sampled = """
        name: cloud
        question: Which?
        expectation: This one.
        baseline: {organization: {seats: 10, sites: 2}}
        factors:
          policy: {levels: [equal, hoarding], weights: [1, 3]}
          channels.remote: {range: {from: 0.1, to: 0.9}}
          turnover.hazardPerTick: {range: {from: 0.001, to: 0.1, scale: log}}
          organization.sites: {range: {from: 1, to: 4}}
          demand.decisionsPerSeat: {distribution: {kind: truncatedNormal, mean: 0.2, standardDeviation: 0.1, min: 0.01, max: 0.5}}
        constraints: ["demand.decisionsPerSeat <= 0.5 * channels.remote + 0.2"]
        design: {kind: latinHypercube, points: 24, criterion: maximin}
        replicates: 2
        seed: 0
        """;

    /// <summary>Reads an experiment of one design point and two replicates.</summary>
    /// <param name="baseline">Its baseline.</param>
    /// <param name="keys">Further keys, one a line.</param>
    public static ReadResult ReadSmall(string baseline, string keys)
    {
        var text = $"""
            name: small
            question: Which?
            expectation: None.
            baseline: {baseline}
            factors: {"{channels.remote: {levels: [0.5]}}"}
            design: fullFactorial
            replicates: 2
            seed: 1
            {keys}
            """;
        using var folder = new TemporaryFolder();
        return ExperimentReader.Read(folder.Write("a.yaml", text));
    }
}
