using System.Runtime.CompilerServices;

namespace LeadershipSim.Simulation;

/// <summary>Trust on the ties of one seat.</summary>
public readonly ref struct TrustRow
{
    private readonly double _floor;
    private readonly double _scale;
    private readonly ReadOnlySpan<double> _deviations;

    internal TrustRow(double floor, double scale, ReadOnlySpan<double> deviations)
    {
        _floor = floor;
        _scale = scale;
        _deviations = deviations;
    }

    /// <summary>Trust w on the k-th tie.</summary>
    public double this[int k]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _floor + (_scale * _deviations[k]);
    }
}
