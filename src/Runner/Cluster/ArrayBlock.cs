
namespace LeadershipSim.Runner.Cluster;

/// <summary>
/// Shares that one array of jobs runs. What a cluster limits is the index, not the number of members, so every array counts from 1 and adds
/// an offset.
/// </summary>
/// <param name="Offset">What is added to an index to give the share.</param>
/// <param name="Indices">The indices, in order.</param>
internal sealed record ArrayBlock(int Offset, IReadOnlyList<int> Indices)
{
    /// <summary>Divides shares among arrays.</summary>
    /// <param name="shares">The shares, from 1, in order.</param>
    /// <param name="maxArraySize">One more than the largest index allowed.</param>
    public static IReadOnlyList<ArrayBlock> Of(IEnumerable<int> shares, int maxArraySize)
    {
        var most = Math.Max(1, maxArraySize - 1);
        return
        [
            .. from share in shares
               group share by (share - 1) / most * most into members
               select new ArrayBlock(members.Key, [.. members.Select(share => share - members.Key)]),
        ];
    }

    /// <summary>The indices as schedulers read them: 3,17,40-44.</summary>
    public string Spelled
    {
        get
        {
            var ranges = new List<(int From, int To)>();
            foreach (var index in Indices)
            {
                if (ranges.Count > 0 && ranges[^1].To == index - 1)
                {
                    ranges[^1] = (ranges[^1].From, index);
                }
                else
                {
                    ranges.Add((index, index));
                }
            }

            return string.Join(',', ranges.Select(r => r.From == r.To ? Text(r.From) : $"{Text(r.From)}-{Text(r.To)}"));
        }
    }

    private static string Text(int number) => Invariant($"{number}");
}
