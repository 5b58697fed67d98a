using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>A scene for the two phases of a policy: a founded program whose state the test sets, and nothing else happening.</summary>
internal sealed class PolicyStage
{
    private readonly RunState _run = new();
    private readonly ILeadershipPolicy _policy;

    public PolicyStage(ILeadershipPolicy policy, int seats, INetworkModel network, int sites = 1, ulong seed = 1)
    {
        var scenario = new Scenario
        {
            Organization = new() { Seats = seats, Sites = sites },
            Network = network,
            Policy = policy,
        };
        _policy = policy;
        TickSchedule.Found(_run, scenario, new RunSeed(seed, 0), new Observation(null));
        _run.Tick = 1;
    }

    public int Tick
    {
        get => _run.Tick;
        set => _run.Tick = value;
    }

    public double[] Authority => Shown(_run.Organization.Authority);

    public double[] Vacant => Shown(_run.Organization.Vacant);

    public double VacantAuthority => _run.Organization.VacantAuthority;

    public Span<double> Experience => _run.Organization.Experience;

    public Span<double> Strain => _run.Organization.Strain;

    public Span<double> Sharing => _run.Organization.Sharing;

    public Span<double> LeaderIdentity => _run.Organization.LeaderIdentity;

    public Span<double> FollowerIdentity => _run.Organization.FollowerIdentity;

    public Span<int> Level => _run.Organization.Level;

    public Organization Organization => _run.Organization;

    public RunState Run => _run;

    public OrganizationView View => _run.View();

    public PolicyStage WithAuthority(params double[] shares)
    {
        _run.Organization.Endow(shares);
        return this;
    }

    public PolicyStage WithExperience(params double[] experience)
    {
        experience.CopyTo(_run.Organization.Experience.AsSpan());
        return this;
    }

    public PolicyStage WithSharing(double sharing)
    {
        Sharing.Fill(sharing);
        return this;
    }

    /// <summary>Sets trust w_ij of the tie from i to j.</summary>
    public PolicyStage WithTrust(int from, int to, double trust)
    {
        _run.Ties.SetTrust(_run.Ties.Find(from, to), trust);
        return this;
    }

    public PolicyStage WithVitality(double vitality)
    {
        _run.Program.Reset(vitality);
        return this;
    }

    public void Leave(int seat) => Departure.Leave(_run, seat);

    public void Recruit(int seat) => Arrival.Take(_run, new SharingPropensity(), seat, 0.4, 0, 0.1, 0.2);

    public double[] Succeed()
    {
        new AuthoritySuccession(_policy).Step(_run);
        return Authority;
    }

    public double[] Share()
    {
        new AuthoritySharing(_policy).Step(_run);
        return Authority;
    }

    /// <summary>The policy takes the place of another.</summary>
    public double[] TakeOver()
    {
        new PolicyChange(_policy).Step(_run);
        return Authority;
    }

    /// <summary>Records from here on between whom authority flows.</summary>
    public PolicyStage WithFlows()
    {
        _run.Interactions.Reset(isOn: true, _run.Organization.Seats);
        return this;
    }

    /// <summary>How many pairs authority has flowed between.</summary>
    public int Flows => _run.Interactions.Measure()!.Value.Authority.Ties;

    private double[] Shown(double[] quantity) => quantity[.._run.Organization.Seats];
}
