using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the design, and checks that it can be made of the factors, in numbers that can be run.</summary>
internal sealed class DesignReader(ProblemLog log, ScenarioBinder binder)
{
    // Points are kept in memory, runs are not.
    private const long PointLimit = 1_000_000;

    /// <summary>The key that names the factors whose levels every environment is run under.</summary>
    public const string CrossedWith = "crossedWith";

    public IExperimentDesign Read(Node? node)
    {
        var map = node as MapNode;
        var own = map is null ? node : map with { Entries = [.. map.Entries.Where(e => e.Key != CrossedWith)] };
        var design = own is null or ScalarNode { IsEmpty: true } || binder.BindKind(typeof(IExperimentDesign), own, "design") is not IExperimentDesign read
            ? binder.Model.Designs[0].Default
            : read;
        return map?[CrossedWith] is { } crossed ? new CrossedDesign(design, PathsIn(crossed)) : design;
    }

    private string[] PathsIn(Node node)
    {
        const string Key = $"design.{CrossedWith}";
        string[] paths = [.. ((node as ListNode)?.Items ?? []).OfType<ScalarNode>().Where(s => !s.IsEmpty).Select(s => s.Text)];
        if (node is not ListNode { Items.Count: > 0 } list || paths.Length < list.Items.Count || paths.Distinct().Count() < paths.Length)
        {
            log.Add(node.Place, Key, $"{Key} is {NodeTree.Describe(node)}; allowed is a list of factors with levels, each once, as in {CrossedWith}: [policy]");
        }

        return paths;
    }

    /// <summary>Reports why the design cannot be made or run; counts before it makes any point.</summary>
    public void Check(ExperimentSpec spec, Place place)
    {
        if (!log.IsEmpty)
        {
            return;
        }

        if (spec.Axes.Refusal is { } refusal)
        {
            log.Add(place, "design", refusal);
        }
        else if (spec.Constraints.Count > 0 && !spec.Design.CanLosePoints)
        {
            log.Add(place, "constraints", $"{spec.Design.Kind} needs all its points, and constraints would take some away; take another design, or ranges that keep the constraints");
        }
        else if (CheckCount(spec, place))
        {
            CheckValues(spec, place);
            CheckApplicability(spec, place);
            if (log.IsEmpty && spec.Constraints.Count > 0 && !PointScenarios.Of(spec).Any())
            {
                log.Add(place, "constraints", "no design point keeps all constraints; nothing is left to run");
            }
        }
    }

    private bool CheckCount(ExperimentSpec spec, Place place)
    {
        var points = spec.Axes.CountPoints();
        var runs = points > long.MaxValue / spec.Replicates ? long.MaxValue : points * spec.Replicates;
        if (points <= PointLimit && runs <= spec.Execution.MaxRuns)
        {
            return true;
        }

        log.Add(place, "design", points > PointLimit ? TooManyPoints(points) : TooManyRuns(spec, points, runs));
        return false;
    }

    // Which of the two limits binds decides what helps.
    private static string TooManyPoints(long points) =>
        $"the design has {(points == long.MaxValue ? "more design points than can be counted" : Invariant($"{points} design points"))}, "
        + Invariant($"and at most {PointLimit} are allowed, whatever execution.maxRuns is: they are kept in memory. ")
        + "Take fewer levels, or a sample of the combinations, as in design: {kind: latinHypercube, points: 1000}";

    private static string TooManyRuns(ExperimentSpec spec, long points, long runs) =>
        $"the design has {Counted.Of(points, "design point")} × {Counted.Of(spec.Replicates, "replicate")} = {Counted.Of(runs, "run")}, "
        + Invariant($"and at most {spec.Execution.MaxRuns} are allowed. ")
        + Invariant($"Take fewer levels, points or replicates, or allow more: --set execution.maxRuns={runs}");

    // A distribution may reach beyond the range of its parameter: only the points tell.
    private void CheckValues(ExperimentSpec spec, Place place)
    {
        var spread = Enumerable.Range(0, spec.Factors.Count).Where(k => spec.Factors[k].Distribution is not null).ToList();
        if (spread.Count == 0)
        {
            return;
        }

        Parameter[] parameters = [.. spec.Factors.Select(f => ScenarioParameter(spec, f)!)];
        var (points, outside) = (0, new int[spec.Factors.Count]);
        foreach (var levels in spec.Axes.Expand())
        {
            points++;
            foreach (var k in spread)
            {
                outside[k] += levels[k] is not { } level || IsAllowed(parameters[k], level.Setting) ? 0 : 1;
            }
        }

        foreach (var k in spread.Where(k => outside[k] > 0))
        {
            log.Add(place, spec.Factors[k].Path, $"the distribution of {spec.Factors[k].Path} leaves its range at {outside[k]} of {points} design points; allowed is {parameters[k].Allowed}. Take a bounded distribution such as truncatedNormal");
        }
    }

    // As of one factor at a time, where the first level of another rules it out.
    private void CheckApplicability(ExperimentSpec spec, Place place)
    {
        if (!spec.Axes.IsConditional)
        {
            return;
        }

        var applies = new bool[spec.Factors.Count];
        foreach (var levels in spec.Axes.Expand())
        {
            for (var k = 0; k < applies.Length; k++)
            {
                applies[k] |= levels[k] is not null;
            }
        }

        foreach (var k in Enumerable.Range(0, applies.Length).Where(k => !applies[k]))
        {
            log.Add(place, spec.Factors[k].Path, $"{spec.Factors[k].Path} applies at no design point (when); change its condition, or take another design, as fullFactorial");
        }
    }

    private static Parameter? ScenarioParameter(ExperimentSpec spec, Factor factor) =>
        FactorReader.ScenariosOf(spec.Baseline, spec.Factors)
            .Select(s => ParameterPath.Find(s, factor.Path, out _, out _)?.Parameter)
            .FirstOrDefault(p => p is not null);

    /// <summary>Whether a parameter can have the value.</summary>
    public static bool IsAllowed(Parameter parameter, object value) =>
        value.GetType() == parameter.Property.PropertyType && double.IsFinite(Convert.ToDouble(value, null)) && parameter.Problem(value) is null;
}
