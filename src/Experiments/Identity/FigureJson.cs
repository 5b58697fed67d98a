using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Identity;

/// <summary>Figures of an experiment as JSON: a name where nothing else is said.</summary>
internal static class FigureJson
{
    /// <summary>The figure as it is written into a file.</summary>
    public static JsonNode Of(FigureSpec figure)
    {
        if (figure.IsPlain)
        {
            return JsonValue.Create(figure.Kind);
        }

        var json = new JsonObject { ["kind"] = figure.Kind };
        foreach (var (key, text) in new[]
        {
            ("name", figure.Name), ("x", figure.X), ("y", figure.Y), ("value", figure.Value), ("by", figure.By), ("title", figure.Title), ("size", figure.Size),
        })
        {
            if (text is not null)
            {
                json[key] = text;
            }
        }

        foreach (var (key, texts) in new[] { ("where", figure.Where), ("order", figure.Order), ("rename", figure.Rename) })
        {
            if (texts.Count > 0)
            {
                json[key] = new JsonArray([.. texts.Select(t => JsonValue.Create(t))]);
            }
        }

        if (figure.Tick is { } tick)
        {
            json["tick"] = tick;
        }

        if (figure.Meaningful is { } meaningful)
        {
            json["meaningful"] = meaningful;
        }

        return json;
    }
}
