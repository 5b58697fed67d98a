using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 6. Decisions arise at each site and are addressed to holders of authority in proportion to what they hold;
/// those that meet vacant authority, or do not get through twice, fail.
/// </summary>
public sealed record Demand : ITickProcess
{
    /// <summary>Decisions per seat and tick λ.</summary>
    [Parameter("Mean number of decisions that arise per seat at full need", Symbol = "λ", Unit = "decisions per seat and tick", Max = 100)]
    public double DecisionsPerSeat { get; init; } = 0.10;

    void ITickProcess.Step(RunState run)
    {
        var organization = run.Organization;
        run.AuthorityIndex.Update(organization);
        run.Channels.Update(run.Tick);
        var perSeat = DecisionsPerSeat * run.Need.LevelAt(run.Tick);
        if (perSeat <= 0)
        {
            return;
        }

        var law = new PoissonLaw(0);
        for (var site = 0; site < organization.Sites; site++)
        {
            // Sites are mostly of one size.
            var mean = perSeat * organization.SeatsAtSite[site];
            law = mean == law.Mean ? law : new(mean);
            for (var arising = law.Next(ref run.Streams.Demand); arising > 0; arising--)
            {
                Address(run, site);
            }
        }
    }

    private static void Address(RunState run, int site)
    {
        var index = run.AuthorityIndex;
        ref var random = ref run.Streams.Decisions;
        var vacant = run.Organization.VacantAuthority;
        if (index.Held <= 0 || (vacant > 0 && random.NextBernoulli(vacant)))
        {
            run.Tally.Fail(1);
            return;
        }

        var holder = index.HolderAt(random.NextUniform());
        if (!GetsThrough(run, site, holder, ref random))
        {
            holder = ReAddress(run, site, ref random);
            if (holder < 0 || !GetsThrough(run, site, holder, ref random))
            {
                run.Tally.Fail(1);
                return;
            }
        }

        run.Queues.Add(holder);
    }

    private static bool GetsThrough(RunState run, int site, int holder, ref RandomStream random)
    {
        var holderSite = run.Organization.Site[holder];
        return holderSite == site || random.NextBernoulli(run.Channels.Between(site, holderSite));
    }

    // A holder drawn ∝ authority × channel, −1 when nobody can be reached: a site first, then a holder at it.
    private static int ReAddress(RunState run, int site, ref RandomStream random)
    {
        var (index, sites) = (run.AuthorityIndex, run.Organization.Sites);
        var total = 0.0;
        for (var other = 0; other < sites; other++)
        {
            total += index.HeldAt(other) * run.Channels.Between(site, other);
        }

        if (total <= 0)
        {
            return -1;
        }

        var left = random.NextUniform() * total;
        var chosen = -1;
        for (var other = 0; other < sites && left >= 0; other++)
        {
            var weight = index.HeldAt(other) * run.Channels.Between(site, other);
            chosen = weight > 0 ? other : chosen;
            left -= weight;
        }

        return index.HolderAt(chosen, random.NextUniform());
    }
}
