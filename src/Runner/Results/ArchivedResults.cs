using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Exporting;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>Results as somebody hands them on: a folder, or an archive that is unpacked for as long as it is read.</summary>
/// <param name="Given">The folder or archive, as it was named.</param>
/// <param name="Folder">The folder with its files.</param>
internal sealed record ArchivedResults(string Given, string Folder)
{
    /// <summary>What such an argument of a verb is described as.</summary>
    public const string Description = "Results folder, or an export of it: a folder or a .zip";

    /// <summary>Opens a folder, or unpacks an archive.</summary>
    /// <param name="path">The folder or archive.</param>
    /// <param name="scratch">The folder to unpack in.</param>
    /// <exception cref="Experiments.Tables.DataException">It is an archive that cannot be read, or was changed.</exception>
    public static ArchivedResults Open(string path, ScratchFolder scratch)
    {
        if (!File.Exists(path))
        {
            return new(path, path);
        }

        PackedArchive.Unpack(path, scratch.In("archived"));
        return new(path, scratch.In("archived"));
    }

    /// <summary>A fault with the place where it was given.</summary>
    public Fault Shown(Fault fault) => fault with { Where = fault.Where.Replace(Folder, Given, StringComparison.Ordinal) };
}
