namespace LeadershipSim.Simulation.Parameters;

/// <summary>Declares that an experiment file chooses among the implementations of an interface by the key <c>kind</c>.</summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class ChosenByKindAttribute : Attribute;
