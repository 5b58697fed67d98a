namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// The cumulative hazard of each stratum at the mean covariates, with what residuals need: sums over event times, and the correction
/// for the tied events themselves, which Efron counts as at risk in part only.
/// </summary>
internal sealed class CoxHazard
{
    private readonly List<Step>[] _steps;
    private readonly RiskSets _sets;

    /// <summary>Computes the steps.</summary>
    public CoxHazard(RiskSets sets, double[] coefficients, TiedTimes ties)
    {
        _sets = sets;
        _steps = [.. sets.Strata.Select(_ => new List<Step>())];
        Risks = sets.Risks(coefficients);
        sets.Visit(Risks, moments => _steps[moments.Stratum].Add(Step.Of(moments, ties)));
        foreach (var steps in _steps)
        {
            steps.Reverse();
            for (var i = 1; i < steps.Count; i++)
            {
                steps[i].Accumulate(steps[i - 1]);
            }
        }
    }

    /// <summary>exp(η) of each row.</summary>
    public double[] Risks { get; }

    /// <summary>Whether all risks and hazards can be distinguished from 0 and ∞: not where linear predictors lie hundreds apart.</summary>
    public bool IsFinite => Risks.All(r => r > 0 && double.IsFinite(r)) && _steps.All(s => s.All(step => step.IsFinite));

    /// <summary>Cumulative hazard of a stratum by a time.</summary>
    public double By(int stratum, double time) => Last(stratum, time)?.Hazard ?? 0;

    /// <summary>Events minus expected events of each row.</summary>
    public double[] MartingaleResiduals()
    {
        var residuals = new double[_sets.Rows.Count];
        foreach (var (row, upTo, before) in Spans())
        {
            var expected = (upTo?.Hazard ?? 0) - (before?.Hazard ?? 0);
            residuals[row] = _sets.Rows[row].Event ? 1 - (Risks[row] * (expected - upTo!.TiedHazard)) : -Risks[row] * expected;
        }

        return residuals;
    }

    /// <summary>Contribution of each row to the derivatives of the log-likelihood, by column.</summary>
    public double[][] ScoreResiduals()
    {
        var residuals = new double[_sets.Rows.Count][];
        foreach (var (row, upTo, before) in Spans())
        {
            var (x, score, risk) = (_sets.Covariates[row], new double[_sets.Columns], Risks[row]);
            for (var j = 0; j < score.Length; j++)
            {
                var hazard = (upTo?.Hazard ?? 0) - (before?.Hazard ?? 0);
                var mean = (upTo?.HazardMean[j] ?? 0) - (before?.HazardMean[j] ?? 0);
                score[j] = -risk * ((x[j] * hazard) - mean);
                if (_sets.Rows[row].Event)
                {
                    score[j] += x[j] - upTo!.Mean[j] + (risk * ((x[j] * upTo.TiedHazard) - upTo.TiedHazardMean[j]));
                }
            }

            residuals[row] = score;
        }

        return residuals;
    }

    private IEnumerable<(int Row, Step? UpTo, Step? Before)> Spans()
    {
        for (var stratum = 0; stratum < _steps.Length; stratum++)
        {
            foreach (var row in _sets.RowsOf(stratum))
            {
                var entry = _sets.Rows[row].Entry;
                yield return (row, Last(stratum, _sets.Rows[row].Time), entry > 0 ? Last(stratum, entry) : null);
            }
        }
    }

    private Step? Last(int stratum, double time)
    {
        var steps = _steps[stratum];
        var (low, high) = (0, steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = steps[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : steps[low - 1];
    }

    /// <summary>An event time: sums up to it, and its own mean and correction for tied events.</summary>
    private sealed class Step(double time, int columns)
    {
        public double Time { get; } = time;

        public double Hazard { get; private set; }

        public double[] HazardMean { get; } = new double[columns];

        public double[] Mean { get; } = new double[columns];

        public double TiedHazard { get; private set; }

        public double[] TiedHazardMean { get; } = new double[columns];

        public bool IsFinite => double.IsFinite(Hazard) && HazardMean.All(double.IsFinite) && TiedHazardMean.All(double.IsFinite);

        public static Step Of(RiskMoments moments, TiedTimes ties)
        {
            var step = new Step(moments.Time, moments.Columns);
            foreach (var (fraction, weight) in moments.Parts(ties))
            {
                var hazard = weight / moments.Total(fraction);
                step.Hazard += hazard;
                step.TiedHazard += fraction * hazard;
                for (var j = 0; j < moments.Columns; j++)
                {
                    var mean = moments.Mean(fraction, j);
                    step.HazardMean[j] += hazard * mean;
                    step.TiedHazardMean[j] += fraction * hazard * mean;
                    step.Mean[j] += mean * weight / moments.EventWeight;
                }
            }

            return step;
        }

        public void Accumulate(Step before)
        {
            Hazard += before.Hazard;
            for (var j = 0; j < HazardMean.Length; j++)
            {
                HazardMean[j] += before.HazardMean[j];
            }
        }
    }
}
