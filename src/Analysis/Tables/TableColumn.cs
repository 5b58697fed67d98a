namespace LeadershipSim.Analysis.Tables;

/// <summary>One column of a table: what its cells are, declared once for files and for people.</summary>
/// <param name="Name">Name in files, in camelCase.</param>
/// <param name="Heading">Heading for people; the unit is part of it where it is not plain.</param>
public sealed record TableColumn(string Name, string Heading)
{
    /// <summary>Unit of the numbers; empty for labels.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether the cells name what the row is about.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Whether the cells are words, which stand at the left.</summary>
    public bool IsText { get; init; }

    /// <summary>
    /// Whether the cells are estimates with intervals: one cell for people, three columns in files (NAME, NAMELower95, NAMEUpper95).
    /// </summary>
    public bool IsInterval { get; init; }

    /// <summary>Digits after the point that people see; files have all digits.</summary>
    public int Decimals { get; init; }

    /// <summary>Significant digits that people see, in the place of <see cref="Decimals"/>; 0: as many decimals as that says.</summary>
    public int SignificantDigits { get; init; }

    /// <summary>Whether numbers show their sign, as differences do.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether only files have the column: people find it there.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Names of the columns that files have for it.</summary>
    public IReadOnlyList<string> FileNames => IsInterval ? [Name, Name + "Lower95", Name + "Upper95"] : [Name];

    /// <summary>A column that names rows.</summary>
    public static TableColumn Label(string name, string heading) => new(name, heading) { IsLabel = true, IsText = true };

    /// <summary>A column of numbers that name rows, as levels of a factor do.</summary>
    public static TableColumn NumberLabel(string name, string heading) => new(name, heading) { IsLabel = true, SignificantDigits = 15 };

    /// <summary>A column of whole numbers.</summary>
    public static TableColumn Count(string name, string heading, string unit = "runs") => new(name, heading) { Unit = unit };

    /// <summary>A column of numbers.</summary>
    public static TableColumn Number(string name, string heading, string unit, int decimals) => new(name, heading) { Unit = unit, Decimals = decimals };

    /// <summary>A column of numbers of any size, with so many significant digits.</summary>
    public static TableColumn Measure(string name, string heading, string unit = "", int digits = 5) =>
        new(name, heading) { Unit = unit, SignificantDigits = digits };

    /// <summary>A column of estimates with 95 % intervals.</summary>
    public static TableColumn Estimate(string name, string heading, string unit, int decimals) =>
        new(name, heading) { Unit = unit, Decimals = decimals, IsInterval = true };

    /// <summary>A column of differences with 95 % intervals.</summary>
    public static TableColumn Difference(string name, string heading, string unit, int decimals) =>
        Estimate(name, heading, unit, decimals) with { IsSigned = true };

    /// <summary>A column of words.</summary>
    public static TableColumn Words(string name, string heading) => new(name, heading) { IsText = true };

    /// <summary>The same column, in files only.</summary>
    public TableColumn InFiles() => this with { IsDetail = true };
}
