using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// A way of holding authority: a founding allocation, a sharing rule and a succession rule. An immutable record; its properties
/// are its parameters. A policy sees a read-only view and proposes transfers; the organization applies them together.
/// </summary>
[ChosenByKind]
public interface ILeadershipPolicy
{
    /// <summary>Fills the shares of authority at founding; by default the director's share, the rest among coordinators.</summary>
    /// <param name="view">The organization at founding.</param>
    /// <param name="directorShare">The scenario's <c>founding.directorShare</c>.</param>
    /// <param name="shares">One entry a seat, zero at first; to be filled with non-negative shares that sum to 1.</param>
    void Found(OrganizationView view, double directorShare, Span<double> shares) =>
        FoundingAllocation.ByDirector(view, directorShare, shares);

    /// <summary>
    /// When the policy takes the place of another in a running program, before the tick's first phase: moves authority to where its rules
    /// start from. By default authority stays where it is, and the rules move it from there.
    /// </summary>
    void TakeOver(ref PolicyTurn turn)
    {
    }

    /// <summary>Phase 4, when authority is vacant: reassigns it.</summary>
    void Succeed(ref PolicyTurn turn);

    /// <summary>Phase 5: moves authority between agents.</summary>
    void Share(ref PolicyTurn turn);
}
