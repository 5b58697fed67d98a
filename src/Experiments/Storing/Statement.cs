using System.Security.Cryptography;
using System.Text;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Storing;

/// <summary>What an experiment asked and expected, as a session found it when it began to run.</summary>
/// <param name="Recorded">When.</param>
/// <param name="Question">The question.</param>
/// <param name="Expectation">The expectation.</param>
/// <param name="Hash">SHA-256 of question, line feed, expectation, in UTF-8.</param>
/// <param name="RunsBefore">Runs that existed then, failed ones included.</param>
public sealed record Statement(DateTimeOffset Recorded, string Question, string Expectation, string Hash, long RunsBefore)
{
    /// <summary>What an experiment says now.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="now">The time.</param>
    public static Statement Of(ExperimentSpec spec, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(now, spec.Question, spec.Expectation, HashOf(spec.Question, spec.Expectation), 0);
    }

    /// <summary>SHA-256 of question, line feed, expectation, in UTF-8, as 64 hexadecimal digits.</summary>
    public static string HashOf(string question, string expectation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\n{expectation}")));

    /// <summary>Statements in the order of time; one that repeats what stands before it is left out, so that the first of each keeps its time.</summary>
    internal static IReadOnlyList<Statement> InOrder(IEnumerable<Statement> statements)
    {
        var kept = new List<Statement>();
        foreach (var statement in statements.OrderBy(s => s.Recorded))
        {
            if (kept.Count == 0 || kept[^1].Hash != statement.Hash)
            {
                kept.Add(statement);
            }
        }

        return kept;
    }
}
