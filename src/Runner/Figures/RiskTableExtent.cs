namespace LeadershipSim.Runner.Figures;

/// <summary>How much of the table below survival curves is drawn; the numbers left out stand in the figure's CSV file.</summary>
internal enum RiskTableExtent
{
    /// <summary>At risk, censored and events.</summary>
    Full,

    /// <summary>At risk only.</summary>
    AtRisk,

    /// <summary>None.</summary>
    None,
}
