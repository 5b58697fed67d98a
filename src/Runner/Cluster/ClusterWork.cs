using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>
/// What the tasks of a cluster share among them: the runs of an experiment, or the next stage of a calibration or an optimization. Where stages follow from
/// one another, the merge plans the next one.
/// </summary>
internal abstract record ClusterWork
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>Hash of all that determines its result.</summary>
    public abstract string Id { get; }

    /// <summary>Its size in words.</summary>
    public abstract string Size { get; }

    /// <summary>The verb that does a share.</summary>
    public abstract string Verb { get; }

    /// <summary>Whether merges add stages to it.</summary>
    public abstract bool Grows { get; }

    /// <summary>What a share consists of.</summary>
    public abstract string Unit { get; }

    /// <summary>The files that are kept with its results.</summary>
    public abstract IReadOnlyDictionary<string, string> Documents { get; }

    /// <summary>Values that replaced those of its file.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Runs of the plan, or of the first stage, and how long they take on one CPU of this machine.</summary>
    public abstract (long Runs, TimeSpan Time) Measure();

    /// <summary>Most runs that a merge reads and analyzes; 0 where shares keep results of stages alone.</summary>
    public abstract long MostMerged { get; }

    /// <summary>Stages that merges have reached.</summary>
    /// <param name="results">The results folder.</param>
    public abstract int StagesIn(string results);

    /// <summary>Progress of each of a number of shares, in the stage that merges have reached.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="shares">Number of shares.</param>
    public abstract IReadOnlyList<ShareProgress> ProgressIn(string results, int shares);

    /// <summary>Whether a merge has everything and has finished.</summary>
    /// <param name="results">The results folder.</param>
    public abstract bool IsMergedIn(string results);

    /// <summary>The results folder.</summary>
    /// <param name="output">The folder for results.</param>
    public string PathIn(string output) => ResultsFolder.PathOf(output, Name, Id);

    /// <summary>Reads a file of whichever kind.</summary>
    /// <exception cref="CommandException">It has problems: the message holds all of them, one a line; or it has several designs.</exception>
    public static ClusterWork Read(string file, IReadOnlyList<string> overrides, ulong? seed, ModelCatalog? model, string verb)
    {
        var read = ExperimentReader.Read(file, overrides, seed, model);
        ClusterWork work = read.Calibration is { } calibration ? StagedWork.Of(new CalibrationInput(new(calibration)))
            : read.Optimization is { } optimization ? StagedWork.Of(new OptimizationInput(new(optimization)))
            : new ExperimentWork(ExperimentInput.Read(file, overrides, seed, model, verb));
        return work with { Overrides = overrides };
    }
}
