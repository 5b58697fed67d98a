using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.ExactCases;
using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim dock</c>: compares the engine with theory and with independent programs, in cases where these give the expected values.</summary>
internal static class DockCommand
{
    // The claims about March's model are made at this number.
    private const int DefaultRuns = 10_000;
    private const int LeastRuns = 50;
    private const int MostRuns = 10_000_000;
    private const ulong DefaultSeed = 1991;

    public static Command Create() => Create(ExactCaseCatalog.All);

    /// <summary>The verb over given cases.</summary>
    internal static Command Create(IReadOnlyList<IExactCase> cases)
    {
        var names = new Argument<string[]>("case")
        {
            Description = "Cases to run (default: all): " + string.Join(", ", cases.Select(c => c.Name)),
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.CompletionSources.Add([.. cases.Select(c => c.Name)]);
        var runs = new Option<int>("--runs") { Description = "Runs per scenario", HelpName = "N", DefaultValueFactory = _ => DefaultRuns };
        var seed = new Option<ulong>("--seed") { Description = "Root seed; 0 is a seed", HelpName = "S", DefaultValueFactory = _ => DefaultSeed };
        var cells = new Option<string[]>("--cell") { Description = $"A cell of your own instead of the cases, compared with a plain program or a Markov chain: {Cell.Form}", HelpName = "CELL" };
        var json = SharedOptions.Json();
        var command = new Command("dock", "Compare the engine with exact cases: expected and simulated values side by side; exit code 5 if any disagrees") { names, cells, runs, seed, json };
        command.SetAction((parsed, cancellation) =>
        {
            var own = (parsed.GetValue(cells) ?? []).Select(Cell.Read).ToArray();
            var named = parsed.GetValue(names)!;
            IReadOnlyList<IExactCase> chosen = own.Length > 0 && named.Length == 0 ? own : [.. Choose(cases, named), .. own];
            var report = Run(chosen, CheckedRuns(parsed.GetValue(runs)), parsed.GetValue(seed), parsed, cancellation);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? JsonText.Of(report) + Environment.NewLine : DockTable.Of(report));
            return Task.FromResult(report.Agrees ? ExitCode.Complete : ExitCode.Mismatch);
        });
        return command;
    }

    private static IReadOnlyList<IExactCase> Choose(IReadOnlyList<IExactCase> cases, string[] names)
    {
        foreach (var name in names)
        {
            if (cases.All(c => c.Name != name))
            {
                var hint = Spelling.Nearest(name, cases.Select(c => c.Name)) is { } near ? $"; did you mean {near}?" : "";
                throw new CommandException(ExitCode.Invalid, $"error: unknown case {name}; allowed are {string.Join(", ", cases.Select(c => c.Name))}{hint}");
            }
        }

        return names.Length == 0 ? cases : [.. cases.Where(c => names.Contains(c.Name))];
    }

    private static int CheckedRuns(int runs) => runs is >= LeastRuns and <= MostRuns
        ? runs
        : throw new CommandException(ExitCode.Invalid, $"error: --runs is {runs}; allowed is a whole number from {LeastRuns} to {MostRuns}");

    private static DockReport Run(IReadOnlyList<IExactCase> cases, int runs, ulong seed, ParseResult parsed, CancellationToken cancellation)
    {
        var error = Messages.Of(parsed);
        return LiveProgress.IsPossible(error)
            ? LiveProgress.Show(Messages.UseColour(parsed), Dock)
            : Dock(new PlainProgress(error, TimeProvider.System).Report);

        DockReport Dock(Action<RunProgress> progress)
        {
            var start = TimeProvider.System.GetTimestamp();
            return DockReport.Of(
                cases, runs, seed, Environment.ProcessorCount, (done, total, failed) =>
                    progress(At(done, total, failed, TimeProvider.System.GetElapsedTime(start))), cancellation);
        }
    }

    private static RunProgress At(long done, long total, long failed, TimeSpan elapsed)
    {
        var rate = elapsed > TimeSpan.Zero ? (done + failed) / elapsed.TotalSeconds : 0;
        return new(done, total, failed, rate, rate > 0 ? TimeSpan.FromSeconds((total - done - failed) / rate) : null);
    }
}
