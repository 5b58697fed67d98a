using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>What the estimators say of a data file of lives.</summary>
public sealed record SurvivalAnswer
{
    /// <summary>A curve per group.</summary>
    public required IReadOnlyList<KaplanMeierCurve> Curves { get; init; }

    /// <summary>The Nelson–Aalen estimate per group, in the order of the curves.</summary>
    public required IReadOnlyList<CumulativeHazard> Hazards { get; init; }

    /// <summary>Level of bands and intervals.</summary>
    public required double Level { get; init; }

    /// <summary>Times to which restricted means look; empty where a group was not observed at all.</summary>
    public required IReadOnlyList<double> Taus { get; init; }

    /// <summary>Comparison of the groups; null with one group.</summary>
    public LogRankTest? LogRank { get; init; }

    /// <summary>For each τ, restricted means of the other groups compared with that of the first; none with one group.</summary>
    public IReadOnlyList<IReadOnlyList<RestrictedMeanContrast>> Means { get; init; } = [];

    /// <summary>The column of strata; null without.</summary>
    public string? Strata { get; init; }

    /// <summary>The Cox model; null where none was asked for.</summary>
    public CoxFit? Cox { get; init; }

    /// <summary>Test of proportional hazards.</summary>
    public SchoenfeldTest? Proportional { get; init; }

    /// <summary>The function of time of that test.</summary>
    public TimeScale TimeScale { get; init; }

    /// <summary>Residuals of the Cox model, row by row; null without model, or where they do not exist.</summary>
    public CoxResiduals? Residuals { get; init; }

    /// <summary>The Fine–Gray model of the event's incidence; null where none was asked for.</summary>
    public CoxFit? FineGray { get; init; }

    /// <summary>The model of the hazard per tick; null where none was asked for.</summary>
    public DiscreteHazardFit? Discrete { get; init; }

    /// <summary>Cumulative incidence per group and cause; empty without competing causes.</summary>
    public IReadOnlyList<CumulativeIncidence> Incidences { get; init; } = [];

    /// <summary>How their variances are estimated.</summary>
    public IncidenceVariance Variance { get; init; }

    /// <summary>Gray's test per cause, where there are groups.</summary>
    public IReadOnlyList<GrayTest> Gray { get; init; } = [];

    /// <summary>Names of the causes.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Reasons to doubt the above.</summary>
    public required IReadOnlyList<string> Cautions { get; init; }

    /// <summary>Answers a question.</summary>
    /// <exception cref="Experiments.Tables.DataException">The file does not have what is asked for.</exception>
    public static SurvivalAnswer Of(SurvivalQuestion question)
    {
        var rows = SurvivalRows.Read(question);
        var events = rows.WithEvents();
        var curves = KaplanMeier.Estimate(events, question.ConfidenceType, question.Level);
        var last = curves.Min(c => c.Rows.Count == 0 ? 0 : c.Rows[^1].Time);
        double[] taus = question.Taus.Count > 0 ? [.. question.Taus] : last > 0 ? [last] : [];
        var coxData = question.Cox is null ? null : rows.ModelData("--cox");
        var cox = coxData is null ? null : CoxModel.Fit(coxData, question.Ties);
        var withCauses = question.HasCauses ? rows.WithCauses() : [];
        var answer = new SurvivalAnswer
        {
            Curves = curves,
            Hazards = NelsonAalen.Estimate(events),
            Level = question.Level,
            Taus = taus,
            Means = curves.Count < 2 ? []
                : [.. taus.Select(to => curves.Skip(1).Select(c => RestrictedMeanContrast.Of(c, curves[0], to, question.Level)).ToArray())],
            Strata = question.Strata,
            LogRank = curves.Count > 1 ? Survival.LogRank.Test(events, question.Weight) : null,
            Cox = cox,
            Proportional = cox is null ? null : SchoenfeldTest.Of(coxData!, cox, question.TimeScale),
            TimeScale = question.TimeScale,
            Residuals = cox is { MartingaleResiduals.Count: > 0 } ? CoxResiduals.Of(cox, coxData!, rows.Places) : null,
            FineGray = question.FineGray is null ? null : Subdistribution(question, rows),
            Discrete = question.Discrete is null ? null : PerTick(question, rows),
            Incidences = question.HasCauses ? AalenJohansen.Estimate(withCauses, question.ConfidenceType, question.Level, question.Variance) : [],
            Gray = question.HasCauses && curves.Count > 1 ? [.. rows.Causes.Select((_, k) => GrayTest.Of(withCauses, k + 1))] : [],
            Variance = question.Variance,
            Causes = rows.Causes,
            Cautions = [],
        };
        return answer with { Cautions = [.. OwnTableCautions.Of(question, rows, answer, events.Count)] };
    }

    private static CoxFit Subdistribution(SurvivalQuestion question, SurvivalRows rows)
    {
        var (columns, subjects) = rows.CompetingData();
        return Survival.Regression.FineGray.Fit(columns, subjects, 1, question.Ties);
    }

    private static DiscreteHazardFit PerTick(SurvivalQuestion question, SurvivalRows rows)
    {
        try
        {
            return DiscreteHazard.Fit(rows.ModelData("--discrete"), question.Cuts);
        }
        catch (ArgumentException error)
        {
            throw new Experiments.Tables.DataException($"{question.File}: --discrete: {error.Message}", error);
        }
    }
}
