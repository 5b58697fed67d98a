using LeadershipSim.Runner.Cluster;
using LeadershipSim.Runner.CommandLine;
using Invoked = LeadershipSim.Runner.Tests.Commands.CommandLine;

namespace LeadershipSim.Runner.Tests.Cluster;

public sealed class ShareScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shares_are_divided_by_the_largest_index_and_spelled_in_ranges()
    {
        var blocks = ArrayBlock.Of([1, 2, 3, 5, 10, 11, 12, 21], maxArraySize: 11);
        Assert.Equal([(0, "1-3,5,10"), (10, "1-2"), (20, "1")], blocks.Select(b => (b.Offset, b.Spelled)));
    }

    [Fact]
    public async Task An_experiment_is_written_for_Slurm_and_nothing_is_submitted()
    {
        string[] asked =
        [
            "--shares", "3", "--cpus", "2", "--at-most", "2", "--time", "90m", "--mem", "1G", "--sbatch=--account=x", "--setup", "module load dotnet",
        ];
        var run = await RunAsync("slurm", asked);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("3 shares of", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was submitted", run.Error, StringComparison.Ordinal);
        var parts = run.Output.Trim() + ".parts";
        Assert.True(Directory.Exists(Path.Combine(parts, "logs")));
        Assert.True(File.Exists(Path.Combine(parts, "experiment.json")));
        var script = await File.ReadAllTextAsync(Path.Combine(parts, "array-01.sbatch"));
        string[] lines =
        [
            "#SBATCH --array=1-3%2", "#SBATCH --cpus-per-task=2", "#SBATCH --time=90", "#SBATCH --mem=1G", "#SBATCH --account=x", "module load dotnet",
        ];
        foreach (var line in lines)
        {
            Assert.Contains(line + "\n", script, StringComparison.Ordinal);
        }

        Assert.Contains("--shard \"$share/3\"", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^\{[a-z]+\}$", script);
    }

    /// <summary>
    /// Unless it is given: 10 minutes, 1 second a share, 30 seconds for 100,000 runs, rounded up. The small example has 4 points, so 500,000 replicates are
    /// 2,000,000 runs.
    /// </summary>
    [Theory]
    [InlineData(11, "11 min", "--shares", "3")]
    [InlineData(21, "21 min", "--shares", "3", "--set", "replicates=500000")]
    [InlineData(120, "2 h", "--shares", "3", "--time", "5m", "--merge-time", "2h")]
    public async Task The_merge_has_a_limit_of_its_own(int minutes, string said, params string[] asked)
    {
        var run = await RunAsync("slurm", asked);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains($"the merge starts when all tasks have ended, limit {said}", run.Error, StringComparison.Ordinal);
        var script = await File.ReadAllTextAsync(Path.Combine(run.Output.Trim() + ".parts", "merge.sbatch"));
        Assert.Contains(FormattableString.Invariant($"#SBATCH --time={minutes}\n"), script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_that_other_nodes_do_not_see_are_refused()
    {
        var run = await Invoked.RunAsync("slurm", ExampleFiles.Small, "--output", "/tmp/results", "--shares", "2");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("on this node alone", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pbs", "#PBS -J 1-4", "qsub ")]
    [InlineData("sge", "#$ -t 1-4", "qsub ")]
    [InlineData("lsf", "[1-4]\"", "bsub < ")]
    [InlineData("k8s", "completions: 4", "kubectl apply -f ")]
    [InlineData("aws", "size=4", "bash ")]
    [InlineData("parallel", "seq 4 | parallel", "bash ")]
    [InlineData("xargs", "seq 4 | xargs", "bash ")]
    public async Task Every_engine_has_one_script_and_one_command(string engine, string expected, string command)
    {
        var run = await RunAsync("shards", "--shares", "4", "--for", engine);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        var script = await File.ReadAllTextAsync(run.Output.Trim());
        Assert.Contains(expected, script, StringComparison.Ordinal);
        Assert.Contains("experiment.json", script, StringComparison.Ordinal);
        Assert.Contains($"next: {command}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(
            @"\{(command|shares|logs?|logfolder|cpus|setup|job|merge|minutes|walltime|root|mount|overrides|requeues|percent|tasks|atonce|jobs)\}", script);
    }

    /// <summary>PBS and LSF take the limit after a percent sign, Grid Engine by -tc, Kubernetes as parallelism.</summary>
    [Theory]
    [InlineData("pbs", "#PBS -J 1-4%2\n")]
    [InlineData("sge", "#$ -tc 2\n")]
    [InlineData("lsf", "[1-4]%2\"\n")]
    [InlineData("k8s", "parallelism: 2\n")]
    [InlineData("parallel", "--jobs \"${1:-2}\"")]
    [InlineData("xargs", "-P \"${1:-2}\"")]
    public async Task As_many_tasks_run_at_once_as_are_allowed(string engine, string expected)
    {
        var run = await RunAsync("shards", "--shares", "4", "--at-most", "2", "--for", engine);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains(expected, await File.ReadAllTextAsync(run.Output.Trim()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_AWS_Batch_does_not_have_is_refused()
    {
        var run = await RunAsync("shards", "--shares", "4", "--at-most", "2", "--for", "aws");
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("--at-most has no meaning for AWS Batch", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_laid_over_the_file_is_stated_as_by_one_process()
    {
        string[] set = ["--set", "replicates=3"];
        var one = (await Invoked.RunAsync(["run", ExampleFiles.Small, "--output", _folder.In("one"), "-q", .. set])).Output.Trim();
        var script = (await RunAsync("shards", ["--shares", "2", "--for", "xargs", .. set])).Output.Trim();
        var parts = Path.GetDirectoryName(script)!;
        foreach (var share in (string[])["1/2", "2/2"])
        {
            var run = await Invoked.RunAsync("run", Path.Combine(parts, "experiment.json"), "--output", _folder.In("results"), "--shard", share);
            Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        }

        var merged = (await Invoked.RunAsync("merge", parts[..^".parts".Length])).Output.Trim();

        Assert.Contains("replicates=3", await File.ReadAllTextAsync(Path.Combine(one, "report.html")), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(one, "report.html")), await File.ReadAllBytesAsync(Path.Combine(merged, "report.html")));
    }

    [Fact]
    public async Task A_template_that_runs_nothing_is_refused()
    {
        var run = await RunAsync("slurm", "--shares", "2", "--template", _folder.Write("own.sh", "#!/bin/bash\n"));
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("has no {command}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4711|3|RUNNING|None|n03", "4711", 3, true)]
    [InlineData("4712|N/A|PENDING|Dependency|", "4712", null, false)]
    public void A_line_of_the_queue_is_read(string line, string job, int? index, bool runs)
    {
        var task = SlurmQueue.Parse(line);
        Assert.Equal((job, index, runs), (task!.Job, task.Index, task.Runs));
    }

    private Task<Invoked> RunAsync(string verb, params string[] options)
    {
        string[] local = verb == "slurm" ? ["--local-results"] : [];
        return Invoked.RunAsync([verb, ExampleFiles.Small, "--output", _folder.In("results"), .. local, .. options]);
    }
}
