namespace LeadershipSim.Simulation.Authority;

/// <summary>How authority moves.</summary>
internal enum TransferKind
{
    /// <summary>From an agent to another.</summary>
    Give,

    /// <summary>From what is vacant at a seat to an agent.</summary>
    Inherit,

    /// <summary>From an agent into vacancy at its own seat.</summary>
    Release,
}

/// <summary>One proposed transfer.</summary>
internal struct Transfer
{
    public TransferKind Kind;
    public int From;
    public int To;
    public double Amount;
}
