using System.Text.Json;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>A job that was submitted.</summary>
/// <param name="At">When.</param>
/// <param name="Id">Its number.</param>
/// <param name="Offset">What is added to an index to give the share; null for a merge.</param>
/// <param name="Indices">The indices of an array; empty for a merge.</param>
/// <param name="Line">The command that submitted it.</param>
internal sealed record SubmittedJob(DateTimeOffset At, string Id, int? Offset, string Indices, string Line)
{
    /// <summary>Whether it merges.</summary>
    public bool IsMerge => Offset is null;
}

/// <summary>The jobs of an experiment, kept beside its shares as jobs.json.</summary>
/// <param name="Settings">How they are submitted.</param>
/// <param name="Stages">Stages of replication that the plan had at the last submission.</param>
/// <param name="Jobs">The jobs, in the order of submission.</param>
internal sealed record JobRecord(JobSettings Settings, int Stages, IReadOnlyList<SubmittedJob> Jobs)
{
    private const string FileName = "jobs.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads it from the folder of the shares; null if absent.</summary>
    /// <exception cref="CommandException">It is damaged.</exception>
    public static JobRecord? Read(string parts)
    {
        var file = Path.Combine(parts, FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<JobRecord>(File.ReadAllText(file), Json) : null;
        }
        catch (JsonException error)
        {
            throw new CommandException(ExitCode.ResultsUnusable, $"error: {file} cannot be read: {error.Message} Delete it: shares that are complete stay complete, but which jobs are queued is then unknown");
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string parts)
    {
        var file = Path.Combine(parts, FileName);
        OutputFile.Write(file, stream => JsonSerializer.Serialize(stream, this, Json));
    }
}
