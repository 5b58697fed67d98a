using LeadershipSim.Runner.ExactCases.Cases;
using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.ExactCases;

/// <summary>All exact cases. A new one is a file in <c>Cases</c> and a line here.</summary>
internal static class ExactCaseCatalog
{
    /// <summary>The cases, in the order in which they are run.</summary>
    public static IReadOnlyList<IExactCase> All { get; } =
    [
        new MarchGrid(),
        new MarchSeries(),
        new MarchMix(),
        new OneDimension(),
        new KOutOfN(),
        new OneLeader(),
        new UnreplacedAuthority(),
        new Tenure(),
        new CompetingEnds(),
        new ClaimsAmongEquals(),
        new RotationAmongEquals(),
        new ReflectedAppraisal(),
        new Relabelling(),
        new SilentObserver(),
        new IndependentProgram(),
    ];
}
