namespace LeadershipSim.Runner.Tables;

/// <summary>How wide a table on standard output may be.</summary>
internal static class TerminalWidth
{
    /// <summary>Characters of a line of the terminal; null where output goes to a file or another program.</summary>
    public static int? Now
    {
        get
        {
            try
            {
                return Console.IsOutputRedirected || Console.WindowWidth < 40 ? null : Console.WindowWidth;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }
}
