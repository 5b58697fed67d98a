using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Tests.Designs;

/// <summary>Factors to try designs on, and the numbers that designs give them.</summary>
internal static class Cube
{
    /// <summary>Factors uniform on [from, to].</summary>
    public static Factor[] Factors(int count, double from = 0, double to = 1) =>
        [.. Enumerable.Range(0, count).Select(k => new Factor($"x{k}", []) { Distribution = new Uniform { From = from, To = to } })];

    /// <summary>A factor with levels without order.</summary>
    public static Factor Choice(string path, params string[] levels) => new(path, [.. levels.Select(l => new FactorLevel(l, l))]);

    public static double[] Numbers(IEnumerable<FactorLevel?> point) => [.. point.Select(l => (double)l!.Value)];

    /// <summary>A column of a reference file, as numbers.</summary>
    public static double[][] Reference(string file, int first, int count) =>
        [.. ReferenceFile.Rows(file).Select(row => row.Skip(first).Take(count).Select(v => double.Parse(v, null)).ToArray())];
}
