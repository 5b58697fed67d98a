namespace LeadershipSim.Analysis.Outliving;

/// <summary>One run with the weight it has among the runs of its arm.</summary>
/// <param name="Run">The run.</param>
/// <param name="Cluster">What it may share its randomness or its conditions with: its replicate, or its environment.</param>
/// <param name="Weight">Weight of its design point, over the number of the point's runs.</param>
public readonly record struct WeightedRun(ProgramRun Run, int Cluster, double Weight);
