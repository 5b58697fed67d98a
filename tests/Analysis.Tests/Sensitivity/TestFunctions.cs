using System.Globalization;
using System.Text.Json;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Sensitivity;

/// <summary>Functions whose indices are known, and the values of SALib.</summary>
internal static class TestFunctions
{
    public static readonly string[] X3 = ["x1", "x2", "x3"];

    public static readonly string[] X8 = ["x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"];

    public static JsonElement Reference { get; } = JsonDocument.Parse(File.ReadAllText(PathOf("sensitivity_expected.json"))).RootElement;

    /// <summary>Ishigami and Homma (1990), https://doi.org/10.1109/ISUMA.1990.151285, with a = 7 and b = .1, from the unit cube.</summary>
    public static double Ishigami(IReadOnlyList<double> unit)
    {
        var (x1, x2, x3) = (Angle(unit[0]), Angle(unit[1]), Angle(unit[2]));
        return Math.Sin(x1) + (7 * Math.Pow(Math.Sin(x2), 2)) + (0.1 * Math.Pow(x3, 4) * Math.Sin(x1));
    }

    /// <summary>Sobol's G-function, Π(|4x − 2| + a)/(1 + a).</summary>
    public static double G(IReadOnlyList<double> unit, params double[] a) =>
        a.Select((v, i) => (Math.Abs((4 * unit[i]) - 2) + v) / (1 + v)).Aggregate(1.0, (product, f) => product * f);

    /// <summary>Var(E(Y | X_u)) of the G-function for every set u: Π(1 + V_i) − 1, V_i = 1/(3(1 + a_i)²).</summary>
    public static double[] ClosedVariancesOfG(params double[] a) =>
        [.. Enumerable.Range(0, 1 << a.Length)
            .Select(set => a.Where((_, i) => (set >> i & 1) == 1).Aggregate(1.0, (product, v) => product * (1 + (1 / (3 * (1 + v) * (1 + v))))) - 1)];

    /// <summary>An output at every row of Saltelli's design.</summary>
    public static OutputSample At(SaltelliDesign design, int dimensions, Func<double[], double> function) =>
        OutputSample.Single("Y", design.Sample(dimensions).Select(function));

    public static List<double[]> Rows(string file) =>
        [.. File.ReadLines(PathOf(file)).Skip(1).Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

    public static JsonElement Case(string method, string id) => Reference.GetProperty(method)
        .EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetDouble())];

    /// <summary>A standard normal number (Box and Muller 1958, https://doi.org/10.1214/aoms/1177706645).</summary>
    public static double Normal(ref RandomStream random) =>
        Math.Sqrt(-2 * Math.Log(random.NextPositiveUniform())) * Math.Cos(2 * Math.PI * random.NextUniform());

    private static double Angle(double unit) => (2 * Math.PI * unit) - Math.PI;

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Reference", file);
}
