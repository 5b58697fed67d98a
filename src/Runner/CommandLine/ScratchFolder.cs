namespace LeadershipSim.Runner.CommandLine;

/// <summary>A temporary folder that is gone when it is disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("leadersim-").FullName;

    /// <summary>The path of something in it.</summary>
    public string In(string name) => Path.Combine(_root, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);
}
