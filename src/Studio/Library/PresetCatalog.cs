using LeadershipSim.Studio.Drafts;

namespace LeadershipSim.Studio.Library;

/// <summary>All presets, the first one plays when the page opens.</summary>
internal static class PresetCatalog
{
    /// <summary>The presets.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        Twin("mobile-learning", "mobile-learning-case.yaml", "A mobile learning program, twice",
            "Sixteen people at four sites, weak channels, and founders who leave early: once they hoard authority, once they share it. "
                + "Watch who leads when the founders are gone, and which program is still alive.",
            "hoarding", "distributed", 8),
        Twin("heir", "mobile-learning-case.yaml", "An heir, or an election",
            "The same small program either prepares one successor or elects a council of five. "
                + "See whether the leadership that follows is ready when it is needed.",
            "succession", "elected", 8),
        One("standard", "", "Forty people at four sites",
            "The model as it stands, nothing changed: authority is shared with those who are trusted and experienced. "
                + "A calm place to try what a parameter does.",
            "distributed", 12),
        One("single-champion", "single-champion.yaml", "A single champion",
            "One person founds the program, holds all authority and knows most; the others are new to it. "
                + "Click that person, let them leave, and see what is left.",
            "hoarding", 12),
        Twin("consortium", "large-consortium.yaml", "A consortium of twenty partners",
            "Four hundred seats and a weak centre: a hierarchy beside leadership that is claimed and granted. "
                + "Authority moves through many hands, and vacancies take long to be seen.",
            "hierarchy", "claimGrant", 12),
        One("open-source", "open-source.yaml", "Volunteers over five time zones",
            "An open-source project in which one or two people hold most of the authority and everyone may leave soon. "
                + "Newcomers arrive quickly, but do they come to lead?",
            "distributed", 12),
        One("march1991", "march1991.yaml", "Mutual learning alone",
            "March's model of 1991: nobody leaves and nothing is decided, people and the organization's code learn from each other. "
                + "Authority is equal, so nothing moves but knowledge.",
            "equal", 12),
    ];

    private static Preset One(string key, string scenario, string title, string text, string policy, int ticks) =>
        new(key, scenario, title, text, new Draft(key, PolicyOf(policy)), ticks);

    private static Preset Twin(string key, string scenario, string title, string text, string a, string b, int ticks) =>
        new(key, scenario, title, text, new Draft(key, PolicyOf(a), PolicyOf(b)), ticks);

    private static Dictionary<string, string> PolicyOf(string policy) => new() { ["policy"] = policy };
}
