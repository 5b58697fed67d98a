using System.CommandLine;
using System.Globalization;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim network FILE</c>: measures of an undirected network, and of its nodes, from a researcher's own list of ties.</summary>
internal static class NetworkCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "List of ties, CSV with names in its first line or Parquet; a tie counts once, in whichever direction and however often it stands there", HelpName = "FILE" };
        var source = new Option<string>("--source") { Description = "Column of one end", HelpName = "COLUMN", DefaultValueFactory = _ => "source" };
        var target = new Option<string>("--target") { Description = "Column of the other end", HelpName = "COLUMN", DefaultValueFactory = _ => "target" };
        var nodes = new Option<string?>("--nodes") { Description = "Table of all nodes, so that those without ties count; its column is named by --node", HelpName = "FILE" };
        var node = new Option<string>("--node") { Description = "Column of nodes in the table of nodes", HelpName = "COLUMN", DefaultValueFactory = _ => "id" };
        var json = SharedOptions.Json();
        var command = new Command("network", "Density, centralization, paths and clustering of a network, and the centrality of its nodes") { file, source, target, nodes, node, json };
        command.SetAction(parsed =>
        {
            var all = parsed.GetValue(nodes) is { } path ? DataTable.Read(path).Texts(parsed.GetRequiredValue(node)) : null;
            var answer = Answer.Of(DataTable.Read(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(source), parsed.GetRequiredValue(target), all);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? answer.ToJson() : answer.ToText());
        });
        return command;
    }

    private sealed record NodeMeasures(string Node, int Ties, double Degree, double Closeness, double Betweenness, double? Eigenvector, double Clustering);

    private sealed record Answer(IReadOnlyList<string> Names, Graph Graph, NetworkMeasures Measures)
    {
        public static Answer Of(DataTable table, string source, string target, string[]? all)
        {
            var (from, to) = (table.Texts(source), table.Texts(target));
            string[] names = [.. (all ?? [.. from.Concat(to)]).Where(n => n.Length > 0).Distinct().Order(GroupOrder.Natural)];
            var places = names.Select((name, k) => (name, k)).ToDictionary(n => n.name, n => n.k);
            var ties = new HashSet<(int, int)>();
            for (var row = 0; row < from.Length; row++)
            {
                if (from[row].Length == 0 || to[row].Length == 0 || from[row] == to[row])
                {
                    throw new DataException($"{table.PlaceOf(row)}: the tie goes from \"{from[row]}\" to \"{to[row]}\"; allowed are two different nodes");
                }

                if (new[] { from[row], to[row] }.FirstOrDefault(n => !places.ContainsKey(n)) is { } unknown)
                {
                    throw new DataException($"{table.PlaceOf(row)}: the node \"{unknown}\" is not in the table of nodes");
                }

                var (a, b) = (places[from[row]], places[to[row]]);
                ties.Add((Math.Min(a, b), Math.Max(a, b)));
            }

            var graph = Graph.Of(names.Length, ties);
            return new(names, graph, NetworkMeasures.Of(graph));
        }

        private IEnumerable<NodeMeasures> Nodes()
        {
            var (degree, closeness, betweenness, eigenvector) = (Centrality.Degree(Graph), Centrality.Closeness(Graph), Centrality.Betweenness(Graph), Centrality.Eigenvector(Graph));
            var clustering = Clustering.Local(Graph);
            return Names.Select((name, k) => new NodeMeasures(name, Graph.Degree(k), degree[k], closeness[k], betweenness[k], eigenvector?[k], clustering[k]));
        }

        public string ToJson() => JsonText.Of(new { Network = Measures, Nodes = Nodes() }) + Environment.NewLine;

        public string ToText()
        {
            (string Name, double? Value)[] network =
            [
                ("nodes", Measures.Nodes), ("ties", Measures.Ties), ("density", Measures.Density), ("components", Measures.Components), ("nodes of the largest component", Measures.LargestComponent),
                ("degree centralization", Measures.DegreeCentralization), ("closeness centralization", Measures.ClosenessCentralization),
                ("betweenness centralization", Measures.BetweennessCentralization), ("eigenvector centralization", Measures.EigenvectorCentralization),
                ("average clustering", Measures.AverageClustering), ("transitivity", Measures.Transitivity), ("average path length", Measures.AveragePathLength), ("global efficiency", Measures.GlobalEfficiency),
                ("diameter", Measures.Diameter), ("radius", Measures.Radius), ("degree assortativity", Measures.DegreeAssortativity),
            ];
            return TextTable.Of([.. network.Select(n => (IReadOnlyList<string>)[n.Name, Number(n.Value)])]) + Environment.NewLine
                + TextTable.Of([["node", "ties", "degree", "closeness", "betweenness", "eigenvector", "clustering"], .. Nodes().Select(n => (IReadOnlyList<string>)[n.Node, Number(n.Ties), Number(n.Degree), Number(n.Closeness), Number(n.Betweenness), Number(n.Eigenvector), Number(n.Clustering)])]);
        }

        private static string Number(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "–";
    }
}
