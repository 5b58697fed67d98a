using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// The looks of arms. A policy has its own, whatever else an experiment compares and in whichever order. Other names take a look by a
/// hash of the name, levels of a scale by their place on it.
/// </summary>
/// <remarks>
/// Arms with one line pattern differ in colour by ΔE*ab ≥ 10 for normal sight, for protanopia, deuteranopia and tritanopia (Machado,
/// Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113) and in grey; any two differ in pattern and marker, or in such a colour.
/// </remarks>
internal static class ArmLooks
{
    // Lengths in 96ths of an inch.
    private static readonly float[] Solid = [];
    private static readonly float[] Dashed = [6, 3];
    private static readonly float[] Dotted = [1.6f, 2.4f];
    private static readonly float[] DashDot = [9, 2.5f, 1.6f, 2.5f];

    private static readonly Dictionary<string, ArmLook> Policies = new(StringComparer.Ordinal)
    {
        ["hierarchy"] = Look("#1B2A5C", Solid, MarkerShape.Square, false),
        ["hoarding"] = Look("#C23B1E", Solid, MarkerShape.Up, false),
        ["distributed"] = Look("#2A8CE0", Solid, MarkerShape.Circle, false),
        ["succession"] = Look("#E8A90C", Solid, MarkerShape.Diamond, false),
        ["equal"] = Look("#4D4D4D", Dashed, MarkerShape.Circle, true),
        ["rotating"] = Look("#B65BA6", Dashed, MarkerShape.Down, false),
        ["elected"] = Look("#5CBFAE", Dashed, MarkerShape.Square, true),
        ["laissezFaire"] = Look("#74350C", Dotted, MarkerShape.Cross, false),
        ["delegating"] = Look("#2F9158", Dotted, MarkerShape.Up, true),
        ["council"] = Look("#F29AB0", Dotted, MarkerShape.Plus, false),
        ["claimGrant"] = Look("#552A80", DashDot, MarkerShape.Diamond, true),
        ["selfAppraisal"] = Look("#8A8300", DashDot, MarkerShape.Down, true),
        ["adaptive"] = Look("#79C0EE", DashDot, MarkerShape.Circle, false),
    };

    private static readonly ArmLook[] Listed = [.. Policies.Values];

    // A colour of the table with a line pattern that no policy has with it.
    private static readonly ArmLook[] Rest =
    [
        .. from dash in new[] { Dashed, Dotted, DashDot, Solid }
           from look in Listed
           where look.Dash != dash
           select look with { Dash = dash, Marker = (MarkerShape)(((int)look.Marker + 3) % 7), IsHollow = !look.IsHollow },
    ];

    /// <summary>The policies with a look of their own.</summary>
    public static IReadOnlyDictionary<string, ArmLook> Table => Policies;

    /// <summary>The looks of the arms of a study, by name.</summary>
    public static IReadOnlyDictionary<string, ArmLook> Of(IEnumerable<string> names)
    {
        string[] distinct = [.. names.Distinct()];
        return distinct.Length > 1 && distinct.All(IsNumber) ? OnScale(distinct) : ByName(distinct);
    }

    /// <summary>The look at a place, for groups that are no arms.</summary>
    public static ArmLook At(int place) => place < Listed.Length ? Listed[place] : Rest[(place - Listed.Length) % Rest.Length];

    // Names are taken in a fixed order, so the order of levels changes nothing; one whose look is taken gets the next that is free.
    private static Dictionary<string, ArmLook> ByName(string[] names)
    {
        var looks = new Dictionary<string, ArmLook>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (Policies.TryGetValue(name, out var own))
            {
                looks.Add(name, own);
                continue;
            }

            var place = (int)(Hash(name) % (uint)Rest.Length);
            for (var tries = 0; tries < Rest.Length && !taken.Add(place); tries++)
            {
                place = (place + 1) % Rest.Length;
            }

            looks.Add(name, Rest[place]);
        }

        return looks;
    }

    private static Dictionary<string, ArmLook> OnScale(string[] names)
    {
        var ordered = names.OrderBy(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        float[][] dashes = [Solid, Dashed, Dotted, DashDot];
        return ordered.Select((name, k) => (name, k)).ToDictionary(
            x => x.name,
            x => new ArmLook(ColourScale.At(0.05 + (0.8 * x.k / Math.Max(1, ordered.Length - 1))), dashes[x.k % dashes.Length],
                (MarkerShape)(x.k % 5), x.k / 5 % 2 == 1),
            StringComparer.Ordinal);
    }

    private static bool IsNumber(string name) =>
        double.TryParse(name, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value);

    // FNV-1a, 32 bits: the same on every machine, unlike the runtime's hash of a text.
    private static uint Hash(string name) => System.Text.Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);

    private static ArmLook Look(string colour, float[] dash, MarkerShape marker, bool isHollow) => new(SKColor.Parse(colour), dash, marker, isHollow);
}
