using System.Text.Json.Serialization;

namespace LeadershipSim.Studio.Drafts;

/// <summary>What the page asks for: where it starts from, and what is changed. As small as the address that holds it.</summary>
/// <param name="Origin">A preset, a file or a run of a results folder, by its key.</param>
/// <param name="Set">Changed parameters of both worlds, by path.</param>
/// <param name="B">Parameters that differ in world B; null: there is one world.</param>
/// <param name="Removals">Agents who have to leave, in both worlds.</param>
/// <param name="Changes">What changes in the course of the run.</param>
/// <param name="Seed">Root seed; empty: the origin's.</param>
/// <param name="Replicate">Replicate, from 0; null: the origin's.</param>
internal sealed record Draft(
    string Origin,
    IReadOnlyDictionary<string, string>? Set = null,
    IReadOnlyDictionary<string, string>? B = null,
    IReadOnlyList<Removal>? Removals = null,
    IReadOnlyList<DraftChange>? Changes = null,
    string? Seed = null,
    int? Replicate = null)
{
    /// <summary>Whether two worlds are asked for.</summary>
    [JsonIgnore]
    public bool IsTwin => B is not null;
}

/// <summary>Whoever occupies a seat has to leave.</summary>
/// <param name="Tick">When.</param>
/// <param name="Seat">The seat.</param>
internal sealed record Removal(int Tick, int Seat);

/// <summary>From a tick on, parameters have other values.</summary>
/// <param name="Tick">First tick at which they hold.</param>
/// <param name="World">A, B, or empty for both.</param>
/// <param name="Set">Values by path, as they were typed.</param>
internal sealed record DraftChange(int Tick, string World, IReadOnlyDictionary<string, string> Set);

/// <summary>Something that is wrong with a draft.</summary>
/// <param name="Path">The parameter; empty when it is about the whole.</param>
/// <param name="World">A, B, or empty for both.</param>
/// <param name="Message">What was found and what is allowed.</param>
internal sealed record DraftProblem(string Path, string World, string Message);

/// <summary>A draft that cannot be run.</summary>
internal sealed class DraftException(IReadOnlyList<DraftProblem> problems) : Exception(string.Join("; ", problems.Select(p => p.Message)))
{
    /// <summary>A draft with one thing wrong.</summary>
    public DraftException(string path, string message)
        : this([new(path, "", message)])
    {
    }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<DraftProblem> Problems => problems;
}
