namespace LeadershipSim.Mutations;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="KilledBy">The test that failed; null: it survived.</param>
/// <param name="IsMet">Whether any test reaches it.</param>
internal sealed record Verdict(Mutant Mutant, string? KilledBy, bool IsMet);
