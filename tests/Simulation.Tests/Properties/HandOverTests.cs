using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>Hand-overs are the whole of what changes hands, where a policy moves authority from agent to agent.</summary>
public sealed class HandOverTests
{
    // These share authority out, from several to several: nobody hands it over to anybody.
    private static readonly Type[] Allotting = [typeof(Equal), typeof(Elected), typeof(Hierarchy), typeof(SelfAppraisal), typeof(Adaptive)];

    public static TheoryData<string> Kinds =>
        [.. PolicyCatalog.All.Where(p => !Allotting.Contains(p.Default.GetType())).Select(p => p.Kind)];

    // What is held or vacant at a seat after a tick is what was there before, and what came in, less what went out.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_at_a_seat_is_what_was_there_with_what_came_and_without_what_went(string kind) => CatalogProperty.Holds(kind, 40, (scenario, key) =>
    {
        var observer = new Account();
        new TickEngine().Run(scenario, new RunSeed(key, 0), observer);
    });

    private sealed class Account : ITickObserver
    {
        // Shares that are scaled to sum to 1 move by a rounding.
        private const double Rounding = 1e-9;

        private double[] _held = [];

        public bool ReadsHandOvers => true;

        public void Observe(in TickView view)
        {
            var organization = view.Organization;
            var held = new double[organization.Seats];
            for (var seat = 0; seat < held.Length; seat++)
            {
                held[seat] = organization.Authority[seat] + organization.Vacant[seat];
            }

            foreach (var (from, to, amount) in view.HandOvers)
            {
                Assert.True(from != to && amount > 0, "an agent hands nothing over to itself");
                _held[from] -= amount;
                _held[to] += amount;
            }

            for (var seat = 0; seat < _held.Length; seat++)
            {
                Assert.Equal(_held[seat], held[seat], Rounding);
            }

            _held = held;
        }
    }
}
