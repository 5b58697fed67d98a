namespace LeadershipSim.Analysis.Outliving;

/// <summary>A design point as the study counts it.</summary>
/// <param name="Group">Its runs.</param>
/// <param name="Weight">Its weight among the points of its arm.</param>
/// <param name="Environment">Number of its environment: points with the same values of all other factors have the same.</param>
public sealed record StudyPoint(RunGroup Group, double Weight, int Environment);
