#:project ../src/Experiments
// LeadershipSim from .NET: mean life by the levels of the first factor. From the root of the repository:
//   dotnet run clients/outlive.cs experiments/smoke.yaml
// With the package in the place of the source, the first line is #:package LeadershipSim.Experiments@0.2.0
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;

var read = ExperimentReader.Read(args[0]);
var plan = new ExperimentPlan(read.Spec ?? throw new InvalidDataException(string.Join('\n', read.Problems)));
var engine = new WorldEngine();
var lives = from k in Enumerable.Range(0, (int)plan.Count) let run = plan[k] select (Arm: run.Point.Values[0].Value, engine.Run(run).EndTick);
foreach (var arm in lives.GroupBy(life => life.Arm))
{
    Console.WriteLine($"{arm.Key,-12}{arm.Average(life => life.EndTick),8:0.0} ticks");
}
