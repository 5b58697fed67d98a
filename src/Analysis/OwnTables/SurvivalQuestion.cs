using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>What is asked of a data file of lives.</summary>
public sealed record SurvivalQuestion
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>How the file is written, where it has to be said.</summary>
    public TableFormat Format { get; init; } = new();

    /// <summary>Column of times.</summary>
    public required string Time { get; init; }

    /// <summary>Column that says whether, or of what, a life ended.</summary>
    public required string Event { get; init; }

    /// <summary>Values of that column which are the event; empty: 1 and true, or with causes the first.</summary>
    public IReadOnlyList<string> EventValues { get; init; } = [];

    /// <summary>Values of that column which mean censored; empty: 0, false and censored, or all that are not the event.</summary>
    public IReadOnlyList<string> CensoredValues { get; init; } = [];

    /// <summary>Column of groups to compare.</summary>
    public string? Group { get; init; }

    /// <summary>Column of strata.</summary>
    public string? Strata { get; init; }

    /// <summary>Column of clusters.</summary>
    public string? Cluster { get; init; }

    /// <summary>Column of times from which rows are at risk.</summary>
    public string? Entry { get; init; }

    /// <summary>Column of times at which leadership left; no value: it was not seen to.</summary>
    public string? Exit { get; init; }

    /// <summary>Whether time is counted from the exit on.</summary>
    public bool FromExit { get; init; }

    /// <summary>Time from which on lives are compared by whether leadership had left by then; null: from the start.</summary>
    public double? Landmark { get; init; }

    /// <summary>Terms of a Cox model, as in "age + karno".</summary>
    public string? Cox { get; init; }

    /// <summary>Whether events have causes that compete.</summary>
    public bool HasCauses { get; init; }

    /// <summary>The causes that compete with the event of interest; empty: all but the first.</summary>
    public IReadOnlyList<string> Competing { get; init; } = [];

    /// <summary>The scale on which bands are symmetric.</summary>
    public ConfidenceType ConfidenceType { get; init; }

    /// <summary>Level of the bands.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How variances of cumulative incidences are estimated.</summary>
    public IncidenceVariance Variance { get; init; }

    /// <summary>Times to which restricted means look; empty: the last time observed in every group.</summary>
    public IReadOnlyList<double> Taus { get; init; } = [];

    /// <summary>Terms of a Fine–Gray model of the event's incidence.</summary>
    public string? FineGray { get; init; }

    /// <summary>Terms of a model of the hazard per tick.</summary>
    public string? Discrete { get; init; }

    /// <summary>Ticks after which the hazard per tick may change.</summary>
    public IReadOnlyList<int> Cuts { get; init; } = [];

    /// <summary>The function of time that coefficients are suspected to change with.</summary>
    public TimeScale TimeScale { get; init; }

    /// <summary>How tied times enter the Cox model.</summary>
    public TiedTimes Ties { get; init; }

    /// <summary>Weights of the log-rank test.</summary>
    public LogRankWeight Weight { get; init; } = LogRankWeight.LogRank;
}
