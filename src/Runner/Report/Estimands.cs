namespace LeadershipSim.Runner.Report;

/// <summary>The three questions that the tables answer, and when each is the right one: a sentence each.</summary>
internal static class Estimands
{
    /// <summary>The sentences, in the order of the tables.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "All programs: what becomes of a program from its founding on, whatever happens to it; the right one to choose between arms, since nobody is left out.",
        "Removal (intervention): what losing leaders at a fixed tick does to programs alive at that tick, each against its own twin; the right one for the effect of an exit, "
            + "since who enters does not depend on when leaders would have left.",
        "Residual life: how long programs live that saw their leadership leave; the right one to predict what follows an exit that has happened, and not to compare arms, "
            + "since arms differ in which programs see one.",
    ];
}
