namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>What a change of several factors from a baseline to an alternative does, taken apart.</summary>
/// <param name="Output">The output.</param>
/// <param name="Change">Mean of the output with every factor at its alternative, less that at the baseline.</param>
/// <param name="Baseline">Mean of the output at the baseline.</param>
/// <param name="Factors">The finite changes of each factor.</param>
/// <param name="Interactions">The finite change of each set of two or more factors, by its size.</param>
/// <param name="Replicates">Replicates of each design point.</param>
public sealed record FiniteChangeResult(
    string Output, IndexEstimate Change, IndexEstimate Baseline, IReadOnlyList<FiniteChangeFactor> Factors,
    IReadOnlyList<FiniteChangeInteraction> Interactions, int Replicates);

/// <summary>The finite changes of one factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="From">Its level at the baseline.</param>
/// <param name="To">Its alternative.</param>
/// <param name="First">Change when this factor alone leaves the baseline.</param>
/// <param name="Interaction">Total less first: what it changes together with others.</param>
/// <param name="Total">Change that is lost when this factor alone stays at the baseline.</param>
public sealed record FiniteChangeFactor(string Factor, string From, string To, IndexEstimate First, IndexEstimate Interaction, IndexEstimate Total);

/// <summary>The finite change of a set of factors beyond those of its parts.</summary>
/// <param name="Factors">The factors.</param>
/// <param name="Change">The change.</param>
public sealed record FiniteChangeInteraction(IReadOnlyList<string> Factors, IndexEstimate Change);
