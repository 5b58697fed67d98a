using System.CommandLine;
using LeadershipSim.Experiments.Exporting;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim export DIR -o OUT</c>: results as a research object, to archive, cite and reproduce.</summary>
internal static class ExportCommand
{
    private const string NoIdentifier = "-";
    private const string Archive = ".zip";

    public static Command Create()
    {
        var folder = SharedOptions.ResultsFolder();
        var output = new Option<string>("--output", "-o") { Description = "Folder to write, or an archive when the name ends in .zip; it must not exist yet", HelpName = "OUT", Required = true };
        var authors = new Option<string[]>("--author") { Description = "Author to cite; may be given several times", HelpName = "NAME", Required = true };
        var identifiers = new Option<string[]>("--orcid") { Description = "ORCID iD of the author at the same position, - for an author without one", HelpName = "ID", DefaultValueFactory = _ => [] };
        var license = new Option<string>("--license") { Description = "SPDX identifier of the license of the results, such as CC-BY-4.0", HelpName = "SPDX", Required = true };
        var person = new Option<string?>("--operator") { Description = "Who ran the commands: an author, or another name", HelpName = "NAME" };
        var command = new Command("export", "Write results as a research object: RO-Crate, CITATION.cff, codemeta.json, SHA256SUMS") { folder, output, authors, identifiers, license, person };
        command.SetAction(parsed =>
        {
            var people = Authors(parsed.GetRequiredValue(authors), parsed.GetValue(identifiers)!);
            var options = Checked(() => new ExportOptions(parsed.GetRequiredValue(license), people)
            {
                Operator = parsed.GetValue(person) is { } name ? people.FirstOrDefault(a => a.Name == name) ?? new Author(name) : null,
            });
            var target = parsed.GetRequiredValue(output);
            if (
                Path.GetFullPath(target).StartsWith(
                    Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(folder))) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal))
            {
                throw new CommandException(ExitCode.Invalid, $"error: --output is {target}, inside the results folder; name a place outside of it");
            }

            var results = ResearchObject.Of(parsed.GetRequiredValue(folder), options);
            if (target.EndsWith(Archive, StringComparison.OrdinalIgnoreCase))
            {
                results.WriteArchive(target);
            }
            else
            {
                results.WriteFolder(target);
            }

            parsed.InvocationConfiguration.Output.WriteLine(target);
            Messages.Of(parsed).WriteLine(NextCommand.Of("reproduce", target));
        });
        return command;
    }

    private static Author[] Authors(string[] names, string[] identifiers) =>
        identifiers.Length == 0 || identifiers.Length == names.Length
            ? [.. names.Select((name, k) => Checked(() => new Author(name, identifiers.Length == 0 || identifiers[k] == NoIdentifier ? null : identifiers[k])))]
            : throw new CommandException(ExitCode.Invalid, $"error: there are {names.Length} --author and {identifiers.Length} --orcid; give one --orcid for each author, - for one without, or none at all");

    private static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            // Without the name of the method's parameter, which the runtime adds.
            throw new CommandException(ExitCode.Invalid, $"error: {error.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
