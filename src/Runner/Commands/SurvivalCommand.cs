using System.CommandLine;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim survival FILE --time COLUMN --event COLUMN</c>: the estimators of the report on a researcher's own table.</summary>
internal static class SurvivalCommand
{
    private static readonly IReadOnlyDictionary<string, LogRankWeight> Weights = new Dictionary<string, LogRankWeight>
    {
        ["log-rank"] = LogRankWeight.LogRank,
        ["wilcoxon"] = LogRankWeight.Wilcoxon,
        ["tarone-ware"] = LogRankWeight.TaroneWare,
        ["fleming-harrington"] = LogRankWeight.FlemingHarrington(1),
    };

    private static readonly IReadOnlyDictionary<string, ConfidenceType> Bands = new Dictionary<string, ConfidenceType>
    {
        ["log-log"] = ConfidenceType.LogLog,
        ["log"] = ConfidenceType.Log,
        ["plain"] = ConfidenceType.Plain,
    };

    private static readonly IReadOnlyDictionary<string, IncidenceVariance> Variances = new Dictionary<string, IncidenceVariance>
    {
        ["greenwood"] = IncidenceVariance.Greenwood,
        ["aalen"] = IncidenceVariance.Aalen,
    };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Table, CSV with names in its first line or Parquet", HelpName = "FILE" };
        var time = new Option<string>("--time") { Description = "Column of times to the event or to censoring", HelpName = "COLUMN", Required = true };
        var happened = new Option<string>("--event") { Description = "Column of events: 0 or false censored, 1 or true the event; with --competing a cause; 0, false and censored are censored, nothing or NA is missing", HelpName = "COLUMN", Required = true };
        var group = Column("--group", "Column of groups to compare");
        var strata = Column("--strata", "Column of strata, for the log-rank test and the Cox model");
        var entry = Column("--entry", "Column of times from which a row is at risk (start–stop data)");
        var exit = Column("--exit", "Column of times at which leadership left, counted as --time; nothing or NA: it was not seen to");
        var fromExit = new Option<bool>("--from-exit") { Description = "Count time from the exit on, of those whose leadership left; the tick of the exit is the first" };
        var landmark = new Option<double?>("--landmark") { Description = "Compare those whose leadership had left by this time with those still led, from it on", HelpName = "TIME" };
        var cluster = Column("--cluster", "Column of clusters whose rows are not independent");
        var cox = new Option<string?>("--cox") { Description = "Fit a Cox model of columns, as in \"age + factor(stage)\"; texts are compared with their first level", HelpName = "TERMS" };
        var competing = new Option<string?>("--competing") { Description = "The event has causes; those named, as in 2,3, compete with the others (without names: all but the first)", HelpName = "CAUSES", Arity = ArgumentArity.ZeroOrOne };
        var band = Choice("--conf-type", "Scale on which bands are symmetric", Bands.Keys, "log-log");
        var variance = Choice("--variance", "Variance of cumulative incidences: as R's survfit has it (greenwood) or as cmprsk has it (aalen)", Variances.Keys, "greenwood");
        var weights = Choice("--weights", "Weights of the log-rank test", Weights.Keys, "log-rank");
        var ties = Choice("--ties", "How tied times enter the Cox model", ["efron", "breslow"], "efron");
        var level = new Option<double>("--conf-level") { Description = "Level of the bands", HelpName = "LEVEL", DefaultValueFactory = _ => 0.95 };
        var tau = new Option<double?>("--tau") { Description = "Time to which the restricted mean looks (default: the last time observed in every group)", HelpName = "TIME" };
        var figure = new Option<string?>("--figure") { Description = "Draw the curves into this file, .png or .svg", HelpName = "FILE" };
        var json = SharedOptions.Json();
        var command = new Command("survival", "Kaplan–Meier curves, log-rank test, Cox model and cumulative incidence of a table of lives") { file, time, happened, group, strata, cox, competing, entry, exit, fromExit, landmark, cluster, band, level, variance, tau, ties, weights, figure, json };
        command.SetAction(parsed =>
        {
            var question = new SurvivalQuestion
            {
                File = parsed.GetRequiredValue(file),
                Time = parsed.GetRequiredValue(time),
                Event = parsed.GetRequiredValue(happened),
                Group = parsed.GetValue(group),
                Strata = parsed.GetValue(strata),
                Entry = parsed.GetValue(entry),
                Exit = parsed.GetValue(exit),
                FromExit = parsed.GetValue(fromExit),
                Landmark = parsed.GetValue(landmark) is { } from ? Checked(from, "--landmark", t => t > 0 && double.IsFinite(t), "a time above 0") : null,
                Cluster = parsed.GetValue(cluster),
                Cox = parsed.GetValue(cox),
                HasCauses = parsed.GetResult(competing) is not null,
                Competing = parsed.GetValue(competing)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
                ConfidenceType = Bands[parsed.GetRequiredValue(band)],
                Variance = Variances[parsed.GetRequiredValue(variance)],
                Weight = Weights[parsed.GetRequiredValue(weights)],
                Ties = parsed.GetRequiredValue(ties) == "efron" ? TiedTimes.Efron : TiedTimes.Breslow,
                Level = Checked(parsed.GetValue(level), "--conf-level", l => l is > 0 and < 1, "a number between 0 and 1"),
                Tau = parsed.GetValue(tau) is { } to ? Checked(to, "--tau", t => t > 0 && double.IsFinite(t), "a time above 0") : null,
            };
            CheckOrigin(question);
            var answer = SurvivalAnswer.Of(question);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? SurvivalJson.Of(answer) : SurvivalText.Of(answer));
            foreach (var caution in parsed.GetValue(json) ? answer.Cautions : [])
            {
                Messages.Of(parsed).WriteLine($"caution: {caution}");
            }

            if (parsed.GetValue(figure) is { } path)
            {
                SurvivalDrawing.Write(answer, question, path);
                Messages.Of(parsed).WriteLine($"wrote {path}");
            }
        });
        return command;
    }

    private static void CheckOrigin(SurvivalQuestion question)
    {
        if ((question.FromExit || question.Landmark is not null) && question.Exit is null)
        {
            throw Invalid($"{(question.FromExit ? "--from-exit" : "--landmark")} needs --exit, the column of times at which leadership left");
        }

        if (question.FromExit && question.Landmark is not null)
        {
            throw Invalid("--from-exit and --landmark are two origins of time; give one of them");
        }

        if (question.Landmark is not null && question.Group is not null)
        {
            throw Invalid("--landmark makes the groups itself: those whose leadership had left by then, and those still led. Leave --group out");
        }
    }

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };

    private static Option<string> Choice(string name, string description, IEnumerable<string> allowed, string standard)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong([.. allowed]);
        return option;
    }

    private static double Checked(double value, string option, Func<double, bool> isAllowed, string allowed) =>
        isAllowed(value) ? value : throw Invalid(FormattableString.Invariant($"{option} is {value}; allowed is {allowed}"));

    private static CommandException Invalid(string message) => new(ExitCode.Invalid, $"error: {message}");
}
