using System.Globalization;
using System.Text.Json;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Randomness;

public sealed class GeneratorTests
{
    private static readonly JsonElement Reference = ReferenceFile.Json("rng_expected.json");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void SplitMix64_gives_the_published_numbers(int vector)
    {
        var expected = Reference.GetProperty("splitmix64")[vector];
        var state = Whole(expected.GetProperty("seed"));
        foreach (var output in expected.GetProperty("outputs").EnumerateArray())
        {
            Assert.Equal(Whole(output), SplitMix64.Next(ref state));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Xoshiro256starstar_gives_the_published_numbers(int vector)
    {
        var expected = Reference.GetProperty("xoshiro256starstar")[vector];
        var stream = StreamOf(expected);
        foreach (var output in expected.GetProperty("outputs").EnumerateArray())
        {
            Assert.Equal(Whole(output), stream.NextBits());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Uniforms_are_the_upper_53_bits(int vector)
    {
        var expected = Reference.GetProperty("xoshiro256starstar")[vector];
        var (stream, positive) = (StreamOf(expected), StreamOf(expected));
        foreach (var output in expected.GetProperty("doubles_53bit").EnumerateArray())
        {
            Assert.Equal(output.GetDouble(), stream.NextUniform());
            Assert.Equal(output.GetDouble() + Math.Pow(2, -53), positive.NextPositiveUniform(), 1e-16);
        }
    }

    [Fact]
    public void A_key_is_expanded_to_the_state_by_SplitMix64()
    {
        var key = 1234567UL;
        var outputs = Reference.GetProperty("splitmix64")[1].GetProperty("outputs");
        var expected = new RandomStream(Whole(outputs[0]), Whole(outputs[1]), Whole(outputs[2]), Whole(outputs[3]));
        var stream = new RandomStream(key);
        Assert.Equal(expected.NextBits(), stream.NextBits());
    }

    [Fact]
    public void Every_part_of_a_seed_makes_another_run()
    {
        RunSeed[] seeds = [new(0, 0), new(0, 1), new(1, 0), new(1, 1), new(0, 0, 1), new(0, 1, 1), new(1, 0, 1), new(ulong.MaxValue, ulong.MaxValue)];
        Assert.Equal(seeds.Length, seeds.Select(seed => seed.Key).Distinct().Count());
    }

    [Fact]
    public void Streams_of_a_run_differ_and_so_do_the_people_of_its_seats()
    {
        var streams = new RunStreams();
        streams.Reset(new RunSeed(0, 0));
        RandomStream[] all =
        [
            streams.Founding, streams.Network, streams.Turbulence, streams.Policy, streams.Demand, streams.Decisions, streams.Learning,
            streams.FateOf(0, 0), streams.FateOf(0, 1), streams.FateOf(1, 0), streams.PersonOf(0, 0), streams.PersonOf(0, 1), streams.PersonOf(1, 0),
        ];
        var first = all.Select(stream => stream.NextBits()).ToArray();
        Assert.Equal(all.Length, first.Distinct().Count());
    }

    private static RandomStream StreamOf(JsonElement vector)
    {
        var state = vector.GetProperty("state");
        return new RandomStream(Whole(state[0]), Whole(state[1]), Whole(state[2]), Whole(state[3]));
    }

    private static ulong Whole(JsonElement text) => ulong.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
