namespace LeadershipSim.Analysis.Survival;

/// <summary>How the variance of a cumulative incidence is estimated.</summary>
public enum IncidenceVariance
{
    /// <summary>The covariance of multinomial shares carried through the estimate: that of R's survfit; see <see cref="AalenJohansen"/>.</summary>
    Greenwood,

    /// <summary>The sum of the variances of the increments of two counting processes: that of R's cmprsk::cuminc; see <see cref="AalenVariance"/>.</summary>
    Aalen,
}
