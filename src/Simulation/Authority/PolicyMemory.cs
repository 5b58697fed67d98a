using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Authority;

/// <summary>What a policy remembers in a run: all zero at founding. A policy itself is immutable.</summary>
public sealed class PolicyMemory
{
    private long[] _agents = [];
    private long[] _others = [];
    private double[] _values = [];
    private double[] _otherValues = [];
    private double[] _room = [];
    private int[] _numbers = [];

    /// <summary>One number for the whole run: a clock, a seat, a count.</summary>
    public int Clock { get; set; }

    /// <summary>An agent per seat, as <see cref="OrganizationView.AgentAt"/> gives it; 0: nobody.</summary>
    public Span<long> Agents => _agents;

    /// <summary>Another agent per seat.</summary>
    public Span<long> OtherAgents => _others;

    /// <summary>A number per seat.</summary>
    public Span<double> Values => _values;

    /// <summary>Another number per seat.</summary>
    public Span<double> OtherValues => _otherValues;

    /// <summary>Room for numbers, for use within a turn: it holds whatever was last left in it.</summary>
    /// <param name="count">How many.</param>
    public Span<double> Room(int count)
    {
        if (_room.Length < count)
        {
            _room = new double[count];
        }

        return _room.AsSpan(0, count);
    }

    /// <summary>Room for whole numbers, as <see cref="Room"/> is.</summary>
    /// <param name="count">How many.</param>
    internal Span<int> NumberRoom(int count)
    {
        if (_numbers.Length < count)
        {
            _numbers = new int[count];
        }

        return _numbers.AsSpan(0, count);
    }

    internal void Reset(int seats)
    {
        if (_agents.Length != seats)
        {
            (_agents, _others, _values, _otherValues) = (new long[seats], new long[seats], new double[seats], new double[seats]);
        }

        Array.Clear(_agents);
        Array.Clear(_others);
        Array.Clear(_values);
        Array.Clear(_otherValues);
        Clock = 0;
    }
}
