using System.Runtime.CompilerServices;

namespace LeadershipSim.Simulation.Networks;

/// <summary>Trust on the ties of one seat: of its agent in the tied, or of the tied in its agent.</summary>
public readonly ref struct TrustRow
{
    private readonly double _floor;
    private readonly double _scale;
    private readonly ReadOnlySpan<double> _deviations;
    private readonly ReadOnlySpan<int> _places;

    // Without places, the deviations are the row's.
    internal TrustRow(double floor, double scale, ReadOnlySpan<double> deviations, ReadOnlySpan<int> places)
    {
        _floor = floor;
        _scale = scale;
        _deviations = deviations;
        _places = places;
    }

    /// <summary>Trust w on the k-th tie.</summary>
    public double this[int k]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _floor + (_scale * _deviations[_places.IsEmpty ? k : _places[k]]);
    }
}
