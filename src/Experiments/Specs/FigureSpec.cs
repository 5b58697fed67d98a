namespace LeadershipSim.Experiments.Specs;

/// <summary>A figure that is asked for: its kind, and what is to be seen on it. What is null follows from the experiment.</summary>
/// <param name="Kind">Name of its kind, as <see cref="AnalysisCatalog.Figures"/> lists them.</param>
public sealed record FigureSpec(string Kind)
{
    /// <summary>Name of its files; null: by its kind.</summary>
    public string? Name { get; init; }

    /// <summary>Factor along the horizontal axis.</summary>
    public string? X { get; init; }

    /// <summary>Factor along the vertical axis.</summary>
    public string? Y { get; init; }

    /// <summary>What is drawn: an output of runs, outlived, or a metric of their course.</summary>
    public string? Value { get; init; }

    /// <summary>Factor whose levels are the arms.</summary>
    public string? By { get; init; }

    /// <summary>Which design points enter, as <c>path = level</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>A line above the figure.</summary>
    public string? Title { get; init; }

    /// <summary>Arms that come first, in their order.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Other names for arms, as <c>old=new</c>.</summary>
    public IReadOnlyList<string> Rename { get; init; } = [];

    /// <summary>Size: 85mm, 170mm, or width x height in millimetres as 120x80mm.</summary>
    public string? Size { get; init; }

    /// <summary>Tick that is looked at, for figures of single runs.</summary>
    public int? Tick { get; init; }

    /// <summary>Least difference that matters: below it the best arm of a plane is not decided.</summary>
    public double? Meaningful { get; init; }

    /// <summary>Whether nothing but the kind is said.</summary>
    public bool IsPlain => this == new FigureSpec(Kind) { Where = Where, Order = Order, Rename = Rename } && Where.Count + Order.Count + Rename.Count == 0;
}
