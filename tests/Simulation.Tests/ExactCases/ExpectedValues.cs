using System.Globalization;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Reads the tables of expected values that are copied beside the tests.</summary>
internal static class ExpectedValues
{
    /// <summary>The rows of a table as numbers, without remarks and header.</summary>
    public static double[][] Read(string name) =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", name))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Skip(1)
            .Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
    ];
}
