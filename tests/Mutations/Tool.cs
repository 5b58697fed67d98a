using System.Diagnostics;
using System.Globalization;

namespace LeadershipSim.Mutations;

/// <summary>
/// Mutates the rules of the model and sees which mutants the hand-written tests notice. Those that they do not are listed with a reason in survivors.txt.
/// </summary>
internal static class Tool
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/Mutations -- [all | sample N SEED | FILE...] [--verdicts VERDICTS]
        FILE: a file or folder below src/Simulation, such as Policies/Council.cs.
        VERDICTS: a file to which every verdict is added; mutants that have one there are not tried again.
        """;

    public static int Run(string[] args)
    {
        if (args is [] or ["--help"])
        {
            Console.WriteLine(Usage);
            return args.Length == 0 ? 2 : 0;
        }

        if (args is ["worker", var boundTests, var boundModel, var list])
        {
            return Worker.Run(boundTests, boundModel, list);
        }

        var root = Root();
        var tests = Path.Combine(root, "tests/Simulation.Tests/bin/Release/net10.0/LeadershipSim.Simulation.Tests.dll");
        if (!File.Exists(tests))
        {
            Console.Error.WriteLine($"{tests} is missing; build it: dotnet build tests/Simulation.Tests -c Release");
            return 2;
        }

        var work = Directory.CreateTempSubdirectory("mutants-");
        try
        {
            var (chosen, file) = args is [.. var names, "--verdicts", var path] ? (names, path) : (args, null);
            return Judge(root, tests, Path.Combine(work.FullName, "LeadershipSim.Simulation.dll"), chosen, new(file));
        }
        catch (InvalidOperationException unsound)
        {
            Console.Error.WriteLine(unsound.Message);
            return 2;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static int Judge(string root, string tests, string model, string[] args, VerdictFile file)
    {
        var clock = Stopwatch.StartNew();
        var mutants = MutatedAssembly.Write(root, model);
        Console.WriteLine($"{mutants.Length} mutants compiled after {clock.Elapsed.TotalSeconds:f0} s");
        var known = Survivors.Read(Path.Combine(root, "tests/Mutations/survivors.txt"));
        Mutant[] chosen = [.. Chosen(mutants, args)];
        var verdicts = file.Read(chosen).ToList();
        Mutant[] left = [.. chosen.Except(verdicts.Select(v => v.Mutant))];
        foreach (var verdict in verdicts)
        {
            Show(verdict, known);
        }

        foreach (var verdict in Worker.Judge(tests, model, mutants.Max(m => m.Id) + 1, left))
        {
            file.Add(verdict);
            verdicts.Add(verdict);
            Show(verdict, known);
        }

        return Report.Write(verdicts, known, clock.Elapsed);
    }

    private static void Show(Verdict verdict, Dictionary<string, string> known)
    {
        if (verdict.KilledBy is null && !known.ContainsKey(verdict.Mutant.Key))
        {
            Console.WriteLine($"{VerdictFile.NameOf(verdict)}  {verdict.Mutant.Key}  (line {verdict.Mutant.Line})");
        }
    }

    private static IEnumerable<Mutant> Chosen(Mutant[] mutants, string[] args) => args switch
    {
        ["all"] => mutants,
        ["sample", var count, var seed] => mutants
            .OrderBy(m => Survivors.Hash(m.Key, int.Parse(seed, CultureInfo.InvariantCulture)))
            .Take(int.Parse(count, CultureInfo.InvariantCulture)),
        _ => mutants.Where(m => args.Any(a => m.File == a || m.File.StartsWith(a.TrimEnd('/') + "/", StringComparison.Ordinal))),
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadershipSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("LeadershipSim.sln is in no folder above this program.");
    }
}
