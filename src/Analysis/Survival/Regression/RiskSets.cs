namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>The rows of a Cox model by stratum and time, with centred columns, and the walk over their event times.</summary>
internal sealed class RiskSets
{
    // Taking rows off a sum leaves its rounding behind: below this share of what the sum was, too few digits are left.
    private const double Lost = 1e-4;

    private readonly int[][] _byTime;
    private readonly int[][] _byEntry;

    /// <summary>Sorts the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">Indexes of the columns that are used.</param>
    public RiskSets(IReadOnlyList<CoxRow> rows, IReadOnlyList<int> columns)
    {
        (Rows, Columns) = (rows, columns.Count);
        var weight = rows.Sum(r => r.Weight);
        Means = [.. columns.Select(c => rows.Sum(r => r.Weight * r.Covariates[c]) / weight)];
        Covariates = [.. rows.Select(r => columns.Select((c, j) => r.Covariates[c] - Means[j]).ToArray())];
        Ranges = [.. columns.Select(c => rows.Max(r => r.Covariates[c]) - rows.Min(r => r.Covariates[c]))];
        Strata = [.. rows.Select(r => r.Stratum).Distinct().Order(GroupOrder.Natural)];
        var members = Enumerable.Range(0, rows.Count).ToLookup(i => rows[i].Stratum);
        _byTime = [.. Strata.Select(s => members[s].OrderByDescending(i => rows[i].Time).ToArray())];
        _byEntry = [.. Strata.Select(s => members[s].Where(i => rows[i].Entry > 0).OrderByDescending(i => rows[i].Entry).ToArray())];
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<CoxRow> Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Names of the strata.</summary>
    public IReadOnlyList<string> Strata { get; }

    /// <summary>Means of the columns, which are taken off the covariates to keep exponentials small.</summary>
    public double[] Means { get; }

    /// <summary>Largest less smallest value of each column.</summary>
    public double[] Ranges { get; }

    /// <summary>Centred covariates of each row.</summary>
    public double[][] Covariates { get; }

    /// <summary>Rows of a stratum, by time, the last first.</summary>
    public IReadOnlyList<int> RowsOf(int stratum) => _byTime[stratum];

    /// <summary>exp(η) of each row.</summary>
    public double[] Risks(double[] coefficients)
    {
        var risks = new double[Rows.Count];
        for (var i = 0; i < risks.Length; i++)
        {
            risks[i] = Math.Exp(LinearPredictor(i, coefficients));
        }

        return risks;
    }

    /// <summary>η of a row.</summary>
    public double LinearPredictor(int row, double[] coefficients)
    {
        var sum = 0.0;
        for (var j = 0; j < Columns; j++)
        {
            sum += coefficients[j] * Covariates[row][j];
        }

        return sum;
    }

    /// <summary>Visits every event time of every stratum, in each stratum from the last to the first.</summary>
    /// <param name="risks">exp(η) of each row.</param>
    /// <param name="visit">Is handed the sums, which hold until it returns.</param>
    public void Visit(double[] risks, Action<RiskMoments> visit)
    {
        var moments = new RiskMoments(Columns);
        for (var stratum = 0; stratum < Strata.Count; stratum++)
        {
            moments.Clear();
            moments.Stratum = stratum;
            VisitStratum(moments, _byTime[stratum], _byEntry[stratum], risks, visit);
        }
    }

    private void VisitStratum(RiskMoments moments, int[] byTime, int[] byEntry, double[] risks, Action<RiskMoments> visit)
    {
        var (next, left, largest) = (0, 0, 0.0);
        while (next < byTime.Length)
        {
            moments.Time = Rows[byTime[next]].Time;
            moments.ClearEvents();
            for (; next < byTime.Length && Rows[byTime[next]].Time == moments.Time; next++)
            {
                var row = byTime[next];
                var weight = Rows[row].Weight;
                moments.AddAtRisk(Covariates[row], weight * risks[row]);
                if (Rows[row].Event)
                {
                    moments.AddEvent(row, Covariates[row], weight, risks[row]);
                }
            }

            for (; left < byEntry.Length && Rows[byEntry[left]].Entry >= moments.Time; left++)
            {
                moments.AddAtRisk(Covariates[byEntry[left]], -Rows[byEntry[left]].Weight * risks[byEntry[left]]);
            }

            largest = Math.Max(largest, moments.S0);
            if (left > 0 && !(moments.S0 > Lost * largest))
            {
                SumAgain(moments, byTime.AsSpan(0, next), risks);
                largest = moments.S0;
            }

            if (moments.Events.Count > 0)
            {
                visit(moments);
            }
        }
    }

    private void SumAgain(RiskMoments moments, ReadOnlySpan<int> reached, double[] risks)
    {
        moments.Clear();
        foreach (var row in reached)
        {
            if (Rows[row].Entry < moments.Time || Rows[row].Entry == 0)
            {
                moments.AddAtRisk(Covariates[row], Rows[row].Weight * risks[row]);
            }
        }
    }
}
