using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Simulation.Networks;

/// <summary>
/// Ties in compressed rows, sorted by neighbour, with trust per directed tie. Trust drifts to half the baseline by the same factor
/// everywhere, so only the deviation from it is stored, in units of a common scale that drifts: exact, and free.
/// </summary>
internal sealed class TieNetwork
{
    // Long before the scale underflows, the stored deviations are brought back to scale 1.
    private const double LeastScale = 1e-100;

    // Ties past the last one that can be read by who reads several at a time.
    private const int Slack = 8;

    private int[] _rowStart = [];
    private int[] _neighbour = [];
    private int[] _reverse = [];
    private int[] _next = [];
    private double[] _deviation = [];
    private int _seats;
    private double _scale;
    private double _driftPerTick;

    /// <summary>Trust on every tie at founding.</summary>
    public double Baseline { get; private set; }

    /// <summary>Half the baseline: what trust drifts to, and what holds without a tie.</summary>
    public double Floor { get; private set; }

    /// <summary>Share of the gap that trust moves after a decision.</summary>
    public double Step { get; private set; }

    /// <summary>Factor between a stored deviation and the deviation itself.</summary>
    public double Scale => _scale;

    public int DirectedTies => _rowStart[_seats];

    public int MaxDegree { get; private set; }

    public int Start(int seat) => _rowStart[seat];

    public int End(int seat) => _rowStart[seat + 1];

    public ReadOnlySpan<int> Neighbours(int seat) => _neighbour.AsSpan(_rowStart[seat], _rowStart[seat + 1] - _rowStart[seat]);

    public ReadOnlySpan<double> Deviations(int seat) => _deviation.AsSpan(_rowStart[seat], _rowStart[seat + 1] - _rowStart[seat]);

    public ReadOnlySpan<int> Reverse(int seat) => _reverse.AsSpan(_rowStart[seat], _rowStart[seat + 1] - _rowStart[seat]);

    public ReadOnlySpan<double> AllDeviations => _deviation.AsSpan(0, DirectedTies);

    /// <summary>The deviations from a directed tie on; some more can be read past the last tie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double DeviationsFrom(int tie) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_deviation), tie);

    /// <summary>The neighbours from a directed tie on; some more can be read past the last tie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int NeighboursFrom(int tie) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_neighbour), tie);

    public void Build(TieBuilder builder, Trust trust)
    {
        _seats = builder.Seats;
        var ties = builder.Ties;
        Reserve(_seats + 1, (2 * ties.Length) + Slack);
        CountRows(ties);
        FillRows(ties);
        (Baseline, Floor) = (trust.Baseline, trust.Baseline / 2);
        _scale = 1;
        Follow(trust);
        _deviation.AsSpan(0, DirectedTies).Fill(Baseline - Floor);
        foreach (var (seat, other, stated) in builder.StatedTrust)
        {
            SetTrust(Find(seat, other), stated);
        }
    }

    /// <summary>Takes over how trust moves, not where it started.</summary>
    public void Follow(Trust trust) => (Step, _driftPerTick) = (trust.Step, trust.DriftPerTick);

    /// <summary>The directed tie from one seat to another, −1 if absent.</summary>
    public int Find(int seat, int other)
    {
        var neighbours = Neighbours(seat);
        var index = AscendingValues.CountUpTo(neighbours, other) - 1;
        return index >= 0 && neighbours[index] == other ? _rowStart[seat] + index : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NeighbourAt(int tie) => _neighbour[tie];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReverseOf(int tie) => _reverse[tie];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double TrustAt(int tie) => Floor + (_scale * _deviation[tie]);

    public double TrustBetween(int seat, int other)
    {
        var tie = Find(seat, other);
        return tie < 0 ? Floor : TrustAt(tie);
    }

    public void SetTrust(int tie, double trust) => _deviation[tie] = (trust - Floor) / _scale;

    /// <summary>Trust to and from a seat returns to half the baseline.</summary>
    public void Forget(int seat)
    {
        for (var tie = _rowStart[seat]; tie < _rowStart[seat + 1]; tie++)
        {
            _deviation[tie] = 0;
            _deviation[_reverse[tie]] = 0;
        }
    }

    /// <summary>One tick of drift.</summary>
    public void Drift()
    {
        _scale *= 1 - _driftPerTick;
        if (_scale < LeastScale)
        {
            foreach (ref var deviation in _deviation.AsSpan(0, DirectedTies))
            {
                deviation *= _scale;
            }

            _scale = 1;
        }
    }

    private void Reserve(int rows, int ties)
    {
        if (_rowStart.Length < rows)
        {
            _rowStart = new int[rows];
            _next = new int[rows];
        }

        if (_neighbour.Length < ties)
        {
            _neighbour = new int[ties];
            _reverse = new int[ties];
            _deviation = new double[ties];
        }
    }

    private void CountRows(ReadOnlySpan<ulong> ties)
    {
        Array.Clear(_rowStart, 0, _seats + 1);
        foreach (var tie in ties)
        {
            var (seat, other) = TieBuilder.Ends(tie);
            _rowStart[seat + 1]++;
            _rowStart[other + 1]++;
        }

        MaxDegree = 0;
        for (var seat = 0; seat < _seats; seat++)
        {
            MaxDegree = Math.Max(MaxDegree, _rowStart[seat + 1]);
            _rowStart[seat + 1] += _rowStart[seat];
        }
    }

    // Two passes sort the rows without comparing: unsorted rows first, then their transpose, whose rows come out sorted.
    private void FillRows(ReadOnlySpan<ulong> ties)
    {
        var unsorted = _reverse;
        var next = _next;
        _rowStart.AsSpan(0, _seats).CopyTo(next);
        foreach (var tie in ties)
        {
            var (seat, other) = TieBuilder.Ends(tie);
            unsorted[next[seat]++] = other;
            unsorted[next[other]++] = seat;
        }

        _rowStart.AsSpan(0, _seats).CopyTo(next);
        for (var seat = 0; seat < _seats; seat++)
        {
            for (var k = _rowStart[seat]; k < _rowStart[seat + 1]; k++)
            {
                _neighbour[next[unsorted[k]]++] = seat;
            }
        }

        _rowStart.AsSpan(0, _seats).CopyTo(next);
        for (var seat = 0; seat < _seats; seat++)
        {
            for (var k = _rowStart[seat]; k < _rowStart[seat + 1]; k++)
            {
                _reverse[k] = next[_neighbour[k]]++;
            }
        }
    }
}
