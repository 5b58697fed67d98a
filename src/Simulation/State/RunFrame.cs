using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.State;

/// <summary>The parts of a scenario from which the state of a run is laid out, before anybody takes a seat.</summary>
/// <param name="Size">Seats, sites, dimensions.</param>
/// <param name="Network">Who is tied to whom.</param>
/// <param name="Trust">Trust on ties.</param>
/// <param name="Channels">Reliability of channels.</param>
/// <param name="Need">How long, and how much, the program is needed.</param>
/// <param name="HorizonTicks">Last tick.</param>
/// <param name="PatienceTicks">Ticks a decision can wait.</param>
/// <param name="Ledger">What is recorded.</param>
internal sealed record RunFrame(
    OrganizationSize Size,
    INetworkModel Network,
    Trust Trust,
    Channels Channels,
    Need Need,
    int HorizonTicks,
    int PatienceTicks,
    LedgerOptions Ledger);
