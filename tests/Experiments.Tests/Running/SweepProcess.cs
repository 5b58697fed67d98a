using System.Diagnostics;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Tests.Running;

/// <summary>The small study in a process of its own, to be killed or kept from writing.</summary>
internal static class SweepProcess
{
    public const int Locked = 7;
    public const int NotWritable = 8;

    /// <summary>Says "run" on standard output before each run.</summary>
    public static int Main(string[] arguments)
    {
        var options = new SweepOptions
        {
            Workers = 2,
            CreateEngine = () =>
            {
                var engine = new TickEngine();
                return run =>
                {
                    Console.WriteLine("run");
                    return engine.Run(run.Point.Scenario, run.Seed, run.Observer);
                };
            },
        };
        try
        {
            var result = SmallStudy.Run(arguments[0], SmallStudy.Plan(more: arguments.ElementAtOrDefault(1) ?? ""), options);
            Console.WriteLine("end");
            return result.IsComplete ? 0 : 1;
        }
        catch (StoreException error)
        {
            Console.WriteLine(error.Message);
            return error.Problem == StoreProblem.Locked ? Locked : NotWritable;
        }
    }

    /// <summary>Runs the study in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="more">More of the experiment file.</param>
    public static Process Start(string folder, string more = "")
    {
        var start = Command("dotnet");
        Array.ForEach(["exec", typeof(SweepProcess).Assembly.Location, folder, more], start.ArgumentList.Add);
        return Process.Start(start)!;
    }

    /// <summary>With files of at most some kilobytes: writing more fails, as on a full disk, once the signal that comes first is ignored.</summary>
    public static Process StartWithSmallDisk(string folder, int kilobytes)
    {
        var start = Command("bash");
        Array.ForEach(["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet exec \"$0\" \"$1\"", typeof(SweepProcess).Assembly.Location, folder], start.ArgumentList.Add);

        // Otherwise the runtime maps its code through a file larger than that.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    private static ProcessStartInfo Command(string program) => new(program)
    {
        RedirectStandardOutput = true,
        Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
    };
}
