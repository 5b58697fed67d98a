namespace LeadershipSim.Experiments.Tables;

/// <summary>The words by which tables say that there is no value.</summary>
internal static class MissingValue
{
    private static readonly HashSet<string> Words = ["", "NA", "NaN", "nan", "null", "NULL"];

    /// <summary>Whether a field without quotes is one of them.</summary>
    public static bool Is(string text) => Words.Contains(text);
}
