using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace LeadershipSim.Studio.Serving;

/// <summary>The files of the page, held in the program: nothing is read from disk by a name that a request gives.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "page/";
    private const string Start = "index.html";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, byte[]> _files = [];

    /// <summary>Reads the files.</summary>
    public PageFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            _files[name[Prefix.Length..]] = bytes;
        }
    }

    /// <summary>Names of the files.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>A file; the page itself where no name is given.</summary>
    public IResult Get(string? name)
    {
        name = string.IsNullOrEmpty(name) ? Start : name;
        return _files.TryGetValue(name, out var bytes)
            ? Results.Bytes(bytes, Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"))
            : Results.NotFound();
    }
}
