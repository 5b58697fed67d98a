using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>What is said of results in every format: who, what, when, under which terms.</summary>
/// <param name="Manifest">How they were made.</param>
/// <param name="Question">What the experiment asks.</param>
/// <param name="Expectation">What its author expected.</param>
/// <param name="Options">What only the people behind them can say.</param>
/// <param name="Software">The software they were made with.</param>
internal sealed record ResultsDescription(RunManifest Manifest, string Question, string Expectation, ExportOptions Options, SoftwareCitation Software)
{
    /// <summary>Their title.</summary>
    public string Title => $"Results of the experiment {Manifest.Name}: {Question}";

    /// <summary>What they are.</summary>
    public string Summary => Invariant($"{Question} {Expected}: {Expectation} {Manifest.RunsDone} simulated runs, {(Manifest.Seeds is { } seeds ? $"{seeds.Count} root seeds from {Manifest.Seed}" : $"root seed {Manifest.Seed}")}, model revision {Manifest.ModelRevision}.");

    private string Expected => Manifest.Statements is [.., { RunsBefore: > 0 and var runs }]
        ? Invariant($"Expected when {runs} runs were there (the manifest has what was expected before)")
        : "Expected before there were results";

    /// <summary>When they were finished: exports of the same results are the same.</summary>
    public DateTimeOffset Finished => Manifest.Sessions.Max(s => s.Ended ?? s.Started).ToUniversalTime();

    /// <summary>The software's version, without the commit.</summary>
    public string SoftwareVersion => Manifest.ToolVersion.Split('+')[0];

    /// <summary>The commit it was built from; null when that is not known.</summary>
    public string? Commit => Manifest.ToolVersion.Split('+') is [_, var commit] ? commit : null;

    /// <summary>The page of a license.</summary>
    public static string AddressOf(string license) => $"https://spdx.org/licenses/{license}";

    /// <summary>Reads what a results folder says of itself.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static ResultsDescription Of(string folder, RunManifest manifest, ExportOptions options)
    {
        var file = Path.Combine(folder, ExperimentComparison.ResolvedFile);
        try
        {
            var experiment = JsonNode.Parse(File.ReadAllText(file));
            return new(manifest, Text("question"), Text("expectation"), options, SoftwareCitation.Read());

            string Text(string key) => experiment?[key]?.GetValue<string>() ?? throw new JsonException($"{key} is missing");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new StoreException(StoreProblem.NotReadable, $"{file} cannot be read: {error.Message}; run the experiment again to make it once more", error);
        }
    }
}
