using System.CommandLine;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Tables;
using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim network FILE</c>: measures of a network, and of its nodes, from a researcher's own list of ties or network file.</summary>
internal sealed class NetworkCommand
{
    // Networks with fewer nodes are measured before anybody waits.
    private const int LargeNetwork = 2000;

    private readonly Argument<string> _file = new("file") { Description = "Network (.graphml, .gexf, .gml, Pajek's .net), or list of ties (CSV with names in its first line, or Parquet)", HelpName = "FILE" };
    private readonly Option<string> _source = new("--source") { Description = "Column of one end", HelpName = "COLUMN", DefaultValueFactory = _ => "source" };
    private readonly Option<string> _target = new("--target") { Description = "Column of the other end", HelpName = "COLUMN", DefaultValueFactory = _ => "target" };
    private readonly Option<string?> _weight = new("--weight") { Description = "Column, or data of ties, with weights above 0: also measure strengths, and paths in which strong ties are short", HelpName = "COLUMN" };
    private readonly Option<bool> _directed = new("--directed") { Description = "Ties of a list lead from source to target; a network file says itself whether its ties do" };
    private readonly Option<bool> _dropLoops = new("--drop-loops") { Description = "Leave out ties of a node to itself" };
    private readonly Option<string?> _nodes = new("--nodes") { Description = "Table of all nodes, so that those without ties count; its column is named by --node", HelpName = "FILE" };
    private readonly Option<string> _node = new("--node") { Description = "Column of nodes in the table of nodes", HelpName = "COLUMN", DefaultValueFactory = _ => "id" };
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly TableOptions _format = new();

    private NetworkCommand()
    {
    }

    public static Command Create()
    {
        var verb = new NetworkCommand();
        var command = new Command("network", "Measure density, centralization, paths and clustering of a network, and the centrality of its nodes")
        {
            verb._file, verb._source, verb._target, verb._weight, verb._directed, verb._dropLoops, verb._nodes, verb._node, verb._json,
        };
        verb._format.AddTo(command);
        command.SetAction(verb.Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        var network = OwnNetwork.Read(new NetworkQuestion
        {
            File = parsed.GetRequiredValue(_file),
            Format = _format.Of(parsed),
            Source = parsed.GetRequiredValue(_source),
            Target = parsed.GetRequiredValue(_target),
            Weight = parsed.GetValue(_weight),
            IsDirected = parsed.GetValue(_directed),
            DropLoops = parsed.GetValue(_dropLoops),
            Nodes = parsed.GetValue(_nodes),
            Node = parsed.GetRequiredValue(_node),
        });
        var messages = Messages.Of(parsed);
        var graph = Graph.Of(network.Names.Count, network.Ties.Select(t => (t.From, t.To)));
        var paths = GraphPaths.Of(graph, Progress(graph.Count, "shortest paths", messages));
        var tables = new NetworkTables(
            network, graph, paths,
            network.IsDirected || parsed.GetValue(_weight) is not null ? Directed(network, parsed.GetValue(_weight) is not null, messages) : null);
        parsed.InvocationConfiguration.Output.Write(parsed.GetValue(_json) ? tables.ToJson() : tables.ToText());
        if (network.IsDirected)
        {
            messages.WriteLine("note: ties lead one way; the first measures take them as ties of both, the directed ones follow their direction");
        }

        foreach (var note in network.Notes)
        {
            messages.WriteLine($"caution: {note}");
        }
    }

    private static DirectedMeasures Directed(OwnNetwork network, bool isWeighted, TextWriter messages)
    {
        var ties = network.IsDirected ? network.Ties : network.Ties.SelectMany(t => new[] { t, (t.To, t.From, t.Weight) });
        var graph = DirectedGraph.Of(network.Names.Count, ties);
        return DirectedMeasures.Of(graph, DirectedPaths.Of(graph, isWeighted, Progress(graph.Count, "paths along ties", messages)));
    }

    private static Action<int>? Progress(int nodes, string what, TextWriter messages)
    {
        var tenth = Math.Max(1, nodes / 10);
        return nodes < LargeNetwork ? null : done =>
        {
            if (done % tenth == 0)
            {
                messages.WriteLine(Invariant($"{what}: from {done} of {nodes} nodes"));
            }
        };
    }
}
