namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>An exact case and its result.</summary>
internal sealed record DockedCase(string Name, string Shows, IReadOnlyList<DockedQuantity> Quantities)
{
    /// <summary>Whether all its quantities agree.</summary>
    public bool Agrees => Quantities.All(q => q.Agrees);
}
