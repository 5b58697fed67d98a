using System.Text.Json;
using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Analysis.Tests.Calibration;

public sealed class CalibrationStudyTests
{
    private static readonly Output Departures = OutputCatalog.All.Single(o => o.Name == "departures");

    [Fact]
    [Trait("Speed", "Slow")]
    public void Turnover_is_found_again_from_departures()
    {
        // What was observed is the model's own mean at a known value, a share ln(.05/.005)/ln(.2/.005) up its prior.
        var truth = new ScenarioSimulator(Spec with { Runs = 2000 }).Simulate([Math.Log(10) / Math.Log(40)], 99)[0];
        var study = CalibrationStudy.Of(Spec with { Runs = 20, Summaries = [Spec.Summaries[0] with { Observed = truth }] }, 1);
        var result = CalibrationResult.Of(study, Populations(study), "it is a test", CancellationToken.None);
        var hazard = Assert.Single(result.Parameters);
        Assert.InRange(0.05, hazard.Posterior.Lower95, hazard.Posterior.Upper95);
        Assert.True(hazard.Posterior.Overlap < 0.5, FormattableString.Invariant($"overlap {hazard.Posterior.Overlap}"));
        Assert.Equal(0.005, CalibrationResult.ValueAt(Spec.Priors[0], 0), 1e-12);
        var departures = Assert.Single(result.Statistics);
        Assert.InRange(truth, departures.Lower95!.Value, departures.Upper95!.Value);
        Assert.Equal(Spec.PredictiveDraws, result.Predictive.Count);
    }

    [Fact]
    public void Simulations_depend_on_their_seed_and_no_engine_remembers_the_last_one()
    {
        var simulator = new ScenarioSimulator(Spec);
        var first = simulator.Simulate([0.7], 1);
        Assert.NotEqual(first, simulator.Simulate([0.7], 2));
        Assert.NotEqual(first, simulator.Simulate([0.2], 1));
        Assert.Equal(first, simulator.Simulate([0.7], 1));
    }

    [Fact]
    public void Values_the_model_cannot_run_with_are_named()
    {
        var simulator = new ScenarioSimulator(
            Spec with { Priors = [new Factor("turnover.hazardPerTick", []) { Distribution = new Uniform { From = -3, To = -1 } }] });
        var message = Assert.Throws<CalibrationException>(() => simulator.Simulate([0.5], 1)).Message;
        Assert.StartsWith("the model cannot run with turnover.hazardPerTick = -2: ", message, StringComparison.Ordinal);
        Assert.EndsWith("Narrow the priors, or change the baseline", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_wrong_on_a_worker_is_told_as_it_is()
    {
        var study = CalibrationStudy.Of(
            Spec with { Priors = [new Factor("turnover.hazardPerTick", []) { Distribution = new Uniform { From = -3, To = -1 } }] }, 2);
        Assert.Throws<CalibrationException>(() => study.Method.Advance(study.Problem, [], CancellationToken.None));
    }

    [Theory]
    [InlineData(2, null, null, "2 populations are done")]
    [InlineData(null, 50L, null, "60 simulations are done, and the stopping rule allows 50")]
    [InlineData(null, null, 1e6, "the tolerance has come down to")]
    public void The_stopping_rule_stops_and_says_why(int? populations, long? simulations, double? epsilon, string reason)
    {
        var spec = Spec with
        {
            Method = new AdaptivePopulationSettings { Particles = 40, LeastAcceptance = 0 },
            Stop = new() { Populations = populations, Simulations = simulations, Epsilon = epsilon }
        };
        var study = CalibrationStudy.Of(spec, 1);
        Assert.StartsWith(reason, study.ReasonToStop(Populations(study)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_is_read_as_it_was_written()
    {
        var population = new Population
        {
            Index = 3,
            Epsilon = double.PositiveInfinity,
            Acceptance = 0.1,
            Simulations = 2,
            Scales = [1.0 / 3],
            Particles = [new Particle([0.1 + 0.2], [[double.NaN], [1e-300]], [double.PositiveInfinity, 0.7], Math.PI)],
        };
        var text = StageJson.Write(population);
        var again = StageJson.Read<Population>(text);
        Assert.Equal(text, StageJson.Write(again));
        Assert.Equal(Math.PI, again.Particles[0].Weight);
        Assert.True(double.IsNaN(again.Particles[0].Simulations[0][0]));
        Assert.Throws<JsonException>(() => StageJson.Read<Population>("{}"));
    }

    [Fact]
    public void An_observed_value_without_an_error_cannot_be_matched()
    {
        var lives = new ObservedLives("programs.csv", "weeks", "closed", [(30, 0), (30, 0)]);
        var spec = Spec with { Method = new HistoryMatchingSettings(), Summaries = [new() { Statistic = StatisticKind.Survival, Ticks = 10, Data = lives }] };
        Assert.Contains("survival at 10 has no error", Assert.Throws<CalibrationException>(() => CalibrationStudy.Of(spec, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_without_comparable_simulations_accepts_nothing()
    {
        var exit = OutputCatalog.All.Single(o => o.Name == "foundingExitTick");
        var spec = Spec with
        {
            Baseline = Spec.Baseline with { HorizonTicks = 1 },
            Runs = 1,
            Summaries = [new() { Statistic = StatisticKind.StandardDeviation, Output = exit, Observed = 3 }]
        };
        foreach (var method in new ICalibrationMethod[] { new RejectionSettings { Draws = 40 }, new AdaptivePopulationSettings { Particles = 40 } })
        {
            var study = CalibrationStudy.Of(spec with { Method = method, Stop = new() { Populations = 1 } }, 1);
            Assert.Contains("nothing was accepted", Assert.Throws<CalibrationException>(() =>
                CalibrationResult.Of(study, Populations(study), "", CancellationToken.None)).Message, StringComparison.Ordinal);
        }
    }

    internal static CalibrationSpec Spec { get; } = new()
    {
        Name = "test",
        Question = "",
        Expectation = "",
        Baseline = new Scenario { HorizonTicks = 30 } with { Organization = new() { Seats = 6, Sites = 1 }, Viability = new() { Rule = ViabilityRule.None } },
        Priors = [new Factor("turnover.hazardPerTick", []) { Distribution = new LogUniform { From = 0.005, To = 0.2 } }],
        Runs = 4,
        Summaries = [new() { Statistic = StatisticKind.Mean, Output = Departures, Observed = 9 }],
        Method = new RejectionSettings { Draws = 400, Batch = 400, AcceptedShare = 0.15 },
        PredictiveDraws = 50,
        Seed = 20261123,
        SourceText = "",
    };

    private static List<Population> Populations(CalibrationStudy study)
    {
        var populations = new List<Population>();
        while (study.ReasonToStop(populations) is null)
        {
            populations.Add(study.Method.Advance(study.Problem, populations, CancellationToken.None));
        }

        return populations;
    }
}
