using BenchmarkDotNet.Running;
using LeadershipSim.Benchmarks.Table;

return args is ["table", .. var options] ? TableCommand.Run(options) : Every(args);

static int Every(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
