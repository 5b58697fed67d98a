namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Runs are missing that an analysis cannot do without, or there are other runs than its design has.</summary>
/// <param name="message">What is missing, with counts, and what to do.</param>
public sealed class IncompleteDesignException(string message) : Exception(message);
