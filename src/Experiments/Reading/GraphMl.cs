using System.Xml;
using System.Xml.Linq;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Reads GraphML (http://graphml.graphdrawing.org): nodes and edges with data whose keys are named as the columns of the CSV files;
/// other data is passed over, since drawing programs add their own.
/// </summary>
internal static class GraphMl
{
    public static RawOrganization? Read(string file, string text, ProblemLog log)
    {
        XDocument document;
        try
        {
            // A document type could name entities that expand without end.
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException error)
        {
            log.Add(new Place(file, Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition)), "network", "this is not GraphML: " + error.Message);
            return null;
        }

        var names = Elements(document, "key").ToDictionary(k => (string?)k.Attribute("id") ?? "", k => (string?)k.Attribute("attr.name") ?? "");
        var seats = Elements(document, "node").Select(n => Row(file, n, names, RawOrganization.SeatColumns, ["id"]));
        var ties = Elements(document, "edge").Select(e => Row(file, e, names, RawOrganization.TieColumns, ["source", "target"]));
        return new RawOrganization([.. seats], [.. ties]);
    }

    private static IEnumerable<XElement> Elements(XDocument document, string name) => document.Descendants().Where(e => e.Name.LocalName == name);

    private static RawRow Row(string file, XElement element, Dictionary<string, string> names, IReadOnlyList<string> columns, string[] attributes)
    {
        var values = attributes.ToDictionary(a => a, a => (string?)element.Attribute(a) ?? "");
        foreach (var data in element.Elements().Where(d => d.Name.LocalName == "data"))
        {
            var key = (string?)data.Attribute("key") ?? "";
            var name = names.GetValueOrDefault(key, key);
            if (columns.Contains(name) && !attributes.Contains(name))
            {
                values[name] = data.Value;
            }
        }

        var line = (IXmlLineInfo)element;
        return new RawRow(new Place(file, line.LineNumber, line.LinePosition), values);
    }
}
