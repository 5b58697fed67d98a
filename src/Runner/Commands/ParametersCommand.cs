using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim parameters</c>: every parameter of the model, with default, unit, range and meaning.</summary>
internal static class ParametersCommand
{
    public static Command Create()
    {
        var json = SharedOptions.Json();
        var match = new Option<string?>("--match") { Description = "Only parameters whose path or meaning contains this text", HelpName = "TEXT" };
        var command = new Command("parameters", "List every parameter with its default, unit, range and meaning") { match, json };
        command.SetAction(
            parsed => List(LeaderSimCommand.ExtensionOf(parsed).Model, parsed.GetValue(match), parsed.GetValue(json), parsed.InvocationConfiguration));
        return command;
    }

    private static int List(ModelCatalog model, string? match, bool json, InvocationConfiguration configuration)
    {
        var rows = All(model).Where(r => match is null || Contains(r.Path, match) || Contains(r.Meaning, match)).ToArray();
        if (rows.Length == 0 && !json)
        {
            configuration.Error.WriteLine($"no parameter's path or meaning contains \"{match}\"; {ShellText.Program} parameters lists all");
            return ExitCode.Complete;
        }

        configuration.Output.Write(json ? JsonText.Of(rows) + Environment.NewLine : AsText(rows));
        return ExitCode.Complete;
    }

    /// <summary>All parameters; those of policies and networks once for each kind that has them.</summary>
    internal static IEnumerable<ParameterRow> All(ModelCatalog model)
    {
        var scenario = new Scenario();
        var common = ParameterCatalog.Of(scenario)
            .Where(p => !p.Path.StartsWith("policy.", StringComparison.Ordinal) && !p.Path.StartsWith("network.", StringComparison.Ordinal))
            .Select(ParameterRow.Of);
        return common
            .Concat(model.Networks.SelectMany(n => OfKind(n.Kind, n.Default, "network.")))
            .Concat(model.Policies.SelectMany(p => OfKind(p.Kind, p.Default, "policy.")));
    }

    private static IEnumerable<ParameterRow> OfKind(string kind, object record, string prefix) =>
        ParameterCatalog.OfRecord(record, prefix).Select(p => ParameterRow.Of(p) with { Meaning = $"{kind}: {p.Declaration.Meaning}" });

    private static string AsText(IReadOnlyCollection<ParameterRow> rows) => TextTable.OnTerminal(ResultTable.Of("parameters", "Parameters", "", rows,
    [
        new(TableColumn.Label("path", "path"), r => r.Path),
        new(TableColumn.Words("default", "default"), r => ParameterRow.ValueText(r.Default)),
        new(TableColumn.Words("unit", "unit"), r => r.Unit),
        new(TableColumn.Words("allowed", "allowed"), r => r.Allowed),
        new(TableColumn.Words("meaning", "meaning"), r => r.Meaning),
    ]));

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
