using LeadershipSim.Studio.Drafts;

namespace LeadershipSim.Studio.Library;

/// <summary>Something to start from.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Scenario">Name of its scenario's file; empty: the defaults.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What it is, and what to look at: two sentences.</param>
/// <param name="Draft">What is played.</param>
/// <param name="Ticks">Ticks per second at first.</param>
internal sealed record Preset(string Key, string Scenario, string Title, string Text, Draft Draft, int Ticks);
