using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace LeadershipSim.Mutations;

/// <summary>Runs tests against mutants, in this process: the tests' assembly is bound to the mutated model.</summary>
internal sealed class Laboratory
{
    // A loop that goes round so much more often than without the mutant has no end.
    private const int RoundsFactor = 20;
    private const long LeastRounds = 1_000_000;

    private const int NoMutant = -1;

    // Tests up to this are run again in the end.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly FieldInfo _active;
    private readonly FieldInfo _met;
    private readonly FieldInfo _rounds;
    private readonly FieldInfo _mostRounds;
    private readonly List<(TestCase Test, bool[] Met, long Rounds, TimeSpan Time)> _tests = [];

    public Laboratory(string model, string tests, int mutants)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "LeadershipSim.Simulation" ? context.LoadFromAssemblyPath(model)
            : Path.Combine(Path.GetDirectoryName(tests)!, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path)
            : null;
        // Tests find their reference files beside them.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(tests) + Path.DirectorySeparatorChar);
        var control = AssemblyLoadContext.Default.LoadFromAssemblyPath(model).GetType(SwitchSource.TypeName)!;
        (_active, _met) = (control.GetField("Active")!, control.GetField("Met")!);
        (_rounds, _mostRounds) = (control.GetField("Rounds")!, control.GetField("MostRounds")!);
        Rehearse(TestCase.All(AssemblyLoadContext.Default.LoadFromAssemblyPath(tests)), mutants);
    }

    /// <summary>How many tests there are.</summary>
    public int Tests => _tests.Count;

    /// <summary>Tests that fail without a mutant, with what they say: nothing can be learned from a mutant then.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>How long they take together without a mutant.</summary>
    public TimeSpan Time => TimeSpan.FromTicks(_tests.Sum(t => t.Time.Ticks));

    /// <summary>Runs all tests that reach a mutant, the fastest first, until one fails: its name, and whether any reached it.</summary>
    public (string? KilledBy, bool IsMet) Try(int mutant)
    {
        _active.SetValue(null, mutant);
        var isMet = false;
        foreach (var (test, _, rounds, _) in _tests.Where(t => t.Met[mutant]))
        {
            isMet = true;
            _rounds.SetValue(null, 0L);
            _mostRounds.SetValue(null, LeastRounds + (RoundsFactor * rounds));
            if (Failure(test) is not null)
            {
                return (test.Name, true);
            }
        }

        return (null, isMet);
    }

    /// <summary>Runs the short tests again without a mutant: a failure is what mutants have left behind, and then no verdict holds.</summary>
    public void TryWithout()
    {
        _active.SetValue(null, NoMutant);
        _mostRounds.SetValue(null, long.MaxValue);
        foreach (var (test, _, _, _) in _tests.Where(t => t.Time < Short))
        {
            NoteFailure(test);
        }
    }

    // Without a mutant: which mutants each test meets, how often loops go round, how long it takes.
    private void Rehearse(TestCase[] tests, int mutants)
    {
        foreach (var test in tests)
        {
            var met = new bool[mutants];
            _met.SetValue(null, met);
            _rounds.SetValue(null, 0L);
            var clock = Stopwatch.StartNew();
            NoteFailure(test);
            _tests.Add((test, met, (long)_rounds.GetValue(null)!, clock.Elapsed));
        }

        _met.SetValue(null, null);
        _tests.Sort((a, b) => a.Time.CompareTo(b.Time));
    }

    private void NoteFailure(TestCase test)
    {
        if (Failure(test) is { } failure)
        {
            Failures.Add($"{test.Name}: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static Exception? Failure(TestCase test)
    {
        try
        {
            test.Run();
            return null;
        }
#pragma warning disable CA1031 // Whatever a mutant makes the tests throw, it is noticed.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }
}
