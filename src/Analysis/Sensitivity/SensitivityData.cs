using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>What sensitivity analyses start from.</summary>
/// <param name="Design">The design the points were made by.</param>
/// <param name="Cloud">The factors at each design point, in the order of the design.</param>
/// <param name="Outputs">Outputs of their runs.</param>
public sealed record SensitivityData(IExperimentDesign Design, PointCloud Cloud, IReadOnlyList<OutputSample> Outputs);
