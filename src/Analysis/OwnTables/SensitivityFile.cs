using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>A researcher's own table of runs: factors and outputs as columns, a run a row.</summary>
/// <param name="Path">The file.</param>
/// <param name="Table">Its columns.</param>
public sealed record SensitivityFile(string Path, DataTable Table)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">It cannot be read, has no rows, or rows of different lengths.</exception>
    public static SensitivityFile Read(string path, TableFormat? format = null) => new(path, DataTable.Read(path, format));

    /// <summary>The data of the analyses.</summary>
    /// <param name="design">The design of the rows.</param>
    /// <param name="shape">How its points lie.</param>
    /// <param name="factors">Columns of factors.</param>
    /// <param name="outputs">Columns of outputs.</param>
    /// <param name="replicates">Consecutive rows of a design point, where the design has an order.</param>
    /// <param name="sharing">Which points share random numbers.</param>
    /// <exception cref="DataException">A column is missing or has values that cannot be used, or the rows do not fit the design.</exception>
    public SensitivityData Data(
        IExperimentDesign design, DesignShape shape, IReadOnlyList<string> factors, IReadOnlyList<string> outputs, int replicates, ChanceSharing sharing)
    {
        FactorColumn[] columns = [.. factors.Select(FactorOf)];
        var points = shape is DesignShape.Saltelli or DesignShape.Trajectories ? Consecutive(columns, replicates) : Equal(columns);
        var layout = shape is DesignShape.Saltelli saltelli ? SaltelliLayout.Of(saltelli, factors) : null;
        if (layout is not null && layout.Points != points.Count)
        {
            throw Invalid(Invariant(
                $"{Path} has {Table.Count} rows, {points.Count} design points of {replicates} replicates; Saltelli's design with {factors.Count} factors, ")
                + Invariant($"base {layout.BasePoints}, {(layout.SecondOrder ? "with" : "without")} second order has {layout.Points} design points. ")
                + "Check --base, --second-order, --factors and --replicates");
        }

        var cloud = new PointCloud(
        [
            .. columns.Select(c => c.Numbers is null
                ? FactorColumn.Of(c.Name, points.Select(p => c.Labels[p[0]]))
                : FactorColumn.Of(c.Name, points.Select(p => c.Numbers[p[0]]))),
        ]);
        layout?.Check(cloud);
        return new(design, cloud, [.. outputs.Select(o => OutputOf(o, points, sharing))]) { Shape = shape };
    }

    private FactorColumn FactorOf(string name)
    {
        var texts = Texts(name);
        var empty = Array.FindIndex(texts, t => t.Length == 0);
        if (empty >= 0)
        {
            throw Invalid($"{Table.PlaceOf(empty)}: the factor {name} has no value; every row needs one");
        }

        double[] numbers = [.. texts.Select(t => Number(t) ?? double.NaN)];
        return numbers.All(double.IsFinite) ? FactorColumn.Of(name, numbers) : FactorColumn.Of(name, texts);
    }

    private OutputSample OutputOf(string name, IReadOnlyList<int[]> points, ChanceSharing sharing)
    {
        double?[] values = [.. Texts(name).Select((t, row) => t.Length == 0 ? (double?)null
            : Number(t) ?? throw Invalid($"{Table.PlaceOf(row)}: the output {name} is \"{t}\"; allowed are numbers, and nothing or NA for a run without a value"))];
        return new(name, [.. points.Select(p => (IReadOnlyList<double?>)[.. p.Select(row => values[row])])], sharing);
    }

    private string[] Texts(string name) => Table.Columns.Contains(name)
        ? Table.Texts(name)
        : throw Invalid($"{Path} has no column {name}; its columns are {string.Join(", ", Table.Columns)}");

    private List<int[]> Consecutive(FactorColumn[] factors, int replicates)
    {
        if (Table.Count % replicates != 0)
        {
            throw Invalid(Invariant($"{Path} has {Table.Count} rows, which is not a multiple of the {replicates} replicates; check --replicates, or add the runs that are missing, with empty outputs if they failed"));
        }

        List<int[]> points = [.. Enumerable.Range(0, Table.Count).Chunk(replicates)];
        var mixed = points.FindIndex(p => factors.Any(f => p.Any(row => f.Labels[row] != f.Labels[p[0]])));
        return mixed < 0 ? points
            : throw Invalid(Invariant($"{Table.PlaceOf(points[mixed][0])}: the {replicates} rows from here on should be replicates of one design point, and their factors differ; put the replicates of a point one after the other"));
    }

    private List<int[]> Equal(FactorColumn[] factors) =>
        [.. Enumerable.Range(0, Table.Count)
            .GroupBy(row => string.Join('\u001f', factors.Select(f => f.Labels[row])), StringComparer.Ordinal).Select(g => g.ToArray())];

    private double? Number(string text) => Table.TryNumber(text, out var value) ? value : null;

    private static DataException Invalid(string message) => new(message);
}
