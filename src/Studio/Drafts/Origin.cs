using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Studio.Drafts;

/// <summary>What drafts start from: a scenario in a file that can be read and overridden like any other experiment.</summary>
/// <param name="Name">Name, used in names of experiments.</param>
/// <param name="File">The file.</param>
/// <param name="Scenario">Its scenario, nothing changed.</param>
/// <param name="Seed">Its root seed.</param>
/// <param name="Replicate">Its replicate.</param>
/// <param name="Seeding">Whether its arms share their random numbers.</param>
internal sealed record Origin(string Name, string File, Scenario Scenario, ulong Seed, int Replicate, Seeding Seeding)
{
    /// <summary>An origin that is the baseline of a scenario or an experiment: its factors are left out, for they ask for more than one run.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">The file.</param>
    /// <param name="folder">Where to write.</param>
    /// <exception cref="DraftException">The file has problems.</exception>
    public static Origin OfFile(string name, string source, string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "extending.yaml");
        System.IO.File.WriteAllText(file, $"""
            name: {ExperimentText.NameOf(name)}
            question: Explored in the studio.
            expectation: None was stated.
            extends: {ExperimentText.Quoted(Path.GetFullPath(source))}
            constraints: []
            factors: null
            zip: []
            designs: null
            design: fullFactorial
            replicates: 1
            seeds: null
            seed: {SeedOf(source)}
            analyses: []
            figures: []

            """);
        var result = ExperimentReader.Read(file, ["factors={}"]);
        var spec = result.Spec ?? throw new DraftException([.. result.Problems.Select(p => new DraftProblem(p.Path, "", p.ToString()))]);
        return Written(new ExperimentHead(name, spec.Question, spec.Expectation, spec.Seed, 1, Seeding.Common), spec.Baseline, 0, folder);
    }

    /// <summary>An origin that is one run of a plan.</summary>
    /// <exception cref="DraftException">No experiment of one run has its random numbers.</exception>
    public static Origin OfRun(string name, ExperimentSpec spec, PlannedRun run, string folder)
    {
        var replicate = (int)run.Seed.Replicate;
        var head = new ExperimentHead(name, spec.Question, spec.Expectation, run.Seed.Root, replicate + 1, spec.Seeding);
        var origin = Written(head, run.Point.Scenario, replicate, folder);
        var same = new ExperimentPlan(ExperimentReader.Read(origin.File).Spec!)[replicate];
        return same.Seed == run.Seed ? origin
            : throw new DraftException(
                "",
                $"the design of this experiment gives every point random numbers of its own, which no experiment of one run has; "
                    + $"its ticks are written by: leadersim replay FOLDER {run.RunId} --trace ticks.csv");
    }

    private static Origin Written(ExperimentHead head, Scenario scenario, int replicate, string folder) =>
        new(head.Name, ExperimentText.Of(head, scenario, null).WriteTo(folder), scenario, head.Seed, replicate, head.Seeding);

    // A scenario alone has none.
    private static ulong SeedOf(string source) => ExperimentReader.Read(source).Spec is { } spec ? spec.Seeds?[0] ?? spec.Seed : 1;
}
