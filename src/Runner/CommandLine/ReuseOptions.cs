using System.CommandLine;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The options that say from where runs may be taken.</summary>
internal sealed class ReuseOptions
{
    private readonly Option<string[]> _folders = new("--reuse")
    {
        Description = "Also take runs from results in this folder (runs of the same experiment name beside its own are always taken); may be given several times",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _none = new("--no-reuse") { Description = "Take no runs from other results: run all" };

    public ReuseOptions() => _none.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<bool>() && result.GetValue(_folders) is { Length: > 0 })
        {
            result.AddError("--reuse and --no-reuse ask for opposite things; give one of them");
        }
    });

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_folders, _none];

    /// <summary>Folders to take runs from beside the usual ones; null: runs are taken from nowhere.</summary>
    public IReadOnlyList<string>? Read(ParseResult parsed) => parsed.GetValue(_none) ? null : parsed.GetValue(_folders) ?? [];
}
