using LeadershipSim.Analysis.Sensitivity;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>A point with the values of its runs so far.</summary>
/// <param name="index">Its number.</param>
/// <param name="position">Where it lies in the unit cube.</param>
/// <param name="outputs">Number of outputs.</param>
public sealed class EvaluatedPoint(int index, double[] position, int outputs)
{
    private readonly List<double>[] _refining = Empty(outputs);
    private readonly List<double>[] _racing = Empty(outputs);

    /// <summary>Its number.</summary>
    public int Index => index;

    /// <summary>Where it lies in the unit cube.</summary>
    public IReadOnlyList<double> Position => position;

    /// <summary>Values by output, each by replicate: of the race, or of the runs before it.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Values(bool isRace) => isRace ? _racing : _refining;

    /// <summary>Number of replicates.</summary>
    public int Replicates(bool isRace) => Values(isRace)[0].Count;

    /// <summary>Means of the outputs over the first replicates, as they count.</summary>
    internal double[] Means(OptimizationProblem problem, bool isRace, int replicates) =>
        [.. Values(isRace).Select((values, o) => problem.Senses[o].Of(values.Take(replicates).Average()))];

    /// <summary>Mean of an output and its standard error; null without runs, the error with one.</summary>
    public (double? Mean, double? StandardError) Estimate(bool isRace, int output)
    {
        var values = Values(isRace)[output];
        return values.Count == 0 ? (null, null)
            : (values.Average(), values.Count < 2 ? null : Math.Sqrt(SampleMoments.Variance([.. values]) / values.Count));
    }

    internal void Add(Evaluation evaluation, bool isRace)
    {
        for (var o = 0; o < outputs; o++)
        {
            (isRace ? _racing : _refining)[o].AddRange(evaluation.Values[o]);
        }
    }

    private static List<double>[] Empty(int outputs) => [.. Enumerable.Range(0, outputs).Select(_ => new List<double>())];
}
