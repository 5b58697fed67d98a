using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>How results are cited: a CITATION.cff of type dataset (Citation File Format 1.2.0, doi:10.5281/zenodo.5171937).</summary>
internal static class CitationFile
{
    public const string FileName = "CITATION.cff";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ResultsDescription results)
    {
        var text = new StringBuilder();
        text.Append("cff-version: 1.2.0\n");
        text.Append("message: If you use these results, please cite them and the software they were made with.\n");
        text.Append("type: dataset\n");
        Line("title", results.Title);
        Line("abstract", results.Summary);
        text.Append("authors:\n");
        foreach (var author in results.Options.Authors)
        {
            Line("  - name", author.Name);
            if (author.Orcid is { } orcid)
            {
                Line("    orcid", orcid);
            }
        }

        Line("date-released", Invariant($"{results.Finished:yyyy-MM-dd}"));
        Line("license", results.Options.License);
        text.Append("identifiers:\n  - type: other\n");
        Line("    value", results.Manifest.ExperimentId);
        text.Append("    description: Hash of all that determines the results\n");
        text.Append("references:\n  - type: software\n");
        Line("    title", results.Software.Title);
        text.Append("    authors:\n");
        foreach (var author in results.Software.Authors)
        {
            Line("      - name", author);
        }

        Line("    version", results.SoftwareVersion);
        Line("    license", results.Software.License);
        if (results.Commit is { } commit)
        {
            Line("    commit", commit);
        }

        return text.ToString();

        // A JSON text is a YAML text, whatever is in it.
        void Line(string key, string value) => text.Append(key).Append(": ").Append(JsonSerializer.Serialize(value, Relaxed)).Append('\n');
    }
}
