using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;
using Parquet;

namespace LeadershipSim.Experiments.Reuse;

/// <summary>
/// A results folder, complete or not, whose runs another experiment may need too. Its table of design points is the index: with the seed and the order of
/// replicates it says where the run of a point stands, so that a million runs need no list of their ids. The id of the run that is found there decides.
/// </summary>
public sealed class ReuseSource
{
    private readonly RunManifest _manifest;
    private readonly RunOrder _order;
    private readonly ILookup<string, int> _points;
    private readonly KeptRecords _records;
    private readonly KeptRuns _runs;
    private readonly KeptRuns _ids;
    private readonly Dictionary<ulong, int>? _replicates;

    private ReuseSource(string folder, RunManifest manifest, IReadOnlyList<string> points, KeptRecords records, IReadOnlyList<Output> outputs)
    {
        (Folder, _manifest, _records) = (folder, manifest, records);
        _order = new RunOrder(manifest.Stages ?? [new((int)(manifest.RunsPlanned / points.Count))], points.Count);
        _points = points.Index().ToLookup(p => p.Item, p => p.Index);
        _replicates = manifest.Seeds?.Index().ToDictionary(s => s.Item, s => s.Index);
        _runs = new KeptRuns(folder, manifest.ShardSize, outputs, records.ToRead);
        _ids = new KeptRuns(folder, manifest.ShardSize, [], RunOutputs.None);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Number of runs that it has at most.</summary>
    public long Runs => _manifest.RunsPlanned;

    /// <summary>Opens a results folder to take runs from.</summary>
    /// <param name="folder">The folder; it is only read.</param>
    /// <param name="plan">The plan that needs runs.</param>
    /// <exception cref="StoreException">Nothing can be taken from it: the message says what was found.</exception>
    public static ReuseSource Open(string folder, ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var manifest = RunTable.ManifestOf(folder);
        CheckRules(folder, manifest, plan);
        try
        {
            StatedHash.Check(folder, manifest, ResultTables.Points);
            StatedHash.Check(folder, manifest, ResultFiles.Resolved);
            var points = PointColumns.ReadIds(Path.Combine(folder, ResultTables.Points));
            if (points.Count == 0 || (manifest.Stages is null && manifest.RunsPlanned % points.Count != 0))
            {
                throw RunManifest.Inconsistent(
                    folder, Invariant($"runsPlanned {manifest.RunsPlanned}"),
                    Invariant($"{ResultTables.Points} has {points.Count} design points"));
            }

            var file = Path.Combine(folder, ResultFiles.Resolved);
            var resolved = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
            CheckDefinitions(folder, resolved, JsonNode.Parse(plan.ResolvedJson));
            return new(folder, manifest, points, KeptRecords.Of(resolved?["outputs"], plan.Outputs), plan.Model.Outputs);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new StoreException(StoreProblem.NotReadable, $"nothing can be taken from {folder}: {error.Message}", error);
        }
    }

    /// <summary>Where in the folder the runs of a plan stand, if they are there.</summary>
    internal IEnumerable<long> PlacesOf(PlannedRun run) =>
        from replicate in ReplicatesOf(run)
        where _records.Has(run.Replicate, replicate)
        from point in _points[run.Point.Id]
        let index = _order.IndexOf(point, replicate)
        where index is not null
        select index.Value;

    /// <summary>The run at a place of the folder, as it stands in a plan; null when it is another run, or is not there.</summary>
    /// <param name="place">The place.</param>
    /// <param name="run">The run in the plan.</param>
    /// <param name="onlyIds">Whether nothing but its id is to be read.</param>
    /// <param name="report">Receives why something that is there is not trusted.</param>
    internal RunRow? RunAt(long place, PlannedRun run, bool onlyIds, Action<string>? report)
    {
        var runs = onlyIds ? _ids : _runs;
        if (!runs.Of(runs.ShardOf(place), report).TryGetValue(place, out var row) || row.RunId != run.RunId)
        {
            return null;
        }

        row = row with { RunIndex = run.Index, PointIndex = run.Point.Index, Replicate = run.Replicate };
        return onlyIds ? row : _records.Trimmed(row, run.Replicate);
    }

    /// <summary>What a folder that takes runs states of it.</summary>
    internal ReusedRuns Taken(string target, long runs) => new(Path.GetRelativePath(target, Folder), _manifest.ExperimentId, _manifest.ToolVersion, runs);

    private static bool IsDamage(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidDataException or ParquetException or JsonException or InvalidOperationException;

    private IEnumerable<int> ReplicatesOf(PlannedRun run)
    {
        if (_replicates is not null)
        {
            if (run.Seed.Replicate == 0 && _replicates.TryGetValue(run.Seed.Root, out var listed))
            {
                yield return listed;
            }
        }
        else if (run.Seed.Root == _manifest.Seed && run.Seed.Replicate <= int.MaxValue)
        {
            yield return (int)run.Seed.Replicate;
        }
    }

    private static void CheckRules(string folder, RunManifest manifest, ExperimentPlan plan)
    {
        if (manifest.ModelRevision != Simulation.ModelRevision.Current || manifest.Generator != RunManifest.GeneratorOfRuns)
        {
            throw new StoreException(
                StoreProblem.OtherRevision,
                Invariant($"nothing can be taken from {folder}: its runs are of model revision {manifest.ModelRevision} (version {manifest.ToolVersion}), ")
                + Invariant($"and this version has revision {Simulation.ModelRevision.Current}"));
        }

        if (plan.Extension is { } extension && manifest.Extension?.Hash != extension.Hash)
        {
            throw new StoreException(
                StoreProblem.OtherRevision,
                $"nothing can be taken from {folder}: its runs are of {(manifest.Extension is { } other ? $"{other.Name} with hash {other.Hash}" : "no extension")}, and {extension.Name} has hash {extension.Hash}");
        }
    }

    // When twins are looked at is for analyses to say.
    private static JsonNode? Essential(JsonNode? definition)
    {
        var copy = definition?.DeepClone();
        (copy as JsonObject)?.Remove("after");
        return copy;
    }

    // What these keys say is no part of a run's id, and decides what its outputs of the same names are.
    private static void CheckDefinitions(string folder, JsonNode? kept, JsonNode? wanted)
    {
        foreach (var (key, verb) in new[] { ("metrics", "are"), ("intervention", "is") })
        {
            if (wanted?[key] is { } defined && !JsonNode.DeepEquals(Essential(defined), Essential(kept?[key])))
            {
                var what = kept?[key] is null ? "missing" : "not the same";
                throw new StoreException(StoreProblem.OtherRevision, $"nothing can be taken from {folder}: the {key} of its experiment {verb} {what}");
            }
        }
    }
}
