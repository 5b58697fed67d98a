using System.Xml;
using System.Xml.Linq;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.GraphFiles;

/// <summary>Reads the XML of network files, with lines.</summary>
internal static class NetworkXml
{
    // Deeper than any export; stops files made to exhaust the stack or the patience.
    private const int DepthLimit = 64;

    // A document type could name entities that expand without end.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>The document; null after logging why it cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="root">Name of the root element.</param>
    /// <param name="format">Name of the format, for messages.</param>
    /// <param name="log">Takes problems.</param>
    public static XElement? Load(string file, string text, string root, string format, ProblemLog log)
    {
        try
        {
            if (TooDeep(text) is { } line)
            {
                log.Add(new Place(file, line, 1), "network", $"elements are nested deeper than {DepthLimit} levels here; no network needs that");
                return null;
            }

            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var element = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (element.Name.LocalName == root)
            {
                return element;
            }

            log.Add(PlaceOf(file, element), "network", $"this is not {format}: found the root element {element.Name.LocalName}; allowed is {root}");
        }
        catch (XmlException error)
        {
            log.Add(new Place(file, Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition)), "network", $"this is not {format}: {error.Message}");
        }

        return null;
    }

    /// <summary>Where an element stands.</summary>
    public static Place PlaceOf(string file, XElement element)
    {
        var line = (IXmlLineInfo)element;
        return new Place(file, line.LineNumber, line.LinePosition);
    }

    /// <summary>Children by their local names: programs differ in namespaces.</summary>
    public static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    /// <summary>The one graph of a document; null after logging that there is not exactly one.</summary>
    public static XElement? OnlyGraph(string file, XElement root, ProblemLog log)
    {
        var graphs = Children(root, "graph").ToArray();
        if (graphs.Length != 1)
        {
            var problem = graphs.Length == 0 ? "the file has no graph"
                : $"a second graph starts here; a file holds one network, and this has {graphs.Length}. Write the one you mean to a file of its own";
            log.Add(PlaceOf(file, graphs.Length == 0 ? root : graphs[1]), "network", problem);
            return null;
        }

        return graphs[0];
    }

    // The depth is found while reading on, before a tree is built.
    private static int? TooDeep(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        while (reader.Read())
        {
            if (reader.Depth > DepthLimit)
            {
                return ((IXmlLineInfo)reader).LineNumber;
            }
        }

        return null;
    }
}
