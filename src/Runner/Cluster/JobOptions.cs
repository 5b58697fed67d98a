using System.CommandLine;
using System.Text.RegularExpressions;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>The options that say how an experiment is divided and what its jobs ask the cluster for.</summary>
internal sealed partial class JobOptions
{
    private const int MostCpus = 1024;
    private static readonly TimeSpan UsualShareTime = TimeSpan.FromMinutes(30);

    private readonly Option<int?> _shares = Whole("--shares", "Number of shares (default: as many as take --share-time each)", 1_000_000);
    private readonly Option<string?> _shareTime = Time("--share-time", "Time that a share should take, as in 30m (the default)");
    private readonly Option<int?> _cpus = Whole("--cpus", "CPUs of a task, which does one share (default: 1)", MostCpus);
    private readonly Option<int?> _atMost = Whole("--at-most", "Most tasks that run at the same time (default: no limit)", 1_000_000);
    private readonly Option<string?> _time = Time("--time", "Time limit of a task, as in 1h (default: twice the time of a share, and 5 minutes)");
    private readonly Option<string?> _mergeTime = Time("--merge-time", "Time limit of the merge, as in 1h (default: 10 minutes, 1 second for each share and 30 seconds for every 100,000 runs)");
    private readonly Option<string?> _memory = new("--mem") { Description = "Memory of a task, as in 1G (default: that of the partition)", HelpName = "SIZE" };
    private readonly Option<string[]> _setup = new("--setup") { Description = "Line of shell to run before the program, as in 'module load dotnet'; may be given several times. LEADERSIM_SETUP holds one that comes first", HelpName = "LINE", DefaultValueFactory = _ => [] };
    private readonly Option<int?> _requeues = Whole("--requeues", "How often a task may start again by itself (default: 20)", 1_000_000);

    private readonly Option<string?> _scratch = new("--scratch") { Description = "Folder on the node's own disk for tasks to work in, as in '$SLURM_TMPDIR' (in single quotes: the shell of the node fills it in); runs move to the results when a session ends", HelpName = "DIR" };

    /// <summary>Options for sbatch.</summary>
    public Option<string[]> Sbatch { get; } = new("--sbatch") { Description = "Options for sbatch, as in --sbatch=\"--account=x --partition=y\"; may be given several times. LEADERSIM_SBATCH holds some that come first", HelpName = "OPTIONS", DefaultValueFactory = _ => [] };

    /// <summary>The user's own template.</summary>
    public Option<string?> Template { get; } = new("--template") { Description = "Your own script instead of the program's, with {command}, {share}, {shares}, {cpus}, {time} and others in it; --print-template slurm writes one to start from", HelpName = "FILE" };

    /// <summary>A template to start from.</summary>
    public static Option<string?> PrintTemplate()
    {
        var option = new Option<string?>("--print-template") { Description = $"Write the template of an engine's script to standard output: {string.Join(", ", ShareEngine.All.Select(e => e.Name))}", HelpName = "ENGINE" };
        option.AcceptOnlyFromAmong([.. ShareEngine.All.Select(e => e.Name)]);
        return option;
    }

    /// <summary>The options that any engine has a use for.</summary>
    public IReadOnlyList<Option> ForAll => [_shares, _shareTime, _cpus, _atMost, _time, _setup, _requeues, _scratch];

    /// <summary>The options of Slurm.</summary>
    public IReadOnlyList<Option> ForSlurm => [.. ForAll, _mergeTime, _memory, Sbatch, Template];

    /// <summary>Divides a plan.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="work">What is divided.</param>
    /// <param name="earlier">Shares of an earlier submission, which are kept unless others are asked for.</param>
    public SharePlan Divide(ParseResult parsed, ClusterWork work, int? earlier) => SharePlan.Of(
        work, parsed.GetValue(_shares) ?? earlier, TimeOf(parsed, _shareTime) ?? UsualShareTime, parsed.GetValue(_cpus) ?? 1);

    /// <summary>How the jobs are submitted.</summary>
    /// <exception cref="CommandException">Options do not fit what is divided.</exception>
    public JobSettings Settings(ParseResult parsed, ClusterWork work, SharePlan plan, int maxArraySize) =>
        work is StagedWork && parsed.GetValue(_scratch) is not null
        ? throw new CommandException(ExitCode.Invalid, $"error: --scratch moves the runs of an experiment, and {work.Verb} keeps one small file for each share and stage; leave it out")
        : Settings(parsed, plan, maxArraySize);

    private JobSettings Settings(ParseResult parsed, SharePlan plan, int maxArraySize) => new()
    {
        Shares = plan.Shares,
        Cpus = plan.Cpus,
        AtMost = parsed.GetValue(_atMost),
        Minutes = MinutesOf(TimeOf(parsed, _time) ?? plan.Limit),
        MergeMinutes = MinutesOf((Has(parsed, _mergeTime) ? TimeOf(parsed, _mergeTime) : null) ?? plan.MergeLimit),
        Memory = Has(parsed, _memory) ? parsed.GetValue(_memory) : null,
        Options = Has(parsed, Sbatch) ? WithVariable(parsed.GetValue(Sbatch)!, "LEADERSIM_SBATCH") : [],
        Setup = WithVariable(parsed.GetValue(_setup)!, "LEADERSIM_SETUP"),
        Template = Has(parsed, Template) && parsed.GetValue(Template) is { } file ? Path.GetFullPath(file) : null,
        Scratch = parsed.GetValue(_scratch),
        Requeues = parsed.GetValue(_requeues) ?? 20,
        MaxArraySize = maxArraySize,
    };

    /// <summary>A limit as Slurm and LSF count: whole minutes, at least one.</summary>
    public static int MinutesOf(TimeSpan limit) => (int)Math.Max(1, Math.Ceiling(limit.TotalMinutes));

    /// <summary>An option that is a time.</summary>
    public static Option<string?> Time(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "TIME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Read(text) is null)
            {
                result.AddError($"{name} is {text}; allowed is a time up to 45d, as in 90s, 55m, 1h30m or 2d, or a number of minutes");
            }
        });
        return option;
    }

    /// <summary>The time of an option; null when it was not given.</summary>
    public static TimeSpan? TimeOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? Read(text) : null;

    // Users of Slurm write minutes as a number.
    private static TimeSpan? Read(string text) => TimeLimit.Parse(Minutes().IsMatch(text) ? text + "m" : text);

    private static bool Has(ParseResult parsed, Option option) => parsed.CommandResult.Command.Options.Contains(option);

    private static string[] WithVariable(string[] given, string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } usual ? [usual, .. given] : given;

    private static Option<int?> Whole(string name, string description, int most)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && (number < 1 || number > most))
            {
                result.AddError(Invariant($"{name} is {number}; allowed is a whole number from 1 to {most}"));
            }
        });
        return option;
    }

    [GeneratedRegex(@"^\d{1,6}$")]
    private static partial Regex Minutes();
}
