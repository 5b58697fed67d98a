namespace LeadershipSim.Benchmarks.Table;

/// <summary>One measurement.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The measurement.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Row(string Group, string Name, double Value, string Unit)
{
    /// <summary>The measurement in units of the calibration loop of the same run; null where that says nothing.</summary>
    public double? Ratio { get; init; }

    /// <summary>Bytes allocated per operation; null where that was not measured.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>What the baseline knows it by.</summary>
    public string Key => $"{Group}: {Name}";
}
