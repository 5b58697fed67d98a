using System.CommandLine;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.Cluster;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim shards FILE</c>: writes the script by which a batch system, a container scheduler or a shell runs shares.</summary>
internal static class ShardsCommand
{
    private const int MostOfAwsBatch = 10_000;

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "Experiment file (YAML)", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };
        var (output, set, seed) = (SharedOptions.ResultsRoot(), SharedOptions.Set(), SharedOptions.Seed());
        var engine = new Option<string?>("--for") { Description = $"What runs the shares: {string.Join(", ", Others.Select(e => e.Name))}", HelpName = "ENGINE" };
        engine.AcceptOnlyFromAmong([.. Others.Select(e => e.Name)]);
        var print = JobOptions.PrintTemplate();
        var options = new JobOptions();
        var command = new Command("shards", "Write the script that runs the shares of an experiment under PBS, Grid Engine, LSF, Kubernetes, AWS Batch, GNU parallel or xargs") { file, engine, output, set, seed, print };
        foreach (var option in options.ForAll)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            if (parsed.GetValue(print) is { } template)
            {
                parsed.InvocationConfiguration.Output.Write(ScriptTemplate.TextOf(ShareEngine.Of(template).Template));
                return ExitCode.Complete;
            }

            var path = parsed.GetValue(file) ?? throw new CommandException(ExitCode.Invalid, $"error: no experiment file is given; see {ShellText.Program} shards --help");
            var name = parsed.GetValue(engine) ?? throw new CommandException(
                ExitCode.Invalid, $"error: --for is missing; allowed are {string.Join(", ", Others.Select(e => e.Name))}; for Slurm there is {ShellText.Program} slurm");
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var work = ClusterWork.Read(path, parsed.GetValue(set) ?? [], parsed.GetValue(seed), model, "shards");
            return Write(parsed, options, work, work.PathIn(parsed.GetRequiredValue(output)), ShareEngine.Of(name));
        });
        return command;
    }

    private static IEnumerable<ShareEngine> Others => ShareEngine.All.Where(e => e != ShareEngine.Slurm);

    private static int Write(ParseResult parsed, JobOptions options, ClusterWork work, string results, ShareEngine engine)
    {
        var division = options.Divide(parsed, work, null);
        if (engine.Name == "aws" && division.Shares is < 2 or > MostOfAwsBatch)
        {
            throw new CommandException(ExitCode.Invalid, Invariant($"error: there would be {division.Shares} shares, and an array of AWS Batch has 2 to {MostOfAwsBatch}; give --shares or --share-time"));
        }

        var settings = options.Settings(parsed, work, division, int.MaxValue);
        if (engine.Name == "aws" && settings.AtMost is not null)
        {
            throw new CommandException(ExitCode.Invalid, "error: --at-most has no meaning for AWS Batch, where the compute environment limits what runs at the same time; leave it out");
        }

        var scripts = new ShareScripts(results, work, settings);
        scripts.Freeze();
        var script = scripts.Write(engine);
        var messages = Messages.Of(parsed);
        messages.WriteLine(division.Work(work));
        messages.WriteLine(division.Division(TimeSpan.FromMinutes(settings.Minutes)));
        parsed.InvocationConfiguration.Output.WriteLine(script);
        messages.WriteLine($"next: {engine.CommandFor(script)}{(engine.Merges ? "" : $", and when all shares are done: {ShellText.Command("merge", results)}")}");
        return ExitCode.Complete;
    }
}
