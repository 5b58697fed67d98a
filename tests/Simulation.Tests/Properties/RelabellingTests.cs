using CsCheck;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>A policy must not care which number a seat has.</summary>
public sealed class RelabellingTests
{
    // Policies that draw nothing: here the same organization under other seat numbers must give exactly the same shares.
    private static readonly Dictionary<string, ILeadershipPolicy> WithoutDraws = new()
    {
        ["equal"] = new Equal(),
        ["hierarchy"] = new Hierarchy { PromotionLagTicks = 0 },
        ["delegating"] = new Delegating { PromotionLagTicks = 0 },
        ["succession"] = new Succession { Mentoring = 0 },
        ["elected"] = new Elected { VoteNoise = 0, CouncilSize = 100, TermTicks = 1 },
        ["selfAppraisal"] = new SelfAppraisal(),
        ["adaptive"] = new Adaptive { Alarm = 0, Calm = new() { PromotionLagTicks = 0 } },
        ["laissezFaire"] = new LaissezFaire(),
    };

    public static TheoryData<string> KindsWithoutDraws => [.. WithoutDraws.Keys];

    [Theory]
    [MemberData(nameof(KindsWithoutDraws))]
    public void Other_seat_numbers_permute_the_shares(string kind) => Gen.ULong.Sample(
        key =>
        {
            var random = new RandomStream(key);
            var seats = 2 + random.NextIndex(11);
            var labels = Permutation(seats, ref random);
            var sceneKey = random.NextBits();
            var plain = Scene(WithoutDraws[kind], seats, [.. Enumerable.Range(0, seats)], sceneKey);
            var relabelled = Scene(WithoutDraws[kind], seats, labels, sceneKey);
            for (var tick = 0; tick < 3; tick++)
            {
                var expected = plain[tick];
                Shares.AssertEqual(expected, [.. labels.Select(label => relabelled[tick][label])], 1e-8);
            }
        },
        iter: 100,
        threads: 1);

    /// <summary>Of agents who are all alike nobody may have more on average because of its seat's number.</summary>
    [Theory]
    [InlineData("hoarding")]
    [InlineData("distributed")]
    [InlineData("rotating")]
    [InlineData("claimGrant")]
    [InlineData("elected")]
    public void Of_agents_who_are_alike_none_has_more_on_average(string kind)
    {
        const int Seats = 5, Ticks = 30, Runs = 2_000;
        var policy = CatalogProperty.PolicyOf(kind) switch
        {
            Rotating rotating => rotating with { TermTicks = 3, PromotionLagTicks = 0 },
            Elected elected => elected with { TermTicks = 3 },
            var other => other,
        };
        var scenario = Quiet.Equals(Seats, policy, Ticks, directorShare: 1.0 / Seats) with
        {
            Sharing = new(),
            Turnover = new() { HazardPerTick = 0.02 },
            Recruitment = new() { FillProbability = 0.5 },
        };
        var (engine, at) = (new TickEngine(), new MeanAuthority(Seats, Ticks));
        var held = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            held += 1 - engine.Run(scenario, new RunSeed(70, (ulong)run), at).VacantAuthority;
        }

        for (var seat = 0; seat < Seats; seat++)
        {
            Assert.InRange(at.StandardErrorsFrom(held / Runs / Seats, seat, Runs), -4.3, 4.3);
        }
    }

    // Three ticks of a random organization whose agent i sits at seat labels[i]: authority by seat after each.
    private static double[][] Scene(ILeadershipPolicy policy, int seats, int[] labels, ulong key)
    {
        var random = new RandomStream(key);
        var ties = RandomTies(seats, ref random);
        var stage = new PolicyStage(policy, seats, new ListedTies([.. ties.Select(tie => (labels[tie.Seat], labels[tie.Other]))]));
        var shares = new double[seats];
        for (var agent = 0; agent < seats; agent++)
        {
            var seat = labels[agent];
            shares[seat] = random.NextUniform();
            stage.Experience[seat] = random.NextUniform();
            stage.Strain[seat] = random.NextUniform();
            stage.Sharing[seat] = random.NextUniform();
            stage.Level[seat] = random.NextIndex(3);
        }

        stage.WithAuthority([.. shares.Select(share => share / shares.Sum())]);
        foreach (var (agent, other) in ties)
        {
            stage.WithTrust(labels[agent], labels[other], 0.01 + random.NextUniform()).WithTrust(labels[other], labels[agent], 0.01 + random.NextUniform());
        }

        var leaver = labels[random.NextIndex(seats)];
        var after = new double[3][];
        for (var tick = 0; tick < after.Length; tick++)
        {
            if (tick == 1)
            {
                stage.Leave(leaver);
            }

            stage.Tick++;
            stage.Succeed();
            after[tick] = stage.Share();
        }

        return after;
    }

    private static List<(int Seat, int Other)> RandomTies(int seats, ref RandomStream random)
    {
        var ties = new List<(int, int)>();
        for (var agent = 0; agent < seats; agent++)
        {
            for (var other = 0; other < agent; other++)
            {
                if (random.NextBernoulli(0.5))
                {
                    ties.Add((agent, other));
                }
            }
        }

        return ties;
    }

    private static int[] Permutation(int count, ref RandomStream random)
    {
        var labels = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = random.NextIndex(last + 1);
            (labels[last], labels[other]) = (labels[other], labels[last]);
        }

        return labels;
    }
}
