namespace LeadershipSim.Mutations;

/// <summary>Mutants that no test notices, and why: a line of reason, then the mutants that it holds for.</summary>
internal static class Survivors
{
    /// <summary>Reasons by mutant.</summary>
    public static Dictionary<string, string> Read(string path)
    {
        var (reasons, reason) = (new Dictionary<string, string>(), "");
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                reason = line[2..];
            }
            else if (line.Length > 0)
            {
                reasons[line] = reason;
            }
        }

        return reasons;
    }

    /// <summary>An order of mutants that a seed shuffles, and that stays when others come and go (FNV-1a).</summary>
    public static ulong Hash(string key, int seed)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var letter in key)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }
}
