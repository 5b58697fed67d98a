using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>
/// What members on the lower-numbered seats of their site have more than those on the higher-numbered ones when the run ends: the
/// difference of means, averaged over sites, of authority, power and experience.
/// </summary>
internal sealed class SeatContrast : IRunMeasurement, ITickObserver
{
    private readonly double[] _differences = new double[3];

    /// <inheritdoc/>
    public int Count => _differences.Length;

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.EndCause is null)
        {
            return;
        }

        var organization = view.Organization;
        _differences[0] = Contrast(organization, organization.Authority);
        _differences[1] = Contrast(organization, organization.Power);
        _differences[2] = Contrast(organization, organization.Experience);
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values) => _differences.CopyTo(values);

    private static double Contrast(OrganizationView organization, ReadOnlySpan<double> quantity)
    {
        var (seats, sites, sum) = (organization.Seats, organization.Sites, 0.0);
        for (var site = 0; site < sites; site++)
        {
            // The first seat of every site is a coordinator's or the director's, and the director's site has its coordinator next.
            var first = site == 0 ? 2 * sites : site + sites;
            var members = (seats - first + sites - 1) / sites;
            var half = members / 2;
            for (var k = 0; k < half; k++)
            {
                sum += (quantity[first + (k * sites)] - quantity[first + ((members - 1 - k) * sites)]) / (half * sites);
            }
        }

        return sum;
    }
}
