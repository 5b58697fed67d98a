using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Survival;

/// <summary>Standard errors of the shares of a <see cref="StateOccupation"/>, by tick from 0.</summary>
/// <param name="FounderLed">Of the share that is alive with some of the founding core still there.</param>
/// <param name="Outliving">Of the share that is alive with the founding core gone.</param>
/// <param name="Failed">Of the share that ended while it was needed.</param>
/// <param name="NeedEnded">Of the share that was alive when the need ended.</param>
public sealed record OccupationErrors(
    IReadOnlyList<double> FounderLed, IReadOnlyList<double> Outliving, IReadOnlyList<double> Failed, IReadOnlyList<double> NeedEnded);
