using BenchmarkDotNet.Running;
using LeadershipSim.Benchmarks.Pairs;
using LeadershipSim.Benchmarks.Table;

return args switch
{
    ["table", .. var options] => TableCommand.Run(options),
    ["pairs", .. var options] => PairsCommand.Run(options),
    ["ticks", .. var arguments] => TimedTicks.Run(arguments),
    _ => Every(args),
};

static int Every(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
