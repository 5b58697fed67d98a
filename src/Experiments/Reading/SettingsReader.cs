using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads what a change sets: parameters by dotted or nested keys, and parts chosen by kind.</summary>
/// <param name="log">What is wrong.</param>
/// <param name="binder">Reads parts.</param>
/// <param name="isFounding">Whether the change is the founding itself, before which nothing is fixed.</param>
internal sealed class SettingsReader(ProblemLog log, ScenarioBinder binder, bool isFounding)
{
    /// <summary>Adds the settings of a mapping, and puts them into the scenario.</summary>
    public void Read(MapNode map, string prefix, string path, ref Scenario scenario, List<ParameterSetting> settings)
    {
        foreach (var entry in map.Entries)
        {
            var key = prefix + entry.Key;
            if (ParameterPath.Find(scenario, key, out var missing, out var allowed) is not { } found
                || key.StartsWith(ChangesReader.Key, StringComparison.Ordinal))
            {
                var near = missing is null ? null : Spelling.Nearest(missing, allowed);
                log.Add(
                    entry.Place,
                    path,
                    $"{path} has \"{key}\", which is not a parameter; allowed there: {string.Join(", ", allowed.Where(a => a != ChangesReader.Key))}",
                    near is null ? null : key.Replace(missing!, near, StringComparison.Ordinal));
            }
            else if (entry.Value is MapNode group && found.Parameter is null && (binder.Model.KindsOf(found.ValueType) is null || group["kind"] is null))
            {
                Read(group, key + ".", path, ref scenario, settings);
            }
            else if (ReasonOf(scenario, found) is { } reason && !isFounding)
            {
                log.Add(entry.Place, path, $"{path}.{key} cannot change in the course of a run: {reason}; allowed: {string.Join(", ", LiveParts())}");
            }
            else if (ReadOne(entry.Value, found, $"{path}.{key}") is { } setting)
            {
                settings.Add(setting);
                scenario = found.With(scenario, setting.Value);
            }
        }
    }

    private ParameterSetting? ReadOne(Node node, ParameterPath found, string path)
    {
        if (found.Parameter is { } declared)
        {
            return ScalarReader.Read(node, declared, path, log) is { } value ? new(found.Text, value, found.ValueType, declared, null) : null;
        }

        if (binder.Model.KindsOf(found.ValueType) is null)
        {
            log.Add(node.Place, path, $"{path} is a group of parameters; name one of them, as in {found.Text}: {{…}}");
            return null;
        }

        return binder.BindKind(found.ValueType, node, path) is { } part
            ? new(found.Text, part, found.ValueType, null, binder.Model.KindOf(found.ValueType, part).Kind)
            : null;
    }

    private static string? ReasonOf(Scenario scenario, ParameterPath found) =>
        found.FixedBecause ?? ParameterCatalog.Of(scenario).FirstOrDefault(p => p.Path == found.Text)?.FixedBecause;

    // The parts of a scenario in which something is live.
    private static IEnumerable<string> LiveParts() => ParameterCatalog.Of(new Scenario()).Where(p => p.IsLive).Select(p => p.Path.Split('.')[0]).Distinct();
}
