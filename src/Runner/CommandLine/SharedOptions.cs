using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>Arguments and options that several verbs have, with one meaning everywhere.</summary>
internal static class SharedOptions
{
    /// <summary>One JSON document instead of text.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON document to standard output" };

    /// <summary>The experiment file.</summary>
    public static Argument<string> ExperimentFile() => new("file") { Description = "Experiment file (YAML)", HelpName = "FILE" };

    /// <summary>Experiment files, one or more.</summary>
    public static Argument<string[]> ExperimentFiles() =>
        new("file") { Description = "Experiment files (YAML), one or more", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };

    /// <summary>A results folder of one experiment.</summary>
    public static Argument<string> ResultsFolder() =>
        ResultsPlace.Argument("folder", "Results folder: the one that holds manifest.json, or the one above if it holds no other", "DIR");

    /// <summary>The level that others are compared with.</summary>
    public static Option<string?> Reference() => new("--reference") { Description = "Level to compare the others with (default: the first under which leadership left)", HelpName = "LEVEL" };

    /// <summary>The event that ends leadership.</summary>
    public static Option<LeadershipEvent?> Leadership()
    {
        var names = string.Join(", ", LeadershipEvents.All.Select(e => JsonNamingPolicy.CamelCase.ConvertName(e.ToString())));
        return new("--leadership") { Description = $"Event that ends leadership, instead of the one in the experiment: {names}", HelpName = "EVENT" };
    }

    /// <summary>Ticks at which the states of all programs are reported.</summary>
    public static Option<int[]> AtTicks() => new("--at")
    {
        Description = "Ticks at which to report the states of all programs (default: each quarter of the horizon)",
        HelpName = "T",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Values that replace those of the file.</summary>
    public static Option<string[]> Set()
    {
        var option = new Option<string[]>("--set")
        {
            Description = "Replace a value of the experiment file, as in --set turnover.strainEffect=0; may be given several times",
            HelpName = "path=value",
            DefaultValueFactory = _ => [],
        };
        option.CompletionSources.Add(context => OverrideSuggestions
            .For(context.WordToComplete, LeaderSimCommand.ExtensionOf(context.ParseResult).Model)
            .Select(s => new CompletionItem(s)));
        return option;
    }

    /// <summary>The root seed.</summary>
    public static Option<ulong?> Seed() => new("--seed") { Description = "Root seed instead of the one in the file; 0 is a seed", HelpName = "S" };

    /// <summary>The folder that results go to.</summary>
    public static Option<string> ResultsRoot() => new("--output", "-o")
    {
        Description = "Folder for results; each experiment has its own folder in it",
        HelpName = "DIR",
        DefaultValueFactory = _ => "results",
    };

    /// <summary>Worker threads.</summary>
    public static Option<int?> Workers()
    {
        var option = new Option<int?>("--workers") { Description = "Worker threads (default: one for each CPU that the process may use; in a batch job, its CPUs); results do not depend on it", HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count is < 1 or > 1024)
            {
                result.AddError($"--workers is {count}; allowed is a whole number from 1 to 1024");
            }
        });
        return option;
    }

    /// <summary>Threads to use: those of the option, of the experiment, or one for each CPU.</summary>
    public static int WorkersOf(int? option, ExperimentSpec spec) => WorkersOf(option, spec.Execution);

    /// <summary>Threads to use: those of the option, of a file, or one for each CPU.</summary>
    public static int WorkersOf(int? option, ExecutionOptions execution) =>
        option ?? (execution.Workers > 0 ? execution.Workers : CpusOf(BatchTask.Current, Environment.ProcessorCount));

    /// <summary>
    /// CPUs to use: affinity and the quota of a cgroup are part of what the runtime counts, but on clusters that do not tie jobs to CPUs that is the
    /// whole node, for every job on it.
    /// </summary>
    /// <param name="task">The batch job the process runs in.</param>
    /// <param name="counted">What the runtime counts.</param>
    internal static int CpusOf(BatchTask? task, int counted) => Math.Max(1, Math.Min(task?.Cpus ?? counted, counted));

    /// <summary>The exit code when runs are missing.</summary>
    public static Option<int?> RequeueCode()
    {
        var option = new Option<int?>("--requeue-code") { Description = "Exit code instead of 4 when runs are missing, for batch systems that restart a job at a certain code (RequeueExit of Slurm, 99 of Grid Engine)", HelpName = "CODE" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var code) && code is < 1 or > 125)
            {
                result.AddError($"--requeue-code is {code}; allowed is a whole number from 1 to 125: larger ones stand for signals");
            }
        });
        return option;
    }

    /// <summary>Whether to write more messages; not together with --quiet.</summary>
    public static Option<bool> Verbose()
    {
        var option = new Option<bool>("--verbose", "-v") { Description = "Also report every failure and every commit" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>() && result.GetValue<bool>("--quiet"))
            {
                result.AddError("--quiet and --verbose ask for opposite things; give one of them");
            }
        });
        return option;
    }

    /// <summary>How much to say.</summary>
    public static Verbosity VerbosityOf(ParseResult parsed, Option<bool> verbose) =>
        Messages.IsQuiet(parsed) ? Verbosity.Quiet : parsed.GetValue(verbose) ? Verbosity.Verbose : Verbosity.Normal;
}
