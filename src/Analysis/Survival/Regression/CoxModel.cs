using LeadershipSim.Analysis.Fitting;
using LeadershipSim.Analysis.Inference;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// The Cox model: the hazard of a subject is h_0(t)·exp(β·x), with h_0 free in every stratum. β maximizes the partial likelihood, by
/// Newton's method. Rows with a start and a stop carry covariates that change with time.
/// </summary>
/// <remarks>
/// Cox (1972), https://doi.org/10.1111/j.2517-6161.1972.tb00899.x; robust errors: Lin and Wei (1989),
/// https://doi.org/10.1080/01621459.1989.10478874. It misleads where hazards are not proportional (<see cref="SchoenfeldTest"/>): the
/// coefficient is then an average over the times of events, which depend on censoring. Compare restricted means as well.
/// </remarks>
public static class CoxModel
{
    private const double Rounding = 1e-16;

    /// <summary>Fits the model.</summary>
    /// <param name="data">Columns and rows.</param>
    /// <param name="ties">How to treat tied times.</param>
    public static CoxFit Fit(CoxData data, TiedTimes ties = TiedTimes.Efron)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.Rows.Any(r => r.Event))
        {
            var none = data.Columns.Select((_, i) => i).ToDictionary(i => i, _ => "There are no events: a hazard cannot be compared. Observe longer.");
            return Assemble(data, ties, [], none, null);
        }

        var (usable, reasons) = Diagnose(data);
        if (usable.Count == 0)
        {
            return Assemble(data, ties, usable, reasons, null);
        }

        var sets = new RiskSets(data.Rows, usable);
        var start = PartialLikelihood.At(sets, new double[usable.Count], ties);
        return Assemble(data, ties, usable, reasons,
            new Search(sets, start, NewtonSearch.From(c => PartialLikelihood.At(sets, c, ties), new double[usable.Count], sets.Ranges)));
    }

    private static ColumnDiagnosis Diagnose(CoxData data)
    {
        var sets = new RiskSets(data.Rows, [.. Enumerable.Range(0, data.Columns.Count)]);
        var information = PartialLikelihood.At(sets, new double[sets.Columns], TiedTimes.Breslow).Information;
        ModelColumn[] columns = [.. data.Columns.Select((c, j) => new ModelColumn(c, sets.Ranges[j]))];
        return ColumnDiagnosis.Of(information, columns, data.Rows.Where(r => r.Event).Sum(r => r.Weight));
    }

    private static CoxFit Assemble(CoxData data, TiedTimes ties, IReadOnlyList<int> usable, IReadOnlyDictionary<int, string> reasons, Search? search)
    {
        var running = search?.End.Infinite.Select(i => usable[i]).ToArray() ?? [];
        int[] finite = [.. Enumerable.Range(0, usable.Count).Where(j => !running.Contains(usable[j]))];
        var model = search?.Covariance(finite);
        var isInfinite = running.Length > 0;
        var isEstimated = model is not null && !isInfinite;
        var hazard = isEstimated && new CoxHazard(search!.Sets, search.End.Coefficients, ties) is { IsFinite: true } found ? found : null;
        var robust = hazard is not null && data.Rows[0].Cluster is not null ? Robust(search!.Sets, hazard, model!) : null;
        CoxCoefficient Coefficient(string name, int column)
        {
            var place = Array.FindIndex(finite, j => usable[j] == column);
            var reason = running.Contains(column)
                ? Infinite(data, usable, search!.End)
                : reasons.GetValueOrDefault(column, $"Column '{name}' has no standard error: at the estimates the columns cannot be told apart. Leave one of them out.");
            return place < 0 || model is null
                ? new(name, null, null, null, reason)
                : new(name, search!.End.Coefficients[finite[place]], Math.Sqrt(model[place, place]), RobustError(robust, model, place), "");
        }

        var nullLikelihood = search?.Start.Value ?? LogLikelihoodWithoutColumns(data, ties);
        return new CoxFit
        {
            Ties = ties,
            Count = data.Rows.Count,
            Events = data.Rows.Count(r => r.Event),
            Coefficients = [.. data.Columns.Select(Coefficient)],
            Estimated = [.. finite.Select(j => data.Columns[usable[j]])],
            Covariance = Rows(robust ?? model),
            ModelCovariance = Rows(model),
            LogLikelihoodNull = nullLikelihood,
            LogLikelihood = search?.End.Likelihood.Value ?? nullLikelihood,
            LikelihoodRatio = search is null ? null : new(2 * (search.End.Likelihood.Value - nullLikelihood), usable.Count),
            Wald = isInfinite ? null : search?.Wald(robust ?? model),
            Score = search?.Score,
            Concordance = !isEstimated || data.Rows.Any(r => r.Weight != 1) ? null : Concordance.Of(search!.Sets, search.End.Coefficients),
            BaselineHazard = hazard is null ? [] : Baseline(search!, hazard),
            MartingaleResiduals = hazard?.MartingaleResiduals() ?? [],
            ScoreResiduals = hazard?.ScoreResiduals() ?? [],
        };
    }

    private static string Infinite(CoxData data, IReadOnlyList<int> usable, NewtonSearch end)
    {
        var names = string.Join(", ", end.Infinite.Select(i => $"'{data.Columns[usable[i]]}' to {(end.Coefficients[i] > 0 ? "+" : "−")}∞"));
        return end.Infinite.Count == 1
            ? $"Column {names}: no finite estimate, because at every event those who have it are at the end of the column's range among those at risk (separation). Merge levels, leave the column out, or compare by the log-rank test."
            : $"Columns {names}: no finite estimates, because together they single out those who have the events (separation). Merge levels, leave columns out, or compare by the log-rank test.";
    }

    // At the estimate all scores sum to 0, so a single cluster leaves rounding only.
    private static double? RobustError(Matrix<double>? robust, Matrix<double> model, int place) =>
        robust is null ? null : robust[place, place] > Rounding * model[place, place] ? Math.Sqrt(robust[place, place]) : 0;

    // Σ over clusters of the summed influences on the coefficients, squared.
    private static Matrix<double> Robust(RiskSets sets, CoxHazard hazard, Matrix<double> model)
    {
        var sums = new Dictionary<string, double[]>();
        foreach (var (score, row) in hazard.ScoreResiduals().Zip(sets.Rows))
        {
            if (!sums.TryGetValue(row.Cluster!, out var sum))
            {
                sums[row.Cluster!] = sum = new double[sets.Columns];
            }

            for (var j = 0; j < sum.Length; j++)
            {
                sum[j] += row.Weight * score[j];
            }
        }

        var influences = Matrix<double>.Build.DenseOfRowArrays(sums.Values) * model;
        return influences.TransposeThisAndMultiply(influences);
    }

    private static List<BaselineHazardRow> Baseline(Search search, CoxHazard hazard)
    {
        var (sets, rows) = (search.Sets, new List<BaselineHazardRow>());
        var atZero = Math.Exp(-sets.Means.Select((m, j) => m * search.End.Coefficients[j]).Sum());
        for (var stratum = 0; stratum < sets.Strata.Count; stratum++)
        {
            var times = sets.RowsOf(stratum).Select(r => sets.Rows[r].Time).Distinct().Order();
            rows.AddRange(times.Select(t => new BaselineHazardRow(sets.Strata[stratum], t, hazard.By(stratum, t) * atZero)));
        }

        return rows.All(r => double.IsFinite(r.CumulativeHazard)) ? rows : [];
    }

    private static double LogLikelihoodWithoutColumns(CoxData data, TiedTimes ties) => PartialLikelihood.At(new RiskSets(data.Rows, []), [], ties).Value;

    private static IReadOnlyList<IReadOnlyList<double>> Rows(Matrix<double>? matrix) =>
        matrix is null ? [] : [.. matrix.EnumerateRows().Select(r => (IReadOnlyList<double>)r.ToArray())];

    private sealed record Search(RiskSets Sets, LogLikelihood Start, NewtonSearch End)
    {
        public ChiSquareTest? Score => SymmetricSystem.Factor(Start.Information) is { } factor
            ? new(Start.Gradient.DotProduct(factor.Solve(Start.Gradient)), Sets.Columns)
            : null;

        // The information about infinite coefficients vanishes: the finite ones are as if those columns had picked the events.
        public Matrix<double>? Covariance(int[] finite)
        {
            if (finite.Length == 0)
            {
                return null;
            }

            var information = Matrix<double>.Build.Dense(finite.Length, finite.Length, (j, k) => End.Likelihood.Information[finite[j], finite[k]]);
            return SymmetricSystem.Factor(information)?.Solve(Matrix<double>.Build.DenseIdentity(finite.Length));
        }

        public ChiSquareTest? Wald(Matrix<double>? covariance)
        {
            var estimate = Vector<double>.Build.DenseOfArray(End.Coefficients);
            return covariance is not null && SymmetricSystem.Factor(covariance) is { } factor
                ? new(estimate.DotProduct(factor.Solve(estimate)), Sets.Columns)
                : null;
        }
    }
}
