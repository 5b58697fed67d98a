using System.Runtime.InteropServices;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>A digest of everything in which two runs could differ, bit for bit.</summary>
internal static class StateDigest
{
    public static ulong Of(RunState run)
    {
        var organization = run.Organization;
        var n = organization.Seats;
        var digest = Add(0, [(ulong)run.Tick, run.Reality, run.CodePositive, run.CodeNegative, (ulong)organization.Departures]);
        digest = Add(digest, [(ulong)run.Tally.TotalResolved, (ulong)run.Tally.TotalSucceeded, (ulong)run.Tally.TotalFailed]);
        digest = Add(digest, organization.Positive.AsSpan(0, n));
        digest = Add(digest, organization.Negative.AsSpan(0, n));
        foreach (var quantity in (ReadOnlySpan<double[]>)[organization.Authority, organization.Vacant, organization.Power, organization.Fate])
        {
            digest = Add(digest, MemoryMarshal.Cast<double, ulong>(quantity.AsSpan(0, n)));
        }

        for (var seat = 0; seat < n; seat++)
        {
            digest = organization.IsOccupied(seat) ? AddAgent(digest, organization, seat) : Add(digest, [(ulong)organization.Generation[seat]]);
        }

        digest = Add(digest, MemoryMarshal.Cast<double, ulong>(run.Ties.AllDeviations));
        digest = Add(digest, [BitConverter.DoubleToUInt64Bits(run.Program.Vitality), BitConverter.DoubleToUInt64Bits(run.Ties.Scale)]);

        // What the streams would draw next: runs that agree in state but not in draws are not the same run.
        var streams = run.Streams;
        foreach (var stream in (ReadOnlySpan<RandomStream>)[streams.Policy, streams.Demand, streams.Decisions, streams.Learning, streams.Turbulence])
        {
            var copy = stream;
            digest = Add(digest, [copy.NextBits()]);
        }

        return digest;
    }

    private static ulong AddAgent(ulong digest, Organization organization, int seat) =>
        Add(digest, [
            BitConverter.DoubleToUInt64Bits(organization.Experience[seat]),
            BitConverter.DoubleToUInt64Bits(organization.Strain[seat]),
            BitConverter.DoubleToUInt64Bits(organization.LeaderIdentity[seat]),
            BitConverter.DoubleToUInt64Bits(organization.FollowerIdentity[seat]),
        ]);

    private static ulong Add(ulong digest, ReadOnlySpan<ulong> words)
    {
        foreach (var word in words)
        {
            digest = SplitMix64.Mix(digest ^ word) + word;
        }

        return digest;
    }
}
