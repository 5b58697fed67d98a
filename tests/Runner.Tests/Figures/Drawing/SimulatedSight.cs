using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

/// <summary>How a colour looks to normal sight, to the three kinds of colour blindness and in a grey print.</summary>
/// <remarks>
/// Matrices for linear RGB at severity 1: Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, table 1. Grey: relative
/// luminance of sRGB (IEC 61966-2-1). Differences: CIE 1976, ΔE*ab, white point D65.
/// </remarks>
internal static class SimulatedSight
{
    public static readonly IReadOnlyDictionary<string, double[]> Matrices = new Dictionary<string, double[]>
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
        ["grey"] = [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
    };

    public static double Difference(SKColor first, SKColor second, string sight)
    {
        var (a, b) = (Lab(Seen(first, Matrices[sight])), Lab(Seen(second, Matrices[sight])));
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Seen(SKColor colour, double[] matrix)
    {
        double[] linear = [Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue)];
        return [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(k => matrix[(3 * row) + k] * linear[k]), 0, 1))];
    }

    private static double Linear(byte value) => value / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);

    private static double[] Lab(double[] rgb)
    {
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        var x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.95047);
        var y = F((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        var z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }
}
