namespace LeadershipSim.Experiments.Storing;

/// <summary>Runs that were taken from another results folder.</summary>
/// <param name="Folder">That folder, as seen from the one that took them.</param>
/// <param name="ExperimentId">The experiment it holds.</param>
/// <param name="ToolVersion">Version of the program that began it.</param>
/// <param name="Runs">How many.</param>
public sealed record ReusedRuns(string Folder, string ExperimentId, string ToolVersion, long Runs);
