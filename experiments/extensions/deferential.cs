#:project ../../src/Runner

// The command line with a policy, an output, a metric and a figure of its own. From the root of the repository:
//   dotnet run experiments/extensions/deferential.cs -- run experiments/extensions/deferential.yaml
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner;
using LeadershipSim.Runner.Extensions;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;
using SkiaSharp;

return await LeaderSim.RunAsync(args, with => with
    .Policy<Deferential>("Holders give a share of their authority to the most trusted and experienced tied agent")
    .Output("founderVoice", "share", run => run.FoundingExit.Tick / (double)run.EndTick, "Share of the program's life with somebody of the founding core")
    .Metric("topAuthority", "share", TopAuthority, "Authority of the largest holder")
    .Figure("founderVoice", FounderVoice.Draw, "Mean share of a program's life with somebody of its founding core, by design point"));

static double TopAuthority(in TickView view)
{
    var top = 0.0;
    foreach (var authority in view.Organization.Authority)
    {
        top = Math.Max(top, authority);
    }

    return top;
}

/// <summary>Every holder gives a share of its authority to the most trusted and experienced tied agent.</summary>
internal sealed record Deferential : ILeadershipPolicy
{
    /// <summary>Share given.</summary>
    [Parameter("Share of its authority that a holder gives away", Unit = "per tick")]
    public double ShareRate { get; init; } = 0.1;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn) => Promotion.AfterLag(ref turn, lagTicks: 12);

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        for (var seat = 0; seat < view.Seats; seat++)
        {
            if (view.Authority[seat] > 0 && view.MostTrustedExperienced(seat) is >= 0 and var other)
            {
                turn.Transfers.Give(seat, other, ShareRate * view.Authority[seat]);
            }
        }
    }
}

/// <summary>One bar a design point.</summary>
internal static class FounderVoice
{
    private const float BarHeight = 22;
    private const float LabelWidth = 160;
    private const float BarWidth = 300;

    public static OwnFigure Draw(FinishedExperiment experiment)
    {
        var bars = Means(experiment.Runs, experiment.Plan.Points.Count);
        string[] labels = [.. experiment.Plan.Points.Select(point => string.Join(", ", point.Values.Select(v => v.Value)))];
        return new OwnFigure(LabelWidth + BarWidth + 60, (bars.Length + 1) * BarHeight, sheet =>
        {
            for (var k = 0; k < bars.Length; k++)
            {
                var top = (k + 0.5f) * BarHeight;
                sheet.Text(labels[k], new SKPoint(LabelWidth - 8, top + 14), 12, SKTextAlign.Right, SKColors.Black);
                sheet.Box(new SKRect(LabelWidth, top, LabelWidth + (float)(bars[k] * BarWidth), top + 18), SKColors.SteelBlue);
                sheet.Text(FormattableString.Invariant($"{bars[k]:0.00}"), new SKPoint(LabelWidth + (float)(bars[k] * BarWidth) + 6, top + 14), 12,
                    SKTextAlign.Left, SKColors.Black);
            }
        })
        {
            Caption = $"Mean share of a program's life with somebody of its founding core, {experiment.Runs.Count} runs.",
            AltText = "Bars: " + string.Join(", ", labels.Select((label, k) => FormattableString.Invariant($"{label} {bars[k]:0.00}"))) + ".",
            Columns = ["point", "founderVoice"],
            Rows = [.. labels.Select((label, k) => (IReadOnlyList<object?>)[label, bars[k]])],
        };
    }

    private static double[] Means(RunTable runs, int points)
    {
        var (values, point) = (runs.Numbers("founderVoice"), runs.Numbers("pointIndex"));
        return [.. Enumerable.Range(0, points).Select(p => Enumerable.Range(0, runs.Count).Where(r => (int)point[r] == p).Average(r => values[r]))];
    }
}
