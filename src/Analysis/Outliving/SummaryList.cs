using System.Collections;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Summaries of design points. Those of a few points are kept; those of many are made each time they are read, since they would fill the
/// memory and are read one after another.
/// </summary>
internal sealed class SummaryList : IReadOnlyList<OutlivingSummary>
{
    private const int MostKept = 1000;

    private readonly IReadOnlyList<StudyPoint> _points;
    private readonly Func<RunGroup, OutlivingSummary> _summarize;
    private readonly OutlivingSummary[]? _kept;

    /// <summary>Summaries of points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="summarize">Summarizes the runs of one.</param>
    public SummaryList(IReadOnlyList<StudyPoint> points, Func<RunGroup, OutlivingSummary> summarize)
    {
        (_points, _summarize) = (points, summarize);
        _kept = points.Count <= MostKept ? [.. points.Select(p => summarize(p.Group))] : null;
    }

    /// <inheritdoc/>
    public int Count => _points.Count;

    /// <inheritdoc/>
    public OutlivingSummary this[int index] => _kept?[index] ?? _summarize(_points[index].Group);

    /// <inheritdoc/>
    public IEnumerator<OutlivingSummary> GetEnumerator()
    {
        for (var k = 0; k < Count; k++)
        {
            yield return this[k];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
