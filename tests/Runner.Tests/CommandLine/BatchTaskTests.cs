using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.CommandLine;

public sealed class BatchTaskTests
{
    [Theory]
    [InlineData(
        "SLURM_JOB_ID=8;SLURM_ARRAY_JOB_ID=7;SLURM_ARRAY_TASK_ID=3;SLURM_ARRAY_TASK_MIN=1;SLURM_ARRAY_TASK_MAX=10;SLURM_ARRAY_TASK_COUNT=10", "auto", "3/10")]
    [InlineData(
        "SLURM_JOB_ID=8;SLURM_ARRAY_JOB_ID=7;SLURM_ARRAY_TASK_ID=0;SLURM_ARRAY_TASK_MIN=0;SLURM_ARRAY_TASK_MAX=9;SLURM_ARRAY_TASK_COUNT=10", "auto", "1/10")]
    [InlineData("SLURM_JOB_ID=8;SLURM_ARRAY_JOB_ID=7;SLURM_ARRAY_TASK_ID=17;SLURM_ARRAY_TASK_MIN=3;SLURM_ARRAY_TASK_MAX=17;SLURM_ARRAY_TASK_COUNT=2",
        "auto/20", "17/20")]
    [InlineData("PBS_JOBID=12[4].host;PBS_ARRAY_INDEX=4", "auto/8", "4/8")]
    [InlineData("JOB_ID=5;SGE_TASK_ID=2;SGE_TASK_FIRST=1;SGE_TASK_LAST=6;SGE_TASK_STEPSIZE=1", "auto", "2/6")]
    [InlineData("LSB_JOBID=5;LSB_JOBINDEX=2;LSB_JOBINDEX_END=6", "auto", "2/6")]
    [InlineData("JOB_COMPLETION_INDEX=0;JOB_COMPLETIONS=4", "auto", "1/4")]
    [InlineData("AWS_BATCH_JOB_ID=a:3;AWS_BATCH_JOB_ARRAY_INDEX=3;AWS_BATCH_JOB_ARRAY_SIZE=4", "auto", "4/4")]
    public void The_share_is_the_member_of_the_array(string variables, string text, string expected)
    {
        var share = ShareOption.Read(text, TaskOf(variables), out var problem);
        Assert.Null(problem);
        Assert.Equal(expected, share?.ToString());
    }

    [Theory]
    [InlineData("", "auto", "the environment shows no job of Slurm, PBS, Grid Engine, LSF, Kubernetes or AWS Batch")]
    [InlineData("SLURM_JOB_ID=8", "auto", "job 8 of Slurm is not a member of an array")]
    [InlineData("SLURM_JOB_ID=8;SLURM_ARRAY_TASK_ID=17;SLURM_ARRAY_TASK_MIN=3;SLURM_ARRAY_TASK_MAX=17;SLURM_ARRAY_TASK_COUNT=2", "auto", "--shard auto/N")]
    [InlineData("PBS_JOBID=12[4].host;PBS_ARRAY_INDEX=4", "auto", "PBS does not say how many members its array has")]
    [InlineData("PBS_JOBID=12[9].host;PBS_ARRAY_INDEX=9", "auto/8", "array index 9 of PBS is share 9, and there are 8")]
    [InlineData("JOB_ID=5;SGE_TASK_ID=undefined", "auto", "not a member of an array")]
    [InlineData("LSB_JOBID=5;LSB_JOBINDEX=0", "auto", "not a member of an array")]
    [InlineData("SLURM_JOB_ID=8;SLURM_ARRAY_TASK_ID=1", "auto/x", "allowed is auto, or auto/200 for 200 shares")]
    [InlineData("", "0/10", "shares count from 1. In an array from 0 use --shard $((SLURM_ARRAY_TASK_ID+1))/10")]
    [InlineData("", "11/10", "allowed is 1/10 … 10/10 for ten shares")]
    public void What_is_no_share_is_explained(string variables, string text, string expected)
    {
        Assert.Null(ShareOption.Read(text, TaskOf(variables), out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SLURM_JOB_ID=8;SLURM_CPUS_PER_TASK=2;SLURM_CPUS_ON_NODE=64", 128, 2)]
    [InlineData("SLURM_JOB_ID=8;SLURM_CPUS_ON_NODE=3", 128, 3)]
    [InlineData("SLURM_JOB_ID=8;SLURM_CPUS_PER_TASK=64", 2, 2)]
    [InlineData("SLURM_CPUS_PER_TASK=1", 8, 8)]
    [InlineData("JOB_ID=5;SGE_TASK_ID=undefined;NSLOTS=4", 8, 4)]
    public void Workers_are_those_the_job_was_given_and_that_there_are(string variables, int counted, int expected) =>
        Assert.Equal(expected, SharedOptions.CpusOf(TaskOf(variables), counted));

    [Fact]
    public void A_log_says_which_task_it_is_of() => Assert.Equal(
        "Slurm job 7, array index 3, restart 2",
        TaskOf("SLURM_JOB_ID=9;SLURM_ARRAY_JOB_ID=7;SLURM_ARRAY_TASK_ID=3;SLURM_RESTART_COUNT=2")!.ToString());

    private static BatchTask? TaskOf(string variables)
    {
        var values = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        return BatchTask.Of(name => values.GetValueOrDefault(name));
    }
}
