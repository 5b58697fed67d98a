namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// Weighted sums over those at risk and over the events at one event time of one stratum; reused from time to time. With weights
/// v = w·exp(η): S0 = Σ v, S1 = Σ v x, S2 = Σ v x xᵀ over those at risk, D0, D1, D2 the same over the events.
/// </summary>
internal sealed class RiskMoments(int columns)
{
    /// <summary>Number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>Index of the stratum.</summary>
    public int Stratum { get; set; }

    /// <summary>The event time.</summary>
    public double Time { get; set; }

    /// <summary>Rows whose event is at this time.</summary>
    public List<int> Events { get; } = [];

    /// <summary>Sum of the weights of the events.</summary>
    public double EventWeight { get; set; }

    public double S0 { get; set; }

    public double[] S1 { get; } = new double[columns];

    public double[] S2 { get; } = new double[columns * columns];

    public double D0 { get; set; }

    public double[] D1 { get; } = new double[columns];

    public double[] D2 { get; } = new double[columns * columns];

    /// <summary>
    /// The parts of a tied event time: Efron takes the tied events out of the risk set a fraction at a time, Breslow leaves all in.
    /// </summary>
    public IEnumerable<(double Fraction, double Weight)> Parts(TiedTimes ties)
    {
        if (ties == TiedTimes.Breslow || Events.Count == 1)
        {
            yield return (0, EventWeight);
            yield break;
        }

        for (var part = 0; part < Events.Count; part++)
        {
            yield return ((double)part / Events.Count, EventWeight / Events.Count);
        }
    }

    /// <summary>S0 less a fraction of the events.</summary>
    public double Total(double fraction) => S0 - (fraction * D0);

    /// <summary>Weighted mean of a column over those at risk, less a fraction of the events.</summary>
    public double Mean(double fraction, int column) => (S1[column] - (fraction * D1[column])) / Total(fraction);

    /// <summary>Weighted covariance of two columns over those at risk, less a fraction of the events.</summary>
    public double Covariance(double fraction, int j, int k) =>
        ((S2[(j * Columns) + k] - (fraction * D2[(j * Columns) + k])) / Total(fraction)) - (Mean(fraction, j) * Mean(fraction, k));

    /// <summary>Empties the sums over those at risk, for another stratum.</summary>
    public void Clear()
    {
        S0 = 0;
        Array.Clear(S1);
        Array.Clear(S2);
    }

    /// <summary>Empties the sums over the events, for another time.</summary>
    public void ClearEvents()
    {
        Events.Clear();
        (EventWeight, D0) = (0, 0);
        Array.Clear(D1);
        Array.Clear(D2);
    }

    /// <summary>Adds a row to those at risk (sign 1) or takes it away (sign −1).</summary>
    public void AddAtRisk(double[] covariates, double weight)
    {
        S0 += weight;
        Add(covariates, weight, S1, S2);
    }

    /// <summary>Adds a row to the events.</summary>
    public void AddEvent(int row, double[] covariates, double weight, double risk)
    {
        Events.Add(row);
        EventWeight += weight;
        D0 += weight * risk;
        Add(covariates, weight * risk, D1, D2);
    }

    private void Add(double[] covariates, double weight, double[] first, double[] second)
    {
        for (var j = 0; j < Columns; j++)
        {
            var weighted = weight * covariates[j];
            first[j] += weighted;
            for (var k = 0; k <= j; k++)
            {
                second[(j * Columns) + k] += weighted * covariates[k];
                second[(k * Columns) + j] = second[(j * Columns) + k];
            }
        }
    }
}
