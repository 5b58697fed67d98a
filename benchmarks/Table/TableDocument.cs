using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>The measurements as a document.</summary>
internal static class TableDocument
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As JSON.</summary>
    public static string Json(IReadOnlyList<Row> rows, double calibration) => JsonSerializer.Serialize(
        new
        {
            Machine = new
            {
                RuntimeInformation.FrameworkDescription,
                Os = RuntimeInformation.OSDescription,
                Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
                Environment.ProcessorCount,
            },
            CalibrationNanoseconds = calibration,
            Rows = rows,
        },
        Options) + "\n";

    /// <summary>As Markdown, one table a group.</summary>
    public static string Markdown(IReadOnlyList<Row> rows, double calibration)
    {
        var text = new StringBuilder();
        text.Append(
            FormattableString.Invariant(
                $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores; one calibration unit takes {calibration:F2} ns.\n"));
        foreach (var group in rows.GroupBy(r => r.Group))
        {
            text.Append(FormattableString.Invariant($"\n### {group.Key}\n| | value | unit | calibration units | bytes allocated |\n| --- | ---: | --- | ---: | ---: |\n"));
            foreach (var row in group)
            {
                text.Append(
                    FormattableString.Invariant(
                        $"| {row.Name} | {Number(row.Value)} | {row.Unit} | {(row.Ratio is { } ratio ? Number(ratio) : "")} | {row.AllocatedBytes:F0} |\n"));
            }
        }

        return text.ToString();
    }

    private static string Number(double value) => value switch
    {
        >= 1000 => FormattableString.Invariant($"{value:F0}"),
        >= 10 => FormattableString.Invariant($"{value:F1}"),
        _ => FormattableString.Invariant($"{value:F2}"),
    };
}
