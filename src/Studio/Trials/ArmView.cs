using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Studio.Trials;

/// <summary>What is known of one arm.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Runs">Runs.</param>
/// <param name="Ticks">Ticks of the shares.</param>
/// <param name="FounderLed">Share of programs alive under their founders.</param>
/// <param name="Outliving">Share alive without them.</param>
/// <param name="Failed">Share that failed.</param>
/// <param name="NeedEnded">Share no longer needed.</param>
/// <param name="Survival">Survival from the exit on.</param>
/// <param name="Exits">Runs whose founding leadership left.</param>
/// <param name="Outlives">Share alive a while after the exit.</param>
/// <param name="LandmarkTicks">How long after.</param>
internal sealed record ArmView(
    string Name,
    int Runs,
    IReadOnlyList<int> Ticks,
    IReadOnlyList<double> FounderLed,
    IReadOnlyList<double> Outliving,
    IReadOnlyList<double> Failed,
    IReadOnlyList<double> NeedEnded,
    IReadOnlyList<SurvivalPoint> Survival,
    int Exits,
    Share Outlives,
    int LandmarkTicks)
{
    private const int MostColumns = 130;

    /// <summary>The view of a group of runs.</summary>
    public static ArmView Of(RunGroup group, int horizonTicks)
    {
        var summary = OutlivingSummary.Of(group, Landmark(horizonTicks), Math.Max(1, horizonTicks / 2));
        var states = StateOccupation.Of(group.Runs, horizonTicks);
        var stride = Math.Max(1, (horizonTicks + MostColumns - 1) / MostColumns);
        int[] ticks = [.. Enumerable.Range(0, horizonTicks + 1).Where(t => t % stride == 0 || t == horizonTicks)];
        double[] At(IReadOnlyList<double> shares) => [.. ticks.Select(t => Math.Round(shares[t], 4))];
        return new(
            group.Arm.Label,
            group.Runs.Count,
            ticks,
            At(states[ProgramState.Led]),
            At(states[ProgramState.Outliving]),
            At(states.Failed),
            At(states[ProgramState.NeedEnded]),
            [new(0, 1, 1, 1), .. summary.Survival.Rows.Where(r => r.Events > 0).Select(SurvivalPoint.Of)],
            summary.FoundingExits,
            Share.Of(summary.Outlives),
            summary.LandmarkTicks);
    }

    /// <summary>A year of weeks, or half of a shorter horizon: as studies look.</summary>
    public static int Landmark(int horizonTicks) => Math.Min(OutlivingStudy.LandmarkTicks, Math.Max(1, horizonTicks / 2));
}

/// <summary>A share with its 95 % interval.</summary>
/// <param name="Estimate">The share; null without trials.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="N">Trials.</param>
internal sealed record Share(double? Estimate, double? Lower, double? Upper, int N)
{
    /// <summary>The share of a proportion.</summary>
    public static Share Of(Proportion proportion) => new(proportion.Estimate, proportion.Lower, proportion.Upper, proportion.Trials);
}

/// <summary>A step of a survival curve with its band.</summary>
/// <param name="Time">Ticks since the exit.</param>
/// <param name="Survival">Share alive.</param>
/// <param name="Lower">Lower end of the band.</param>
/// <param name="Upper">Upper end of the band.</param>
internal sealed record SurvivalPoint(double Time, double Survival, double Lower, double Upper)
{
    /// <summary>The step of a row.</summary>
    public static SurvivalPoint Of(KaplanMeierRow row) => new(row.Time, row.Survival, row.Lower ?? row.Survival, row.Upper ?? row.Survival);
}
