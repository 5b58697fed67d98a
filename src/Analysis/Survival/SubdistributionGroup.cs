namespace LeadershipSim.Analysis.Survival;

/// <summary>One group of Gray's test at the current time: its survival from all causes and its incidence of one.</summary>
internal sealed class SubdistributionGroup(int atRisk)
{
    private double _incidence;
    private double _incidenceAfter;
    private int _gone;

    /// <summary>Number at risk.</summary>
    public double AtRisk { get; private set; } = atRisk;

    /// <summary>S(t−), of any event.</summary>
    public double Before { get; private set; } = 1;

    /// <summary>S(t).</summary>
    public double After { get; private set; } = 1;

    /// <summary>Events from the cause now.</summary>
    public double Own { get; private set; }

    /// <summary>Events from other causes now.</summary>
    public double Other { get; private set; }

    /// <summary>n/S(t−).</summary>
    public double Scaled => AtRisk / Before;

    /// <summary>n(1 − F(t−))/S(t−): at risk of the subdistribution.</summary>
    public double Subdistribution => AtRisk * (1 - _incidence) / Before;

    /// <summary>Starts a time.</summary>
    public void Begin() => (Own, Other, _gone) = (0, 0, 0);

    /// <summary>Counts an observation that ends now.</summary>
    public void Count(in Lifetime observation, int cause)
    {
        _gone++;
        Own += observation.Cause == cause ? 1 : 0;
        Other += observation.Event && observation.Cause != cause ? 1 : 0;
    }

    /// <summary>Computes S(t) and F(t).</summary>
    public void Advance()
    {
        After = Before * (AtRisk - Own - Other) / AtRisk;
        _incidenceAfter = _incidence + (Before * Own / AtRisk);
    }

    /// <summary>Ends the time.</summary>
    public void End()
    {
        AtRisk -= _gone;
        (Before, _incidence) = (After, _incidenceAfter);
    }
}
