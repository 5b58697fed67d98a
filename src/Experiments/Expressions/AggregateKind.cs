namespace LeadershipSim.Experiments.Expressions;

/// <summary>How the values of occupied seats become one.</summary>
internal enum AggregateKind
{
    /// <summary>Their sum; 0 over none.</summary>
    Sum,

    /// <summary>Their mean; does not exist over none.</summary>
    Mean,

    /// <summary>The smallest; does not exist over none.</summary>
    Min,

    /// <summary>The largest; does not exist over none.</summary>
    Max,

    /// <summary>The number of seats at which a condition holds.</summary>
    Count,

    /// <summary>The share of seats at which a condition holds; does not exist over none.</summary>
    Share,

    /// <summary>Their Gini coefficient; 0 where there is nothing to share.</summary>
    Gini,

    /// <summary>The effective number of holders, (Σx)² / Σx²; 0 where there is nothing to share.</summary>
    Effective,
}
