using System.CommandLine;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim report DIR</c>: the self-contained report of finished runs.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var (folder, reference) = (SharedOptions.ResultsFolder(), SharedOptions.Reference());
        var command = new Command("report", "Write the report of a results folder again; writes DIR/report.html, one file that needs no network") { folder, reference };
        command.SetAction(parsed =>
        {
            var results = ResultsFolder.Open(parsed.GetRequiredValue(folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
            var study = results.Study(parsed.GetValue(reference));
            if (parsed.GetValue(reference) is not null)
            {
                // The report names the file that says the same.
                results.WriteAnalyses(study, Messages.Of(parsed));
            }

            var file = results.WriteReport(study);
            parsed.InvocationConfiguration.Output.WriteLine(file);
            Messages.Of(parsed).WriteLine($"next: open {file} in a browser");
        });
        return command;
    }
}
