namespace LeadershipSim.Analysis.Outliving;

/// <summary>Verdicts in words.</summary>
public static class VerdictText
{
    /// <summary>The verdict in words.</summary>
    public static string Of(OutlivingVerdict verdict) => verdict switch
    {
        OutlivingVerdict.Better => "better",
        OutlivingVerdict.Worse => "worse",
        OutlivingVerdict.NoDifferenceShown => "no difference shown",
        _ => "not estimable",
    };
}
