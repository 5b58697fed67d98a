namespace LeadershipSim.Simulation.Parameters;

/// <summary>Declares a public property of a part of a scenario that holds no parameter and no parts: what files say, for instance.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotAParameterAttribute : Attribute;
