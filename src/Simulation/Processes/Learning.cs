using System.Numerics;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 8. Mutual learning: beliefs move one step towards the organizational code, and the code moves to the
/// authority-weighted majority of those who do better than it (March 1991, doi:10.1287/orsc.2.1.71). Some agents may learn from the code more slowly.
/// </summary>
public sealed record Learning : ITickProcess
{
    /// <summary>Socialization p1.</summary>
    [Parameter("Probability that a belief moves one step towards a non-zero code", Symbol = "p1", Unit = "per tick", Source = "assumed; March (1991) has .1 to .9 a period, and a tick here is shorter")]
    public double Socialization { get; init; } = 0.02;

    /// <summary>Share of agents who are socialized slowly.</summary>
    [Parameter("Share of seats, drawn at the founding, whose agents are socialized by slowSocialization instead", Unit = "share", Source = "March (1991): none")]
    [FixedAtFounding("who learns slowly is drawn at the founding")]
    public double SlowShare { get; init; }

    /// <summary>Socialization of slow learners.</summary>
    [Parameter("Socialization of the share of slow learners", Symbol = "p1", Unit = "per tick")]
    public double SlowSocialization { get; init; } = 0.02;

    /// <summary>Code learning p2.</summary>
    [Parameter("Effectiveness of learning by the code", Symbol = "p2", Unit = "per tick", Source = "assumed; March (1991) has .1 to .9 a period, and a tick here is shorter")]
    public double CodeLearning { get; init; } = 0.1;

    void ITickProcess.TakeEffect(RunState run)
    {
        run.Socializations = new(Socialization, ref run.Streams.Learning);
        if (SlowShare > 0)
        {
            run.SlowSocializations = new(SlowSocialization, ref run.Streams.Learning);
        }
    }

    void ITickProcess.Step(RunState run)
    {
        var (positive, negative) = VoteOnCode(run);
        Socialize(run);
        (run.CodePositive, run.CodeNegative) = (positive, negative);
    }

    // Superiors act before they are socialized, and socialization is towards the old code.
    private (ulong Positive, ulong Negative) VoteOnCode(RunState run)
    {
        var code = (run.CodePositive, run.CodeNegative);
        if (CodeLearning <= 0 || !run.CodeVote.Count(run))
        {
            return code;
        }

        var (positive, negative) = code;
        var (inFavour, against) = run.CodeVote.Majorities(run.Organization.Dimensions);
        var logFailure = double.LogP1(-CodeLearning);
        for (var differs = (inFavour & ~positive) | (against & ~negative); differs != 0; differs &= differs - 1)
        {
            var (bit, dimension) = (differs & (0UL - differs), BitOperations.TrailingZeroCount(differs));
            if (run.Streams.Learning.NextBernoulli(1 - Math.Exp(Math.Abs(run.CodeVote.Majority(dimension)) * logFailure)))
            {
                positive = (positive & ~bit) | (inFavour & bit);
                negative = (negative & ~bit) | (against & bit);
            }
        }

        return (positive, negative);
    }

    private void Socialize(RunState run)
    {
        var (codePositive, codeNegative) = (run.CodePositive, run.CodeNegative);
        if ((codePositive | codeNegative) == 0)
        {
            return;
        }

        var organization = run.Organization;
        var positive = organization.Positive.AsSpan(0, organization.Seats);
        var negative = organization.Negative.AsSpan(0, positive.Length);
        var present = organization.Present.AsSpan(0, positive.Length);

        if (SlowShare > 0)
        {
            SocializeMixed(run, codePositive, codeNegative);
            return;
        }

        // Local copies stay in registers; they are put back below.
        var coins = run.Socializations;
        var random = run.Streams.Learning;
        var failures = coins.FailuresAhead;
        for (var seat = 0; seat < positive.Length; seat++)
        {
            var differs = ((codePositive & ~positive[seat]) | (codeNegative & ~negative[seat])) & present[seat];
            failures -= BitOperations.PopCount(differs);
            if (failures < 0)
            {
                // All coins before this agent's have failed.
                coins.Skip(coins.FailuresAhead - failures - BitOperations.PopCount(differs));
                Beliefs.StepTowards(organization, seat, coins.Next(differs, ref random), codePositive, codeNegative);
                failures = coins.FailuresAhead;
            }
        }

        coins.Skip(coins.FailuresAhead - failures);
        run.Socializations = coins;
        run.Streams.Learning = random;
    }

    private static void SocializeMixed(RunState run, ulong codePositive, ulong codeNegative)
    {
        var organization = run.Organization;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            var differs = ((codePositive & ~organization.Positive[seat]) | (codeNegative & ~organization.Negative[seat])) & organization.Present[seat];
            var moves = organization.LearnsSlowly[seat]
                ? run.SlowSocializations.Next(differs, ref run.Streams.Learning)
                : run.Socializations.Next(differs, ref run.Streams.Learning);
            Beliefs.StepTowards(organization, seat, moves, codePositive, codeNegative);
        }
    }
}
