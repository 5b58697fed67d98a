namespace LeadershipSim.Runner.Tests;

/// <summary>A folder of its own for a test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("leadersim-tests-").FullName;

    public string In(params string[] names) => Path.Combine([Root, .. names]);

    public string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
