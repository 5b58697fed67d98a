using System.CommandLine;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Figures;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim survival FILE --time COLUMN --event COLUMN</c>: the estimators of the report on a researcher's own table.</summary>
internal sealed class SurvivalCommand
{
    private static readonly Dictionary<string, LogRankWeight> Weights = new()
    {
        ["log-rank"] = LogRankWeight.LogRank,
        ["wilcoxon"] = LogRankWeight.Wilcoxon,
        ["tarone-ware"] = LogRankWeight.TaroneWare,
        ["fleming-harrington"] = LogRankWeight.FlemingHarrington(1),
    };

    private static readonly Dictionary<string, ConfidenceType> Bands = new()
    {
        ["log-log"] = ConfidenceType.LogLog,
        ["log"] = ConfidenceType.Log,
        ["plain"] = ConfidenceType.Plain,
    };

    private static readonly Dictionary<string, IncidenceVariance> Variances = new()
    {
        ["greenwood"] = IncidenceVariance.Greenwood,
        ["aalen"] = IncidenceVariance.Aalen,
    };
    private static readonly Dictionary<string, TimeScale> Scales = new() { ["km"] = TimeScale.KaplanMeier, ["identity"] = TimeScale.Identity };

    private readonly Argument<string> _file = new("file") { Description = "Table: CSV with names in the first line, or Parquet", HelpName = "FILE" };
    private readonly Option<string> _time = new("--time") { Description = "Column of times to the event or to censoring", HelpName = "COLUMN", Required = true };
    private readonly Option<string> _event = new("--event") { Description = "Column of events: 0 or false censored, 1 or true the event; with --competing a cause; 0, false and censored are censored, nothing or NA is missing", HelpName = "COLUMN", Required = true };
    private readonly Option<string?> _eventValue = new("--event-value") { Description = "Values of the event column that are the event, as in dead or 2; the others are censored, or with --competing compete", HelpName = "VALUES" };
    private readonly Option<string?> _censored = new("--censored") { Description = "Values of the event column that mean censored, as in alive", HelpName = "VALUES" };
    private readonly Option<string?> _group = Column("--group", "Column of groups to compare");
    private readonly Option<string?> _strata = Column("--strata", "Column of strata, for the log-rank test and the Cox model");
    private readonly Option<string?> _entry = Column("--entry", "Column of times from which a row is at risk (start–stop data)");
    private readonly Option<string?> _exit = Column("--exit", "Column of times at which leadership left, counted as --time; nothing or NA: it was not seen to");
    private readonly Option<bool> _fromExit = new("--from-exit") { Description = "Count time from the exit on, of those whose leadership left; the tick of the exit is the first" };
    private readonly Option<double?> _landmark = new("--landmark") { Description = "Compare those whose leadership had left by this time with those still led, from it on", HelpName = "TIME" };
    private readonly Option<string?> _cluster = Column("--cluster", "Column of clusters whose rows are not independent");
    private readonly Option<string?> _cox = new("--cox") { Description = "Fit a Cox model of columns, as in \"age + factor(stage) + age:sex\"; texts are compared with their first level", HelpName = "TERMS" };
    private readonly Option<string?> _residuals = new("--residuals") { Description = "Write the residuals of the Cox model into this CSV file: martingale, deviance, score, and influence on each coefficient", HelpName = "FILE" };
    private readonly Option<string?> _fineGray = new("--fine-gray") { Description = "With --competing: fit a Fine–Gray model of the event's incidence, as in \"age + sex\"", HelpName = "TERMS" };
    private readonly Option<string?> _discrete = new("--discrete") { Description = "Fit a model of the hazard per tick (complementary log-log); times are whole ticks", HelpName = "TERMS" };
    private readonly Option<string?> _cuts = new("--cuts") { Description = "Ticks after which that hazard may change, as in 52,104", HelpName = "TICKS" };
    private readonly Option<string?> _competing = new("--competing") { Description = "The event has causes; those named, as in 2,3, compete with the others (without names: all but the first, or but --event-value)", HelpName = "CAUSES", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _band = Choice("--conf-type", "Scale on which bands are symmetric", Bands.Keys, "log-log");
    private readonly Option<string> _variance = Choice("--variance", "Variance of cumulative incidences: as R's survfit has it (greenwood) or as cmprsk has it (aalen)", Variances.Keys, "greenwood");
    private readonly Option<string> _weights = Choice("--weights", "Weights of the log-rank test", Weights.Keys, "log-rank");
    private readonly Option<double?> _rho = new("--rho") { Description = "Fleming–Harrington weights S(t−)^ρ (1 − S(t−))^γ of the log-rank test: ρ (1 weighs early differences)", HelpName = "RHO" };
    private readonly Option<double?> _gamma = new("--gamma") { Description = "γ of these weights (1 weighs late differences)", HelpName = "GAMMA" };
    private readonly Option<string> _ties = Choice("--ties", "How tied times enter the Cox model", ["efron", "breslow"], "efron");
    private readonly Option<string> _zph = Choice("--zph", "Function of time in the test of proportional hazards", Scales.Keys, "km");
    private readonly Option<double> _level = new("--conf-level") { Description = "Level of the bands", HelpName = "LEVEL", DefaultValueFactory = _ => 0.95 };
    private readonly Option<string?> _tau = new("--tau") { Description = "Times to which restricted means look, as in 52,104 (default: the last time observed in every group)", HelpName = "TIMES" };
    private readonly Option<string?> _figure = new("--figure") { Description = "Draw the curves into this file, .png or .svg", HelpName = "FILE" };
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly TableOptions _format = new();

    private SurvivalCommand()
    {
    }

    public static Command Create()
    {
        var verb = new SurvivalCommand();
        var command = new Command("survival", "Estimate Kaplan–Meier curves, log-rank test, Cox model and cumulative incidence of a table of lives")
        {
            verb._file, verb._time, verb._event, verb._eventValue, verb._censored, verb._group, verb._strata, verb._cox, verb._residuals,
            verb._competing, verb._fineGray, verb._discrete, verb._cuts,
            verb._entry, verb._exit, verb._fromExit, verb._landmark, verb._cluster, verb._band, verb._level, verb._variance,
            verb._tau, verb._ties, verb._zph, verb._weights, verb._rho, verb._gamma, verb._figure, verb._json,
        };
        verb._format.AddTo(command);
        command.SetAction(verb.Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        var question = Question(parsed);
        Check(question, parsed);
        var answer = SurvivalAnswer.Of(question);
        parsed.InvocationConfiguration.Output.Write(parsed.GetValue(_json) ? SurvivalJson.Of(answer) : SurvivalText.Of(answer));
        foreach (var caution in parsed.GetValue(_json) ? answer.Cautions : [])
        {
            Messages.Of(parsed).WriteLine($"caution: {caution}");
        }

        if (parsed.GetValue(_residuals) is { } residuals)
        {
            SurvivalResiduals.Write(answer.Residuals ?? throw new DataException($"{question.File}: there are no residuals to write into {residuals}: the Cox model has no finite estimates"), residuals);
            Messages.Of(parsed).WriteLine($"wrote {residuals}");
        }

        if (parsed.GetValue(_figure) is { } path)
        {
            SurvivalDrawing.Write(answer, question, path);
            Messages.Of(parsed).WriteLine($"wrote {path}");
        }
    }

    private SurvivalQuestion Question(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(_file),
        Format = _format.Of(parsed),
        Time = parsed.GetRequiredValue(_time),
        Event = parsed.GetRequiredValue(_event),
        EventValues = Listed(parsed.GetValue(_eventValue)),
        CensoredValues = Listed(parsed.GetValue(_censored)),
        Group = parsed.GetValue(_group),
        Strata = parsed.GetValue(_strata),
        Entry = parsed.GetValue(_entry),
        Exit = parsed.GetValue(_exit),
        FromExit = parsed.GetValue(_fromExit),
        Landmark = parsed.GetValue(_landmark) is { } from ? Checked(from, "--landmark", t => t > 0 && double.IsFinite(t), "a time above 0") : null,
        Cluster = parsed.GetValue(_cluster),
        Cox = parsed.GetValue(_cox),
        FineGray = parsed.GetValue(_fineGray),
        Discrete = parsed.GetValue(_discrete),
        Cuts = [.. Numbers(parsed.GetValue(_cuts), "--cuts", t => t >= 1 && t == Math.Floor(t) && t <= int.MaxValue, "whole ticks from 1, as in 52,104").Select(t => (int)t)],
        TimeScale = Scales[parsed.GetRequiredValue(_zph)],
        HasCauses = parsed.GetResult(_competing) is not null,
        Competing = Listed(parsed.GetValue(_competing)),
        ConfidenceType = Bands[parsed.GetRequiredValue(_band)],
        Variance = Variances[parsed.GetRequiredValue(_variance)],
        Weight = WeightOf(parsed),
        Ties = parsed.GetRequiredValue(_ties) == "efron" ? TiedTimes.Efron : TiedTimes.Breslow,
        Level = Checked(parsed.GetValue(_level), "--conf-level", l => l is > 0 and < 1, "a number between 0 and 1"),
        Taus = Numbers(parsed.GetValue(_tau), "--tau", t => t > 0 && double.IsFinite(t), "a time above 0"),
    };

    private LogRankWeight WeightOf(ParseResult parsed)
    {
        var (rho, gamma) = (parsed.GetValue(_rho), parsed.GetValue(_gamma));
        if (rho is null && gamma is null)
        {
            return Weights[parsed.GetRequiredValue(_weights)];
        }

        if (parsed.GetResult(_weights) is { Implicit: false } && parsed.GetRequiredValue(_weights) != "fleming-harrington")
        {
            throw Invalid("--rho and --gamma are Fleming–Harrington weights, and --weights asks for others; give one of them");
        }

        return LogRankWeight.FlemingHarrington(
            Checked(rho ?? 0, "--rho", IsExponent, "a number from 0"), Checked(gamma ?? 0, "--gamma", IsExponent, "a number from 0"));
    }

    private static bool IsExponent(double value) => value >= 0 && double.IsFinite(value);

    private void Check(SurvivalQuestion question, ParseResult parsed)
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

        (bool IsAlone, string Message)[] pairs =
        [
            (question.FineGray is not null && !question.HasCauses, "--fine-gray needs causes that compete; say --competing"),
            (question.Cuts.Count > 0 && question.Discrete is null, "--cuts are of the model of the hazard per tick; say --discrete with its columns"),
            (parsed.GetValue(_residuals) is not null && question.Cox is null, "--residuals are those of a Cox model; say --cox with its columns"),
        ];
        if (Array.Find(pairs, p => p.IsAlone) is { IsAlone: true } pair)
        {
            throw Invalid(pair.Message);
        }
    }

    private static string[] Listed(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static double[] Numbers(string? text, string option, Func<double, bool> isAllowed, string allowed) =>
    [
        .. Listed(text).Select(t => double.TryParse(
            t, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Checked(number, option, isAllowed, allowed) : throw Invalid($"{option} is {t}; allowed is {allowed}")),
    ];

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };

    private static Option<string> Choice(string name, string description, IEnumerable<string> allowed, string standard)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong([.. allowed]);
        return option;
    }

    private static double Checked(double value, string option, Func<double, bool> isAllowed, string allowed) =>
        isAllowed(value) ? value : throw Invalid(Invariant($"{option} is {value}; allowed is {allowed}"));

    private static CommandException Invalid(string message) => new(ExitCode.Invalid, $"error: {message}");
}
