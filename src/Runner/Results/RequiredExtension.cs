using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Extensions;

namespace LeadershipSim.Runner.Results;

/// <summary>Results whose runs depend on the code of an extension are read with that extension.</summary>
internal static class RequiredExtension
{
    /// <summary>Refuses results of an extension that the program does not have, or has in another version.</summary>
    /// <param name="folder">The results.</param>
    /// <param name="needed">The extension they were made with; null: none.</param>
    /// <param name="extension">The extension of the program; null: none.</param>
    /// <exception cref="CommandException">It is another one.</exception>
    public static void Check(string folder, ExtensionCode? needed, Extension? extension)
    {
        if (needed is null || needed.Hash == extension?.Model.Extension?.Hash)
        {
            return;
        }

        var found = extension?.Model.Extension is { } other ? $"this program is {other.Name} with the hash {other.Hash}" : "this program has no extension";
        var copy = File.Exists(Path.Combine(folder, needed.Name)) ? $" A copy is in {Path.Combine(folder, needed.Name)}." : "";
        throw new CommandException(
            ExitCode.ResultsUnusable,
            $"error: {folder} was made with the extension {needed.Name} (hash {needed.Hash}), which brings {string.Join(", ", needed.Brings)}; {found}.{Environment.NewLine}"
            + $"Give the same command to that extension: dotnet run {needed.Name} -- VERB ...{copy}");
    }
}
