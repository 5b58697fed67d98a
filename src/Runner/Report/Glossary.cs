namespace LeadershipSim.Runner.Report;

/// <summary>The words a reader of a report may not share, and the works its methods come from.</summary>
internal static class Glossary
{
    /// <summary>Terms and meanings.</summary>
    public static IReadOnlyList<(string Name, string Value)> Terms { get; } =
    [
        ("Tick", "The unit of time; one tick is labelled a week."),
        ("Authority", "The formal right to decide. All shares, vacant authority included, add up to 1 at every tick."),
        ("Founding core", "The smallest set of agents, by descending share, that holds more than half of authority at founding."),
        ("Leadership exit", "The tick at which the last of the founding core has left. It is the time origin of residual program life."),
        ("Residual program life", "Ticks the program lives from leadership exit on. A program that ends in the very tick of the exit lived one tick."),
        ("Ended before the exit", "The program failed while its founding core was still there: a competing event, counted apart and not part of the survival curve."),
        ("Censored", "Still alive when observation stopped: the horizon was reached, or the need ended."),
        ("At risk", "Programs that are observed and alive just before a time."),
        ("Kaplan–Meier estimate", "The share of programs alive by time, with censored programs counted as long as they were observed."),
        ("Restricted mean (RMST)", "Mean number of ticks lived up to a fixed time: the area under the survival curve."),
        ("95 % interval", "A range made by a method that covers the true value in 95 of 100 repetitions of the whole experiment."),
        ("Design point", "One combination of factor levels, replicated with different random numbers."),
        ("Common random numbers", "The replicates with one number share people, fates, turbulence and demand across design points, so that differences between policies are not differences in luck."),
    ];

    /// <summary>References for model and methods.</summary>
    public static IReadOnlyList<string> Works { get; } =
    [
        "Cleveland-Innes, M. (2014). Distributed leadership for distributed learning. International Review of Research in Open and Distributed Learning 15(3).",
        "March, J. G. (1991). Exploration and exploitation in organizational learning. Organization Science 2, 71–87. https://doi.org/10.1287/orsc.2.1.71",
        "Kaplan, E. L. and Meier, P. (1958). Nonparametric estimation from incomplete observations. Journal of the American Statistical Association 53, 457–481. https://doi.org/10.1080/01621459.1958.10501452",
        "Kalbfleisch, J. D. and Prentice, R. L. (2002). The Statistical Analysis of Failure Time Data, 2nd ed. (log-log bands). https://doi.org/10.1002/9781118032985",
        "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22, 209–212. https://doi.org/10.1080/01621459.1927.10502953",
        "Morris, T. P. et al. (2019). Proposals on Kaplan–Meier plots in medical research and a survey of stakeholder views: KMunicate. BMJ Open 9, e030215. https://doi.org/10.1136/bmjopen-2019-030215",
        "Grimm, V. et al. (2020). The ODD protocol for describing agent-based and other simulation models: a second update. Journal of Artificial Societies and Social Simulation 23(2), 7. https://doi.org/10.18564/jasss.4259",
    ];
}
