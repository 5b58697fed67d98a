using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>
/// Writes what the tasks of a cluster need, beside the results folder as ID.parts: the experiment, frozen and with every default filled in, so
/// that nothing that is edited later reaches a task; a folder for logs, without which Slurm ends every task before it starts; the scripts.
/// </summary>
/// <param name="Results">The results folder.</param>
/// <param name="Work">What the tasks do.</param>
/// <param name="Settings">How the jobs are submitted.</param>
internal sealed partial record ShareScripts(string Results, ClusterWork Work, JobSettings Settings)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // USR1 comes this long before the limit, or up to a minute earlier; a session saves in seconds.
    private const int MostWarningSeconds = 180;
    private const int WarningsInLimit = 4;

    /// <summary>The folder of the shares.</summary>
    public string Parts => Path.GetFullPath(ResultsParts.PartsOf(Results));

    /// <summary>The folder of the logs.</summary>
    public string Logs => Path.Combine(Parts, "logs");

    /// <summary>The script that merges.</summary>
    public string MergeScript => Path.Combine(Parts, "merge.sbatch");

    /// <summary>The words by which this program is started.</summary>
    public static IReadOnlyList<string> Program { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, Assembly.GetEntryAssembly()!.Location]
            : [Environment.ProcessPath ?? "leadersim"];

    private string Root => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(Results)))!;

    /// <summary>Keeps what the tasks run.</summary>
    public void Freeze()
    {
        Directory.CreateDirectory(Logs);
        ResultsParts.Freeze(Results, Work.Documents, Work.Overrides, replaces: true);
    }

    /// <summary>The script of an array of Slurm.</summary>
    public string ArrayScript(ArrayBlock block) =>
        Path.Combine(Parts, Invariant($"array-{(block.Offset / Math.Max(1, Settings.MaxArraySize - 1)) + 1:00}.sbatch"));

    /// <summary>Writes the scripts of Slurm's arrays, and that of the merge.</summary>
    /// <returns>The scripts of the arrays.</returns>
    public IReadOnlyList<string> WriteSlurm()
    {
        var template = Settings.Template is { } own ? ScriptTemplate.Read(own) : ScriptTemplate.Of(ShareEngine.Slurm.Template);
        var blocks = ArrayBlock.Of(Enumerable.Range(1, Settings.Shares), Settings.MaxArraySize);
        foreach (var block in blocks)
        {
            WriteText(ArrayScript(block), template.Fill(Values(
                ("array", block.Spelled + AtMost),
                ("offset", Text(block.Offset)),
                ("share", Invariant($"$((SLURM_ARRAY_TASK_ID + {block.Offset}))")),
                ("log", Quoted(Path.Combine(Logs.Replace("%", "%%", StringComparison.Ordinal), "%x-%A_%a.log"))))));
        }

        WriteText(MergeScript, ScriptTemplate.Of("merge.slurm.sh").Fill(Values(
            ("minutes", Text(Settings.MergeMinutes ?? Settings.Minutes)),
            ("log", Quoted(Path.Combine(Logs.Replace("%", "%%", StringComparison.Ordinal), "%x-%j.log"))),
            ("next", Work.Grows ? $"if [ \"$code\" -eq 4 ]; then {ShellText.Line([.. Program, "slurm", "next", Path.GetFullPath(Results)])}; fi" : ""))));
        return [.. blocks.Select(ArrayScript)];
    }

    /// <summary>Writes the one script of another engine.</summary>
    public string Write(ShareEngine engine)
    {
        var script = Path.Combine(Parts, engine.Template);
        WriteText(script, ScriptTemplate.Of(engine.Template).Fill(Values()));
        return script;
    }

    private string AtMost => Settings.AtMost is { } most ? $"%{Text(most)}" : "";

    private Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> more)
    {
        var command = ShellText.Line([.. Program, Work.Verb, Path.Combine(Parts, ResultsParts.FrozenFile), "--output", Root])
            + (Settings.Scratch is { } scratch ? $" --scratch \"{scratch}\"" : "");
        string[] memory = Settings.Memory is { } size ? [$"--mem={size}"] : [];
        var values = new Dictionary<string, string>
        {
            ["name"] = Work.Name,
            ["job"] = "leadersim-" + NotInNames().Replace(Work.Name, "-"),
            ["shares"] = Text(Settings.Shares),
            ["share"] = "auto",
            ["cpus"] = Text(Settings.Cpus),
            ["minutes"] = Text(Settings.Minutes),
            ["time"] = Text(Settings.Minutes),
            ["walltime"] = Invariant($"{Settings.Minutes / 60:00}:{Settings.Minutes % 60:00}:00"),
            ["warning"] = Text(Math.Min(MostWarningSeconds, Settings.Minutes * 60 / WarningsInLimit)),
            ["requeues"] = Text(Settings.Requeues),
            ["percent"] = AtMost,
            ["tasks"] = Settings.AtMost is { } tasks ? $"#$ -tc {Text(tasks)}" : "",
            ["atonce"] = Text(Settings.AtMost ?? Settings.Shares),
            ["jobs"] = Settings.AtMost is { } jobs ? Text(jobs) : "$(nproc)",
            ["options"] = string.Join('\n', memory.Concat(Settings.Options).Select(o => $"#SBATCH {o}")),
            ["setup"] = string.Join('\n', Settings.Setup),
            ["logs"] = ShellText.Quote(Logs),
            ["logfolder"] = Quoted(Logs),
            ["log"] = Quoted(Path.Combine(Logs, "%J_%I.log")),
            ["root"] = Root,
            ["mount"] = Json(Root),
            ["command"] = command,
            ["overrides"] = ShellText.Quote($"{{\"command\": [\"/bin/bash\", \"-c\", {Json($"exec {command} --shard auto")}]}}"),
            ["merge"] = ShellText.Line([.. Program, "merge", Path.GetFullPath(Results)]),
        };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return values;
    }

    private static void WriteText(string file, string text) => OutputFile.Write(file, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string Text(int number) => Invariant($"{number}");

    private static string Json(string text) => JsonSerializer.Serialize(text, AsWritten);

    // Batch systems read quotes and backslashes of their own lines, and expand nothing else.
    private static string Quoted(string path) =>
        NotPlain().IsMatch(path) ? $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : path;

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotInNames();

    [GeneratedRegex("[^A-Za-z0-9_./%+=:,@-]")]
    private static partial Regex NotPlain();
}
