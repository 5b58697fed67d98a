using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads how to run, which changes no result.</summary>
internal sealed class ExecutionReader(KeyReader keys)
{
    private static readonly string[] Keys = ["workers", "maxRuns"];

    public ExecutionOptions Read(Node? node)
    {
        var standard = new ExecutionOptions();
        return keys.Mapping(node, "execution", Keys) is not { } map ? standard : new ExecutionOptions
        {
            Workers = (int)(keys.Whole(map["workers"], "execution.workers", 1, 1024) ?? standard.Workers),
            MaxRuns = keys.Whole(map["maxRuns"], "execution.maxRuns", 1, 1_000_000_000_000) ?? standard.MaxRuns,
        };
    }
}
