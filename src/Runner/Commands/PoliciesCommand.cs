using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim policies</c>: the leadership policies and their parameters.</summary>
internal static class PoliciesCommand
{
    public static Command Create()
    {
        var json = SharedOptions.Json();
        var command = new Command("policies", "List the leadership policies and their parameters") { json };
        command.SetAction(parsed =>
        {
            var policies = LeaderSimCommand.ExtensionOf(parsed).Model.Policies;
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? AsJson(policies) : AsText(policies));
        });
        return command;
    }

    private static string AsText(IEnumerable<CatalogEntry<ILeadershipPolicy>> policies) => string.Join(
        Environment.NewLine,
        policies.Select(p => $"{p.Kind}: {p.Summary}.{Environment.NewLine}{ParametersOf(p)}"));

    private static string ParametersOf(CatalogEntry<ILeadershipPolicy> policy) => string.Concat(
        ParameterCatalog.OfRecord(policy.Default, "policy.")
            .Select(p => $"  {p.Path} = {ParameterRow.ValueText(p.Value)}: {p.Declaration.Meaning} ({p.Allowed}){Environment.NewLine}"));

    private static string AsJson(IEnumerable<CatalogEntry<ILeadershipPolicy>> policies) => JsonText.Of(policies.Select(p => new
    {
        p.Kind,
        p.Summary,
        Parameters = ParameterCatalog.OfRecord(p.Default, "policy.").Select(ParameterRow.Of),
    })) + Environment.NewLine;
}
