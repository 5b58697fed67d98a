namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>The function of time a coefficient is suspected to change with.</summary>
public enum TimeScale
{
    /// <summary>1 − S(t−) of all rows, the default of R's cox.zph: robust against few late events.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Identity,
}
