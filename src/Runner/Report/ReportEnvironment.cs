using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Runner.Report;

/// <summary>Machine and software that made the runs, from the manifest; times and number of workers, which change no result, are left out.</summary>
internal static class ReportEnvironment
{
    /// <summary>Names and values.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(RunManifest manifest)
    {
        List<(string, string)> entries =
        [
            ("Program", $"LeadershipSim {manifest.ToolVersion}"),
            ("Generator of random numbers", manifest.Generator),
            ("Packages", string.Join(", ", manifest.Packages)),
        ];
        if (manifest.Sessions is [.., var last])
        {
            entries.Add(("Machine", Invariant($"{last.System}, {last.Machine}, {last.Cores} cores")));
            entries.Add(("Runtime", last.Runtime));
        }

        if (manifest.Overrides.Count > 0)
        {
            entries.Add(("Laid over the file", string.Join(", ", manifest.Overrides)));
        }

        return entries;
    }
}
