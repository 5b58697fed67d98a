using System.CommandLine;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim twin FILE --tick T</c>: every world of an experiment twice, with and without an exit of leaders.</summary>
internal static class TwinCommand
{
    private const int DefaultLandmark = 52;

    public static Command Create()
    {
        var (file, set, seed, json, workers) = (
            SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Json(), SharedOptions.Workers());
        var tick = new Option<int?>("--tick") { Description = "Tick at which leaders are removed (default: by the intervention of the file)", HelpName = "T" };
        var remove = new Option<string>("--remove") { Description = "Who is removed: foundingCore, director, topHolders or seat", HelpName = "WHO", DefaultValueFactory = _ => "foundingCore" };
        remove.AcceptOnlyFromAmong([.. Enum.GetValues<ShockTarget>().Select(NameOf)]);
        var count = new Option<int>("--count") { Description = "How many top holders are removed", HelpName = "K", DefaultValueFactory = _ => 1 };
        var seat = new Option<int>("--seat") { Description = "Seat to vacate, counted from 0", HelpName = "I", DefaultValueFactory = _ => 0 };
        var landmark = new Option<int>("--landmark") { Description = "Ticks after the exit at which programs are compared", HelpName = "L", DefaultValueFactory = _ => DefaultLandmark };
        var output = new Option<string?>("--output", "-o") { Description = "Folder to write pairs, effects and a figure to", HelpName = "DIR" };
        var command = new Command("twin", "Show what an exit of leaders does to programs: the same worlds with and without it")
        {
            file, tick, remove, count, seat, landmark, output, set, seed, workers, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var input = ExperimentInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model, "twin");
            var shock = parsed.GetValue(tick) is { } at
                ? new Shock
                {
                    Tick = at,
                    Remove = Enum.Parse<ShockTarget>(parsed.GetValue(remove)!, ignoreCase: true),
                    Count = parsed.GetValue(count),
                    Seat = parsed.GetValue(seat),
                }
                : input.Spec.Intervention?.Removal ?? throw new CommandException(
                    ExitCode.Invalid, $"error: {parsed.GetValue(file)} has no intervention; say when leaders leave, as in --tick 104, or add to the file: intervention: {{remove: foundingCore, atTick: 104}}");
            var after = parsed.GetValue(tick) is null && parsed.GetResult(landmark) is not { Implicit: false }
                ? input.Spec.Intervention!.AfterTicks
                : parsed.GetValue(landmark);
            Check(parsed, count, shock.Remove, ShockTarget.TopHolders);
            Check(parsed, seat, shock.Remove, ShockTarget.Seat);
            Check(input, shock, after);
            var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
            var pairs = TwinRuns.Run(input.Plan, shock, threads, cancellation);
            var found = TwinResults.Of(input.Spec, input.Plan, pairs, shock, after);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? found.AsJson() : found.AsText());
            foreach (var written in parsed.GetValue(output) is { } folder ? found.Write(folder) : [])
            {
                Messages.Of(parsed).WriteLine($"wrote {written}");
            }

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

    private static string NameOf(ShockTarget target) => ParameterRow.ValueText(target);
}
