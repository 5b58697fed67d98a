using System.Text.RegularExpressions;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Studio.Drafts;

/// <summary>
/// What a draft may set: parameters of the model. An experiment file can name other files too, and whatever a draft named would be read
/// by whoever started the program.
/// </summary>
internal static partial class Settable
{
    private const string Network = "network";

    private static readonly string FileKind = NetworkCatalog.All.First(n => n.Default is FileNetwork).Kind;

    private static readonly string[] OfFiles =
    [
        .. ParameterCatalog.Of(new Scenario { Network = new FileNetwork() }).Select(p => p.Path)
            .Where(p => p.StartsWith(Network + ".", StringComparison.Ordinal)),
    ];

    private static readonly HashSet<string> Parts = [.. Overrides.Parts, .. ParameterCatalog.Of(new Scenario()).Select(p => p.Path.Split('.')[0])];

    /// <summary>Looks at every path of a draft.</summary>
    /// <exception cref="DraftException">It sets what is no parameter, or names a file.</exception>
    public static void Check(Draft draft, Scenario origin)
    {
        foreach (var (path, value) in (draft.Set ?? None).Concat(draft.B ?? None).Concat((draft.Changes ?? []).SelectMany(c => c.Set)))
        {
            if (!Parts.Contains(path.Split('.')[0]) || OfFiles.Contains(path) || !Path().IsMatch(path))
            {
                throw new DraftException(path, $"{path} cannot be set on the page");
            }

            if (path == Network && (value == FileKind || origin.Network is FileNetwork))
            {
                var kinds = string.Join(", ", NetworkCatalog.All.Select(n => n.Kind).Where(k => k != FileKind));
                throw new DraftException(
                    path,
                    $"{path} is {value}; allowed are {kinds}; no file can be set on the page, but it can start with one: leadersim studio FILE");
            }
        }
    }

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    // Names and dots, so that no path can be more than a path.
    [GeneratedRegex(@"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*\z")]
    private static partial Regex Path();
}
