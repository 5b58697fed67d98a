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
}
