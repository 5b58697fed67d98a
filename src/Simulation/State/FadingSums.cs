namespace LeadershipSim.Simulation.State;

/// <summary>
/// A quantity per seat that fades by the same factor everywhere from tick to tick: exponential averages Σ_k w^k x(t − k) / memory, w = 1 − 1/memory. Only
/// what is added costs time: values are stored in units of a common scale that fades.
/// </summary>
internal sealed class FadingSums
{
    // Long before the scale underflows, the stored values are brought back to scale 1.
    private const double LeastScale = 1e-100;

    private double[] _stored = [];
    private int _seats;
    private double _scale;

    public double this[int seat] => _stored[seat] * _scale;

    /// <summary>The values of all seats in a unit of their own, which will do where shares are asked for.</summary>
    public ReadOnlySpan<double> InOwnUnit => _stored.AsSpan(0, _seats);

    public void Reset(int seats)
    {
        (_seats, _scale) = (seats, 1);
        if (_stored.Length < seats)
        {
            _stored = new double[seats];
        }

        Array.Clear(_stored);
    }

    /// <summary>A tick passes.</summary>
    /// <param name="keep">What is kept of every value, 1 − 1/memory.</param>
    public void Fade(double keep)
    {
        _scale *= keep;
        if (_scale < LeastScale)
        {
            for (var seat = 0; seat < _seats; seat++)
            {
                _stored[seat] *= _scale;
            }

            _scale = 1;
        }
    }

    /// <summary>Adds what was seen in this tick, already divided by the memory.</summary>
    public void Add(int seat, double amount) => _stored[seat] += amount / _scale;

    public void Clear(int seat) => _stored[seat] = 0;

    /// <summary>The values of all seats.</summary>
    public void CopyTo(Span<double> values)
    {
        for (var seat = 0; seat < _seats; seat++)
        {
            values[seat] = _stored[seat] * _scale;
        }
    }
}
