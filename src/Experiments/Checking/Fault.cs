namespace LeadershipSim.Experiments.Checking;

/// <summary>What kind of fault a verification found.</summary>
public enum FaultKind
{
    /// <summary>A file that the manifest lists is not there.</summary>
    FileMissing,

    /// <summary>A file does not have the hash that the manifest states.</summary>
    FileChanged,

    /// <summary>A shard is damaged or holds runs of another plan.</summary>
    ShardUntrusted,

    /// <summary>Runs of the plan are not there.</summary>
    RunsMissing,

    /// <summary>A table at the folder's root is not what the shards give.</summary>
    TableDiffers,

    /// <summary>A run does not give its stored row again.</summary>
    ReplayDiffers,
}

/// <summary>A fault of a results folder.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Where">The file, the folder or the run.</param>
/// <param name="What">What was found.</param>
public sealed record Fault(FaultKind Kind, string Where, string What);
