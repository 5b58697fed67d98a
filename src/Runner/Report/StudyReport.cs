using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Runner.Report;

/// <summary>Writes up a study.</summary>
internal static class StudyReport
{
    /// <summary>What the report says.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="study">The study of its runs.</param>
    /// <param name="failedRuns">Number of failed runs.</param>
    /// <param name="environment">Machine and software, by name.</param>
    public static ReportModel Of(
        ExperimentSpec spec, ExperimentPlan plan, OutlivingStudy study, long failedRuns, IReadOnlyList<(string Name, string Value)> environment) => new()
        {
            Name = spec.Name,
            Question = spec.Question,
            Expectation = spec.Expectation,
            Answer = AnswerText.Of(study),
            Accounting = Accounting(spec, plan, study, failedRuns),
            Commands = Commands(spec),
            Identity = Identity(spec, plan),
            Figures = [],
            Tables = StudyTables.Of(study),
            Cautions = ReportCautions.Of(study.Cautions, [], [.. StudyTables.Of(study).Select(t => t.Name)]),
            PointCautions = [.. study.PointCautions.Select(c => c.Message)],
            ResolvedExperiment = plan.ResolvedJson,
            Environment = environment,
        };

    /// <summary>How many runs were planned, done, failed, and enter the curves.</summary>
    public static IReadOnlyList<(string Name, string Value)> Accounting(ExperimentSpec spec, ExperimentPlan plan, OutlivingStudy study, long failedRuns)
    {
        var done = study.ByArm.Sum(s => (long)s.Group.Runs.Count);
        var points = Counted.Of(plan.Points.Count, "design point");
        var replicates = (spec.Replication is null ? "" : "up to ") + Counted.Of(plan.Stages[^1].Until, "replicate");
        return
        [
            ("Design", $"{spec.Design.Kind}: {points} × {replicates}"),
            ("Planned runs", Invariant($"{plan.Count}")),
            ("Done", Invariant($"{done}")),
            ("Failed", Invariant($"{failedRuns}")),
            ("Leadership left (enter the curves)", Invariant($"{study.ByArm.Sum(s => s.FoundingExits)}")),
            ("Program failed before the exit", Invariant($"{study.ByArm.Sum(s => s.FailedBeforeExit)}")),
            ("Leadership still there at the end", Invariant($"{study.ByArm.Sum(s => s.CensoredBeforeExit)}")),
        ];
    }

    private static string[] Commands(ExperimentSpec spec)
    {
        var program = spec.Model.Extension is { Source: not null } extension ? ShellText.Line("dotnet", "run", extension.Name, "--") : "leadersim";
        return
        [
            "# all runs again, compared row by row; DIR is the results folder, in which this report lies",
            $"{program} reproduce DIR",
            "# one run again, compared bit for bit; run ids stand in runs.csv",
            $"{program} replay DIR RUNID",
        ];
    }

    private static string RandomNumbers(ExperimentSpec spec) => spec.Design.Environments.Noise switch
    {
        PointNoise.RowCommon => "common to the design points of a base point",
        PointNoise.SeedAsFactor => "by the levels of a factor, the seed",
        _ when spec.AllPointsShareRandomNumbers => "common to all design points",
        _ => "independent between design points",
    };

    /// <summary>What names the experiment and its random numbers.</summary>
    public static IReadOnlyList<(string Name, string Value)> Identity(ExperimentSpec spec, ExperimentPlan plan) =>
    [
        ("Experiment id", plan.ExperimentId),
        spec.Seeds is null ? ("Root seed", Invariant($"{spec.Seed}")) : ("Root seeds", string.Join(", ", spec.Seeds.Select(s => Invariant($"{s}")))),
        ("Random numbers", RandomNumbers(spec)),
        ("Model revision", Invariant($"{ModelRevision.Current}")),
    ];
}
