using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What the receipts of a shard say is in it, before anything of it was checked.</summary>
internal readonly record struct ShardClaim(long Done, long Failed);

/// <summary>
/// The shards of a results folder: <c>shards/s=00042</c> for a shard that is whole, <c>shards/part=00042-…</c> for what a session
/// that was stopped had of it. Reading takes no lock and changes nothing.
/// </summary>
internal sealed class ShardSet(string folder, RunPlan plan, RunColumns columns, int shardSize, bool acceptsOlder = false)
{
    // What is not, or no longer, committed has a name that readers pass over and the next session removes.
    private const string Leaving = ".tmp-";

    private readonly string _shards = Path.Combine(folder, "shards");
    private readonly ShardFile _file = new(columns, new RecordFiles(plan), acceptsOlder);
    private readonly Lock _listingLock = new();
    private ShardListing? _listing;

    /// <summary>Number of shards.</summary>
    public int Count => (int)((plan.Count + shardSize - 1) / shardSize);

    /// <summary>First run of a shard, and how many it has.</summary>
    public (long First, int Count) RangeOf(int shard)
    {
        var first = (long)shard * shardSize;
        return (first, (int)Math.Min(shardSize, plan.Count - first));
    }

    /// <summary>The committed rows of a shard, in the order of runs; runs that are missing are absent.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="report">Receives the folder and why it is not trusted.</param>
    public IReadOnlyList<RunRow> Read(int shard, Action<string, string>? report = null)
    {
        while (true)
        {
            var places = Listing.Of(shard);
            var untrusted = new List<(string Folder, string Reason)>();
            var rows = Read(shard, places, untrusted);
            if (untrusted.Count == 0)
            {
                return rows;
            }

            // A session at work, here or on a machine whose writes arrive late, may have put other folders in their place.
            ListAgain();
            if (places.SequenceEqual(Listing.Of(shard)))
            {
                untrusted.ForEach(u => report?.Invoke(u.Folder, u.Reason));
                return rows;
            }
        }
    }

    /// <summary>What is in a shard by its receipts alone: quick, and not to be relied on.</summary>
    public ShardClaim ClaimOf(int shard) => Listing.Of(shard).Select(ShardFile.ClaimOf).Append(default).MaxBy(c => c.Done);

    /// <summary>The shards of which something is there, in order.</summary>
    public IEnumerable<int> Present => Listing.Shards;

    /// <summary>A shard that the plan does not have, or that holds more runs than it can; null when all fit.</summary>
    public string? Misfit()
    {
        foreach (var shard in Present)
        {
            var claim = ClaimOf(shard);
            var most = shard < Count ? RangeOf(shard).Count : 0;
            if (claim.Done + claim.Failed <= most)
            {
                continue;
            }

            // A receipt that states more than is there is damage to its shard alone.
            var held = Listing.Of(shard).Max(place => _file.Read(place, plan, out _)?.Length ?? 0);
            if (held > most)
            {
                return Invariant($"shard {shard} holds {held} runs, and by the manifest it can hold {most}");
            }
        }

        return null;
    }

    /// <summary>Commits rows of a shard, all that are known of it: as the shard when it is whole, as a part of it otherwise.</summary>
    public void Commit(int shard, IReadOnlyList<RunRow> rows)
    {
        var whole = FolderOf(shard);
        var committed = whole;
        var old = Listing.Of(shard).Where(place => place != whole).ToList();
        if (rows.Count < RangeOf(shard).Count)
        {
            committed = NewPart(shard);
            _file.Commit(committed, rows);
        }
        else
        {
            MoveAside(shard, old);
            try
            {
                _file.Commit(whole, rows);
            }
            catch (IOException) when (Directory.Exists(whole))
            {
                // Where locks do not hold, another session can have committed the same runs in between.
                MoveAside(shard, old);
                _file.Commit(whole, rows);
            }
        }

        Listing.Put(shard, Directory.Exists(whole) && committed != whole ? [committed, whole] : [committed]);
        old.ForEach(Remove);
    }

    /// <summary>Makes the folder, and removes what a killed session left half written.</summary>
    /// <param name="isAlone">Whether nobody else can be at work; otherwise what another session is writing is left alone.</param>
    public void Prepare(bool isAlone)
    {
        DurableFolder.Create(_shards);
        foreach (var leftover in isAlone ? Directory.GetDirectories(_shards, $"{Leaving}*") : [])
        {
            Directory.Delete(leftover, recursive: true);
        }
    }

    private void ListAgain()
    {
        lock (_listingLock)
        {
            _listing = null;
        }
    }

    // What is there is kept until what replaces it is.
    private void MoveAside(int shard, List<string> old)
    {
        var whole = FolderOf(shard);
        if (Directory.Exists(whole))
        {
            var aside = NewPart(shard);
            DurableFolder.Rename(whole, aside);
            old.Add(aside);
        }
    }

    private string FolderOf(int shard) => Path.Combine(_shards, Invariant($"s={shard:D5}"));

    private string NewPart(int shard) => Path.Combine(_shards, Invariant($"part={shard:D5}-{Guid.NewGuid():N}"));

    // Under the lock: a commit that ends while the folder is listed is put into the new listing.
    private ShardListing Listing
    {
        get
        {
            lock (_listingLock)
            {
                return _listing ??= ShardListing.Of(_shards);
            }
        }
    }

    private IReadOnlyList<RunRow> Read(int shard, IReadOnlyList<string> places, List<(string Folder, string Reason)> untrusted)
    {
        var (first, count) = RangeOf(shard);
        var rows = new SortedDictionary<long, RunRow>();
        foreach (var place in places)
        {
            if (_file.Read(place, plan, out var reason) is not { } found)
            {
                untrusted.Add((place, reason));
                continue;
            }

            foreach (var row in found.Where(r => r.RunIndex >= first && r.RunIndex < first + count))
            {
                // A run that failed may have been tried again since.
                if (!rows.TryGetValue(row.RunIndex, out var known) || known.Error is not null)
                {
                    rows[row.RunIndex] = row;
                }
            }
        }

        return [.. rows.Values];
    }

    // A folder that loses its files one by one would look damaged, to a reader or after a crash.
    private void Remove(string part)
    {
        var leaving = Path.Combine(_shards, $"{Leaving}{Path.GetFileName(part)}");
        try
        {
            Directory.Move(part, leaving);
            Directory.Delete(leaving, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Where locks do not hold, another session may have removed it first.
        }
    }
}
