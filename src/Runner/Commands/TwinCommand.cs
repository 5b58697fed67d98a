using System.CommandLine;
using System.Globalization;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim twin FILE --tick T</c>: every world of an experiment twice, with and without an exit of leaders.</summary>
internal static class TwinCommand
{
    private const int DefaultLandmark = 52;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var (file, set, seed, json, workers) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Json(), SharedOptions.Workers());
        var tick = new Option<int>("--tick") { Description = "Tick at which leaders have to leave", HelpName = "T", Required = true };
        var remove = new Option<string>("--remove") { Description = "Who leaves: foundingCore, topHolders or seat", HelpName = "WHO", DefaultValueFactory = _ => "foundingCore" };
        remove.AcceptOnlyFromAmong([.. Enum.GetValues<ShockTarget>().Select(NameOf)]);
        var count = new Option<int>("--count") { Description = "How many top holders leave", HelpName = "K", DefaultValueFactory = _ => 1 };
        var seat = new Option<int>("--seat") { Description = "Whose seat is vacated, counted from 0", HelpName = "I", DefaultValueFactory = _ => 0 };
        var landmark = new Option<int>("--landmark") { Description = "Ticks after the exit at which programs are looked at", HelpName = "L", DefaultValueFactory = _ => DefaultLandmark };
        var command = new Command("twin", "Show what an exit of leaders does to the very programs it happens to: the same worlds with and without it")
        {
            file, tick, remove, count, seat, landmark, set, seed, workers, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var input = ExperimentInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var shock = new Shock
            {
                Tick = parsed.GetRequiredValue(tick),
                Remove = Enum.Parse<ShockTarget>(parsed.GetValue(remove)!, ignoreCase: true),
                Count = parsed.GetValue(count),
                Seat = parsed.GetValue(seat),
            };
            Check(parsed, count, shock.Remove, ShockTarget.TopHolders);
            Check(parsed, seat, shock.Remove, ShockTarget.Seat);
            Check(input, shock, parsed.GetValue(landmark));
            var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
            var pairs = TwinRuns.Run(input.Plan, shock, threads, cancellation);
            var effects = input.Plan.Points
                .Select(p => (Point: p, Effect: TwinEffect.Of(pairs.Where(pair => pair.Point.Index == p.Index), shock.Tick, parsed.GetValue(landmark))))
                .ToList();
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json)
                ? JsonText.Of(new
                {
                    Shock = shock,
                    LandmarkTicks = parsed.GetValue(landmark),
                    Points = effects.Select(e => new { Values = e.Point.Values.ToDictionary(v => v.Path, v => v.Value), e.Effect }),
                }) + Environment.NewLine
                : AsText(input, effects, shock, parsed.GetValue(landmark)));
            return Task.FromResult(ExitCode.Complete);
        });
        return command;
    }

    private static void Check(ParseResult parsed, Option<int> option, ShockTarget remove, ShockTarget meant)
    {
        if (remove != meant && parsed.GetResult(option) is { Implicit: false })
        {
            throw new CommandException(ExitCode.Invalid, $"error: {option.Name} is for --remove {NameOf(meant)}, and --remove is {NameOf(remove)}; leave one of them out");
        }
    }

    private static void Check(ExperimentInput input, Shock shock, int landmark)
    {
        var horizon = input.Plan.Points.Min(p => p.Scenario.HorizonTicks);
        var problems = ParameterCatalog.OfRecord(shock).Select(p => p.Problem(p.Value)).OfType<string>().ToList();
        if (landmark < 1 || shock.Tick + landmark > horizon)
        {
            problems.Add($"the exit at tick {shock.Tick} and the look {landmark} ticks later do not fit before the horizon at tick {horizon}: choose an earlier --tick or --landmark");
        }

        var seats = input.Plan.Points.Min(p => p.Scenario.Organization.Seats);
        if (shock.Remove == ShockTarget.Seat && shock.Seat >= seats)
        {
            problems.Add($"--seat is {shock.Seat}; allowed are seats from 0 to {seats - 1}");
        }

        if (shock.Remove == ShockTarget.TopHolders && shock.Count > seats)
        {
            problems.Add($"--count is {shock.Count}; allowed are up to {seats}, the seats there are");
        }

        if (problems.Count > 0)
        {
            throw new CommandException(ExitCode.Invalid, string.Join(Environment.NewLine, problems.Select(p => "error: " + p)));
        }
    }

    private static string AsText(ExperimentInput input, IEnumerable<(DesignPoint Point, TwinEffect Effect)> effects, Shock shock, int landmark)
    {
        IReadOnlyList<string> header =
        [
            .. input.Spec.Factors.Select(f => f.Path), "pairs", "ended before", "failed through exit", "saved by exit",
            $"effect on P(alive {landmark} ticks later) [95 %]", "effect on life, ticks [95 %]",
        ];
        var rows = effects.Select(e => (IReadOnlyList<string>)
        [
            .. e.Point.Values.Select(v => ParameterRow.ValueText(v.Value)),
            Whole(e.Effect.Pairs), Whole(e.Effect.EndedBefore), Whole(e.Effect.FailedThroughExit), Whole(e.Effect.SavedByExit),
            Text(e.Effect.SurvivalEffect, "0.00"), Text(e.Effect.LifeEffect, "0.0"),
        ]);
        var who = shock.Remove switch
        {
            ShockTarget.Seat => $"whoever occupies seat {shock.Seat} leaves",
            ShockTarget.TopHolders => $"the top {shock.Count} holders of authority leave",
            _ => "all who are left of the founding core leave",
        };
        return TextTable.Of([header, .. rows]) + string.Create(
            CultureInfo.InvariantCulture,
            $"At tick {shock.Tick} {who}. A pair is one world with and without that: the same people, fates, reality and demand, the same bits before. In the world without, leaders leave when their own fate says.{Environment.NewLine}");
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Interval? interval, string format) => interval is null
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Estimate.ToString(format, CultureInfo.InvariantCulture)} [{interval.Lower.ToString(format, CultureInfo.InvariantCulture)}, {interval.Upper.ToString(format, CultureInfo.InvariantCulture)}]");

    private static string NameOf(ShockTarget target) => ParameterRow.ValueText(target);
}
