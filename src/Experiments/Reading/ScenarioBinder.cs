using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Puts the values of a mapping into a copy of a parameter record. Knows no parameter by name: a new policy or process is read as
/// soon as it is declared.
/// </summary>
internal sealed class ScenarioBinder(ProblemLog log, ModelCatalog model)
{
    /// <summary>What can be named.</summary>
    public ModelCatalog Model => model;

    /// <summary>A copy of the record with the mapping's values.</summary>
    public object Bind(object record, Node node, string path)
    {
        if (node is not MapNode map)
        {
            if (node is not ScalarNode { IsEmpty: true })
            {
                log.Add(node.Place, path, $"{Name(path)} is {NodeTree.Describe(node)}; allowed is a mapping of {Keys(record)}");
            }

            return record;
        }

        var copy = RecordShape.Copy(record);
        var properties = RecordShape.Of(record);
        foreach (var entry in map.Entries)
        {
            if (properties.FirstOrDefault(p => p.Key == entry.Key) is { } property)
            {
                var child = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
                if (Value(property, property.Property.GetValue(copy)!, entry.Value, child) is { } value)
                {
                    property.Property.SetValue(copy, value);
                }
            }
            else
            {
                log.AddUnknownKey(entry, path, [.. properties.Select(p => p.Key)]);
            }
        }

        return copy;
    }

    /// <summary>A part chosen by kind: a kind's name, or a mapping with <c>kind</c> and the kind's parameters.</summary>
    public object? BindKind(Type part, Node node, string path)
    {
        var kinds = model.KindsOf(part)!;
        var names = kinds.Select(k => k.Kind).ToList();
        var named = node is MapNode map ? map["kind"] : node;
        if (named is not ScalarNode { IsEmpty: false } kind)
        {
            log.Add(node.Place, path, $"{path} is {NodeTree.Describe(node)}; allowed is a kind or a mapping with kind, one of {string.Join(", ", names)}");
            return null;
        }

        if (kinds.FirstOrDefault(k => k.Kind == kind.Text) is not { } chosen)
        {
            log.Add(kind.Place, path, $"unknown kind \"{kind.Text}\" of {path}; allowed: {string.Join(", ", names)}", Spelling.Nearest(kind.Text, names));
            return null;
        }

        // Levels of a factor may be named.
        var isLevel = part == typeof(ILeadershipPolicy) || part == typeof(INetworkModel);
        var bound = node is MapNode parameters
            ? Bind(chosen.Default, parameters with { Entries = [.. parameters.Entries.Where(e => e.Key != "kind" && (e.Key != "name" || !isLevel))] }, path)
            : chosen.Default;
        return bound is FileNetwork network ? new OrganizationReader(log).Read(network, node.Place) : bound;
    }

    private object? Value(PartProperty property, object current, Node node, string path) => property.Form switch
    {
        PartForm.Parameter => ScalarReader.Read(node, property.Parameter!, path, log),
        PartForm.Kind => BindKind(property.Property.PropertyType, node, path),
        PartForm.Record => Bind(current, node, path),
        _ => BindList(property, node, path),
    };

    private Array? BindList(PartProperty property, Node node, string path)
    {
        if (node is not ListNode list)
        {
            log.Add(node.Place, path, $"{path} is {NodeTree.Describe(node)}; allowed is a list of mappings");
            return null;
        }

        var items = Array.CreateInstance(property.ItemType, list.Items.Count);
        for (var k = 0; k < list.Items.Count; k++)
        {
            items.SetValue(Bind(Activator.CreateInstance(property.ItemType)!, list.Items[k], $"{path}[{k}]"), k);
        }

        return items;
    }

    private static string Keys(object record) => string.Join(", ", RecordShape.Of(record).Select(p => p.Key));

    private static string Name(string path) => path.Length == 0 ? "baseline" : path;
}
