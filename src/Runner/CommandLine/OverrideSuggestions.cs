using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>What a shell can complete after <c>--set</c>: paths of parameters, and then the values of those that have names for them.</summary>
internal static class OverrideSuggestions
{
    private const string Policy = "policy";
    private const string Network = "network";
    private static readonly string[] Keys = ["replicates", Policy, Network];

    /// <summary>What can stand in the place of a word that was begun.</summary>
    public static IEnumerable<string> For(string word, ModelCatalog model)
    {
        if (word.Split('=', 2) is not [var path, _])
        {
            return ParameterCatalog.Of(new Scenario()).Select(p => p.Path).Concat(Keys).Select(p => p + "=");
        }

        return ValuesOf(path, model).Select(value => $"{path}={value}");
    }

    private static IEnumerable<string> ValuesOf(string path, ModelCatalog model) => path switch
    {
        Policy => model.Policies.Select(p => p.Kind),
        Network => model.Networks.Select(n => n.Kind),
        _ => ParameterCatalog.Of(new Scenario()).FirstOrDefault(p => p.Path == path)?.Value switch
        {
            bool => ["true", "false"],
            Enum value => Enum.GetValues(value.GetType()).Cast<object>().Select(Spelled.Of),
            _ => [],
        },
    };
}
