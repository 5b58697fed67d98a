using System.CommandLine;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim sensitivity DIR|FILE.csv</c>: which factors decide an output, of a results folder or of your own table.</summary>
internal sealed class SensitivityCommand
{
    private readonly Argument<string> _data =
        ResultsPlace.Argument("data", "Results folder, or table with one run per row (CSV or Parquet)", "DIR|FILE.csv");
    private readonly Option<string[]> _outputs = Listed("--output", "Column of an output; may be given several times (a results folder: endTick and failed)", "COL");
    private readonly Option<string[]> _methods = Listed("--method", "Analysis; may be given several times (default: all that fit the design)", "NAME");
    private readonly Option<string[]> _factors = Listed("--factors", "Columns of factors of a CSV file, separated by commas", "A,B,C");
    private readonly Option<string> _design = new("--design") { Description = "Design of a CSV file's rows, named as in experiment files", HelpName = "KIND", DefaultValueFactory = _ => "random" };
    private readonly Option<int?> _base = new("--base") { Description = "Base points of Saltelli's design", HelpName = "N" };
    private readonly Option<bool> _secondOrder = new("--second-order") { Description = "Saltelli's design has the rows for interactions of pairs" };
    private readonly Option<int> _levels = new("--levels") { Description = "Grid levels of Morris's design", HelpName = "P", DefaultValueFactory = _ => 4 };
    private readonly Option<int> _replicates = new("--replicates") { Description = "Consecutive rows of a CSV file that are replicates of one design point, for saltelli and morris; elsewhere rows with equal factors are", HelpName = "R", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _noise = new("--noise") { Description = "Which rows of a CSV file share random numbers: independent, common (all rows of a replicate), rowCommon (those of a base point or trajectory)", HelpName = "MODE", DefaultValueFactory = _ => "independent" };
    private readonly Option<int> _resamples = new("--resamples") { Description = "Resamples for intervals", HelpName = "B", DefaultValueFactory = _ => 1000 };
    private readonly Option<string?> _figures = new("--figures") { Description = "Also draw figures into this folder", HelpName = "DIR" };
    private readonly TableOptions _format = new();
    private readonly Option<bool> _json = SharedOptions.Json();

    private SensitivityCommand()
    {
        _design.AcceptOnlyFromAmong([.. DesignCatalog.All.Where(d => d.Kind != "file").Select(d => d.Kind)]);
        _noise.AcceptOnlyFromAmong("independent", "common", "rowCommon");
        _methods.AcceptOnlyFromAmong([.. SensitivityStudy.Names]);
    }

    public static Command Create()
    {
        var verb = new SensitivityCommand();
        var command = new Command("sensitivity", "Show which factors decide an output: Sobol' indices, elementary effects, rank correlations, Shapley effects, finite changes, curves, trees")
        {
            verb._data, verb._outputs, verb._methods, verb._factors, verb._design, verb._base, verb._secondOrder,
            verb._levels, verb._replicates, verb._noise, verb._resamples, verb._figures, verb._json,
        };
        verb._format.AddTo(command);
        command.SetAction(verb.Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_data);
        try
        {
            var data = Directory.Exists(path) ? OfFolder(path, parsed) : OfFile(path, parsed);
            var methods = MethodsFor(data, parsed.GetValue(_methods) ?? []);
            Write(SensitivityStudy.Of(data, methods, new BootstrapSettings(Resamples: AtLeast(parsed, _resamples, 100)), refuse: true), parsed);
        }
        catch (IncompleteDesignException missing)
        {
            throw Invalid($"{path}: {missing.Message}");
        }
    }

    private void Write(SensitivityStudy study, ParseResult parsed)
    {
        var (output, messages) = (parsed.InvocationConfiguration.Output, Messages.Of(parsed));
        output.Write(parsed.GetValue(_json)
            ? SensitivityFiles.AsJson(study)
            : string.Join(Environment.NewLine, SensitivityTables.Of(study).Select(t => TableText.Of(t, TableForm.Text, TerminalWidth.Now))));
        foreach (var caution in study.Cautions)
        {
            messages.WriteLine($"caution: {caution.Message}");
        }

        if (parsed.GetValue(_figures) is { } folder)
        {
            foreach (var file in FigureFiles.Write(SensitivityFigures.Of(study), folder))
            {
                messages.WriteLine($"wrote {file}");
            }
        }
    }

    private SensitivityData OfFolder(string path, ParseResult parsed)
    {
        foreach (var option in new Option[] { _factors, _design, _base, _secondOrder, _levels, _replicates, _noise })
        {
            if (parsed.GetResult(option) is { Implicit: false })
            {
                throw Invalid($"{option.Name} is for CSV files; {path} is a results folder, which records its design. Leave {option.Name} out");
            }
        }

        var results = ResultsFolder.Open(path, Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
        if (results.Spec.Factors.Count == 0)
        {
            throw Invalid($"{path} varies nothing; sensitivity is to factors: list some under factors: in the experiment");
        }

        string[] outputs = parsed.GetValue(_outputs) is { Length: > 0 } named ? Split(named) : [.. SensitivityRuns.UsualOutputs];
        return outputs.FirstOrDefault(o => results.Spec.Model.Outputs.All(known => known.Name != o)) is { } unknown
            ? throw Invalid($"runs have no output {unknown}; allowed are {string.Join(", ", results.Spec.Model.Outputs.Select(o => o.Name))}")
            : SensitivityRuns.Of(results.Spec, results.Plan, results.Table, outputs);
    }

    private SensitivityData OfFile(string path, ParseResult parsed)
    {
        var (factors, outputs) = (Split(parsed.GetValue(_factors) ?? []), Split(parsed.GetValue(_outputs) ?? []));
        if (factors.Length == 0 || outputs.Length == 0)
        {
            throw Invalid($"{path}: a CSV file needs --factors and --output: the columns of factors and of what was observed, as in --factors a,b,c --output y");
        }

        if (factors.Intersect(outputs).FirstOrDefault() is { } both)
        {
            throw Invalid($"{path}: column {both} is among --factors and is the --output; an output cannot explain itself. Leave it out of --factors");
        }

        var sharing = parsed.GetValue(_noise) switch { "common" => ChanceSharing.AllPoints, "rowCommon" => ChanceSharing.BasePoint, _ => ChanceSharing.None };
        var design = DesignCatalog.All.Single(d => d.Kind == parsed.GetValue(_design)).Default;
        var shape = ShapeOf(design, parsed);
        return SensitivityFile.Read(path, _format.Of(parsed)).Data(design, shape, factors, outputs, AtLeast(parsed, _replicates, 1), sharing);
    }

    private DesignShape ShapeOf(IExperimentDesign design, ParseResult parsed) => design.Shape switch
    {
        DesignShape.Saltelli => parsed.GetValue(_base) is { } points and >= 2
            ? new DesignShape.Saltelli(points, parsed.GetValue(_secondOrder))
            : throw Invalid("--design saltelli needs --base, the number of base points, at least 2; there are base * (factors + 2) design points, with --second-order base * (2 * factors + 2)"),
        DesignShape.Trajectories => new DesignShape.Trajectories(AtLeast(parsed, _levels, 2)),
        var shape => shape,
    };

    private static List<string> MethodsFor(SensitivityData data, string[] asked)
    {
        var fitting = AnalysisCatalog.Analyses.Where(
            a => SensitivityStudy.Names.Contains(a.Name) && a.Fits(data.Design) && data.Cloud.Factors.Count <= a.MostFactors).Select(a => a.Name).ToList();
        var wrong = asked.FirstOrDefault(m => !fitting.Contains(m));
        return wrong is null
            ? asked.Length > 0 ? [.. asked.Distinct()] : fitting
            : throw Invalid(
                $"{wrong} needs {AnalysisCatalog.Analyses.First(a => a.Name == wrong).Need}, and the design is {data.Design.Kind} with {data.Cloud.Factors.Count} factors; allowed with it: {string.Join(", ", fitting)}");
    }

    private static int AtLeast(ParseResult parsed, Option<int> option, int least) => parsed.GetValue(option) is var value && value >= least
        ? value
        : throw Invalid(Invariant($"{option.Name} is {value}; allowed are whole numbers from {least}"));

    private static string[] Split(string[] values) =>
        [.. values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static Option<string[]> Listed(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };

    private static CommandException Invalid(string message) => new(ExitCode.Invalid, "error: " + message);
}
