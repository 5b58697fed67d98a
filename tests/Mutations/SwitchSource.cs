namespace LeadershipSim.Mutations;

/// <summary>What is compiled into the mutated assembly: which mutant is on, which ones a test has met, and an end for loops that have none.</summary>
internal static class SwitchSource
{
    public const string TypeName = "LeadershipSim.Simulation.MutantSwitch";

    public const string Text = """
        namespace LeadershipSim.Simulation;

        public static class MutantSwitch
        {
            public static int Active = -1;
            public static bool[] Met;
            public static long Rounds;
            public static long MostRounds = long.MaxValue;

            public static bool Is(int mutant)
            {
                if (Met is not null)
                {
                    Met[mutant] = true;
                }

                return mutant == Active;
            }

            public static void Round()
            {
                if (++Rounds > MostRounds)
                {
                    throw new System.InvalidOperationException("The loop has no end.");
                }
            }
        }
        """;
}
