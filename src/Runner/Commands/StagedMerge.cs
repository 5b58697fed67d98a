using System.CommandLine;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Runner.Calibration;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Optimization;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary>The merge of a calibration or an optimization: puts the next stage together from the parts that shares have done, and the result after the last.</summary>
internal static class StagedMerge
{
    /// <summary>Merges; null when the shares of a folder are those of an experiment, or there are none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The results folder.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int? Of(ParseResult parsed, string folder)
    {
        var (frozen, source) = (Path.Combine(ResultsParts.PartsOf(folder), ResultsParts.FrozenFile), Path.Combine(ResultsParts.PartsOf(folder), ResultsFolder.SourceFile));
        if (!File.Exists(frozen) || ResultsParts.In(folder).Count > 0)
        {
            return null;
        }

        var read = ExperimentReader.Read(frozen, [], null, LeaderSimCommand.ExtensionOf(parsed).Model);
        var text = File.Exists(source) ? File.ReadAllText(source) : null;
        return read.Calibration is { } calibration
            ? new CalibrationSession(new CalibrationCall
            {
                Input = new(new CalibrationPlan(calibration with { SourceText = text ?? calibration.SourceText })),
                Folder = folder,
                Workers = SharedOptions.WorkersOf(null, calibration.Execution),
                Overrides = ResultsParts.OverridesOf(folder) ?? [],
                Arguments = [.. parsed.Tokens.Select(t => t.Value)],
                Shares = ResultsParts.FoldersIn(folder),
                IsJson = false,
                Output = parsed.InvocationConfiguration.Output,
                Error = parsed.InvocationConfiguration.Error,
                Verbosity = Messages.IsQuiet(parsed) ? Verbosity.Quiet : Verbosity.Normal,
                UsesColour = Messages.UseColour(parsed),
            }).Run(CancellationToken.None)
            : read.Optimization is { } optimization
            ? new OptimizationSession(new OptimizationCall
            {
                Input = new(new OptimizationPlan(optimization with { SourceText = text ?? optimization.SourceText })),
                Folder = folder,
                Workers = SharedOptions.WorkersOf(null, optimization.Execution),
                Overrides = ResultsParts.OverridesOf(folder) ?? [],
                Arguments = [.. parsed.Tokens.Select(t => t.Value)],
                Shares = ResultsParts.FoldersIn(folder),
                IsJson = false,
                Output = parsed.InvocationConfiguration.Output,
                Error = parsed.InvocationConfiguration.Error,
                Verbosity = Messages.IsQuiet(parsed) ? Verbosity.Quiet : Verbosity.Normal,
                UsesColour = Messages.UseColour(parsed),
            }).Run(CancellationToken.None)
            : null;
    }
}
