namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>How a Cox model treats tied times. Times in ticks are tied as a rule.</summary>
public enum TiedTimes
{
    /// <summary>Efron (1977, https://doi.org/10.1080/01621459.1977.10480613): close to the exact likelihood also with many tied times.</summary>
    Efron,

    /// <summary>Breslow (1974, https://doi.org/10.2307/2529620): pulls coefficients towards 0 when many times are tied.</summary>
    Breslow,
}
