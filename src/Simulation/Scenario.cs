using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation;

/// <summary>
/// Every parameter of one run. A parameter's key is its property name in camelCase and its path the walk to it:
/// <c>turnover.hazardPerTick</c>, <c>policy.shareRate</c>.
/// </summary>
public sealed record Scenario
{
    /// <summary>Last tick of a run.</summary>
    [Parameter("Last tick of a run; a program still alive then is censored", Unit = "tick", Min = 1, Max = 1_000_000, Source = "set by the case")]
    [FixedAtFounding("the horizon is what a run was planned for")]
    public int HorizonTicks { get; init; } = 520;

    /// <summary>Size of the organization.</summary>
    [FixedAtFounding("seats are laid out once")]
    public OrganizationSize Organization { get; init; } = new();

    /// <summary>Who is tied to whom.</summary>
    [FixedAtFounding("ties are laid once")]
    public INetworkModel Network { get; init; } = new SitesNetwork();

    /// <summary>The state in which a program is founded.</summary>
    [FixedAtFounding("the founding is past")]
    public Founding Founding { get; init; } = new();

    /// <summary>How willing agents are to share authority.</summary>
    public SharingPropensity Sharing { get; init; } = new();

    /// <summary>Trust on ties.</summary>
    public Trust Trust { get; init; } = new();

    /// <summary>Reliability of communication within and across sites.</summary>
    public Channels Channels { get; init; } = new();

    /// <summary>Who leaves, and when.</summary>
    public Turnover Turnover { get; init; } = new();

    /// <summary>How reality changes.</summary>
    public Turbulence Turbulence { get; init; } = new();

    /// <summary>How vacant seats are filled.</summary>
    public Recruitment Recruitment { get; init; } = new();

    /// <summary>The decisions that arise.</summary>
    public Demand Demand { get; init; } = new();

    /// <summary>How decisions are made.</summary>
    public Decisions Decisions { get; init; } = new();

    /// <summary>Mutual learning between agents and the organizational code.</summary>
    public Learning Learning { get; init; } = new();

    /// <summary>Strain and power fade.</summary>
    public Relaxation Relaxation { get; init; } = new();

    /// <summary>When a program ends.</summary>
    public Viability Viability { get; init; } = new();

    /// <summary>How long, and how much, the program is needed.</summary>
    [FixedAtFounding("the end of the need is drawn at the founding; need.levels follows a schedule of its own")]
    public Need Need { get; init; } = new();

    /// <summary>Departures forced at given ticks.</summary>
    [FixedAtFounding("shocks follow a schedule of their own")]
    public IReadOnlyList<Shock> Shocks { get; init; } = [];

    /// <summary>What changes in the course of a run, in the order in which changes are made where several are due in one tick.</summary>
    [FixedAtFounding("changes are planned for the whole run")]
    public IReadOnlyList<ScenarioChange> Changes { get; init; } = [];

    /// <summary>A researcher's own rules that end a program, the first that applies; see <see cref="StopRule"/>.</summary>
    [FixedAtFounding("stop rules hold for the whole run")]
    public IReadOnlyList<StopRule> Stop { get; init; } = [];

    /// <summary>What is recorded beside the outcome.</summary>
    [FixedAtFounding("a record that starts later would not be of the whole run")]
    public LedgerOptions Ledger { get; init; } = new();

    /// <summary>The leadership policy: how authority is held, shared and inherited.</summary>
    public ILeadershipPolicy Policy { get; init; } = new Distributed();
}
