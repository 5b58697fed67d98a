namespace LeadershipSim.Tests;

/// <summary>The checkout the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), pattern, SearchOption.AllDirectories)
        let relative = System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
            && !relative.Contains("/node_modules/", StringComparison.Ordinal)
        select relative;

    public static string Read(string relative) => File.ReadAllText(System.IO.Path.Combine(Path, relative));

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "LeadershipSim.sln"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("the tests do not run below a checkout"));
}
