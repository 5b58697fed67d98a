#:project ../../src/Runner

// Policies told apart by their sharing rule alone: the same founding allocation, the same replacement rule, the same lag. From the root
// of the repository:
//   dotnet run -c Release experiments/study/fairness.cs -- run experiments/study/09-fairness.yaml
using LeadershipSim.Runner;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

return await LeaderSim.RunAsync(args, with => with
    .Policy<HierarchyAlone>("Restores the levels' shares; founding and replacement as all others")
    .Policy<HoardingAlone>("Claims authority from weaker ties; founding and replacement as all others")
    .Policy<DelegatingAlone>("Delegates under strain; founding and replacement as all others")
    .Policy<DistributedAlone>("Gives authority to the trusted and experienced; founding and replacement as all others")
    .Policy<RotatingAlone>("Rotates authority every term; founding and replacement as all others")
    .Policy<SuccessionAlone>("Names and mentors an heir, who inherits nothing at once; founding and replacement as all others")
    .Policy<ElectedAlone>("Elects every term, not on vacancies; founding and replacement as all others"));

/// <summary>A policy's sharing rule. The director founds; vacant authority passes as in a hierarchy, after the same lag for all.</summary>
internal abstract record SharingAlone(ILeadershipPolicy Rule) : ILeadershipPolicy
{
    /// <summary>The lag.</summary>
    [Parameter("Ticks until vacant authority passes to the most experienced tied agent of the same or next level", Unit = "tick", Max = 1_000_000)]
    public int LagTicks { get; init; } = 12;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn) => Promotion.AfterLag(ref turn, LagTicks);

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn) => Rule.Share(ref turn);
}

internal sealed record HierarchyAlone() : SharingAlone(new Hierarchy());

internal sealed record HoardingAlone() : SharingAlone(new Hoarding());

internal sealed record DelegatingAlone() : SharingAlone(new Delegating());

internal sealed record DistributedAlone() : SharingAlone(new Distributed());

internal sealed record RotatingAlone() : SharingAlone(new Rotating());

internal sealed record SuccessionAlone() : SharingAlone(new Succession());

internal sealed record ElectedAlone() : SharingAlone(new Elected());
