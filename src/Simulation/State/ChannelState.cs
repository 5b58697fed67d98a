namespace LeadershipSim.Simulation.State;

/// <summary>Reliability of channels in the present tick, outages included.</summary>
internal sealed class ChannelState
{
    private double[] _remote = [];
    private Channels _channels = new();

    public void Reset(Channels channels, int sites)
    {
        if (_remote.Length != sites)
        {
            _remote = new double[sites];
        }

        Follow(channels);
    }

    /// <summary>Takes over how reliable channels are.</summary>
    public void Follow(Channels channels)
    {
        _channels = channels;
        Array.Fill(_remote, channels.Remote);
    }

    public void Update(int tick)
    {
        if (_channels.Outages.Count == 0)
        {
            return;
        }

        Array.Fill(_remote, _channels.Remote);
        for (var k = 0; k < _channels.Outages.Count; k++)
        {
            var outage = _channels.Outages[k];
            if (tick >= outage.FromTick && tick <= outage.ToTick && outage.Site < _remote.Length)
            {
                _remote[outage.Site] = Math.Min(_remote[outage.Site], outage.Remote);
            }
        }
    }

    /// <summary>Probability that communication between two sites gets through: the worse end decides.</summary>
    public double Between(int site, int other) => site == other ? _channels.Local : Math.Min(_remote[site], _remote[other]);
}
