using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Optimization;

/// <summary>Tests the method of an optimization on functions whose optimum is known.</summary>
/// <param name="Call">What is asked for.</param>
/// <param name="Problems">Functions of each kind.</param>
internal sealed record OptimizationSelfTest(OptimizationCall Call, int Problems)
{
    /// <summary>Tests and writes.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancellation)
    {
        var spec = Call.Input.Spec;
        Call.Say(Invariant($"{spec.Name}: self-test on 2 × {Counted.Of(Problems, "function")} with known optimum, the factors, method and budget of the file, {Counted.Of(Call.Workers, "worker")}, seed {spec.Seed}"));
        var tested = MethodTest.Run(spec, Problems, Call.Workers, () => { }, cancellation);
        var table = OptimizationTables.SelfTest([.. tested]);
        var json = JsonText.Of(new { spec.Name, Call.Input.Plan.OptimizationId, Problems, spec.Method.Race.Error, Functions = tested });
        var folder = Path.Combine(Call.Folder, "self-test");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "self-test.csv"), CsvText.Of(table));
        File.WriteAllText(Path.Combine(folder, "self-test.json"), json + Environment.NewLine);
        Call.Output.WriteLine(Call.IsJson ? json : folder);
        Call.Say(Environment.NewLine + TextTable.OnTerminal(table));
        Call.Say(Invariant($"Regret: by how much the chosen point is worse than the optimum. The method promises to lose the best arm of its race with probability {spec.Method.Race.Error} at most."));
        return ExitCode.Complete;
    }
}
