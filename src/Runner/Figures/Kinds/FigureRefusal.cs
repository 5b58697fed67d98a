namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>A figure cannot be drawn of an experiment: what it lacks, and what to add.</summary>
internal sealed class FigureRefusal(string message) : Exception(message);
