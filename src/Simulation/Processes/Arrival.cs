using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// An agent takes a seat. Who it is depends on seat and generation only, so that every policy meets the same people.
/// </summary>
internal static class Arrival
{
    public static void Take(RunState run, SharingPropensity sharing, int seat, double knowledge, double orientation, double experienceMin, double experienceMax)
    {
        var organization = run.Organization;
        var (generation, cells) = (organization.Generation[seat], organization.Dimensions);
        var person = run.Streams.PersonOf(seat, generation);
        var correct = BernoulliMask.Once(knowledge, cells, ref person);
        var wrong = BernoulliMask.Once(0.5, cells, ref person) & ~correct;
        var oriented = BernoulliMask.Once(orientation, cells, ref person);
        var positive = (run.Reality & correct) | (~run.Reality & wrong);
        var negative = (~run.Reality & correct) | (run.Reality & wrong);
        var copied = oriented & (run.CodePositive | run.CodeNegative);
        organization.Positive[seat] = (positive & ~copied) | (run.CodePositive & copied);
        organization.Negative[seat] = (negative & ~copied) | (run.CodeNegative & copied);
        organization.Experience[seat] = person.NextUniform(experienceMin, experienceMax);
        organization.Sharing[seat] = Draws.Beta(ref person, sharing.Mean, sharing.Precision);
        var fate = run.Streams.FateOf(seat, generation);
        organization.Seat(seat, run.Tick, fate.NextExponential());
    }
}
