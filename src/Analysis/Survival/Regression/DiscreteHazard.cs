using LeadershipSim.Analysis.Fitting;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// The hazard per tick as a model of its own: h = 1 − exp(−exp(α + β·x)), the complementary log-log link, with α constant within
/// pieces of time. Fitted by iteratively reweighted least squares. exp(β) is the hazard ratio of the continuous-time proportional
/// hazards model behind the ticks, and unlike in the Cox model the hazard itself is estimated.
/// </summary>
/// <remarks>
/// Prentice and Gloeckler (1978), https://doi.org/10.2307/2529588. The natural model where time comes in ticks. Misleads when the
/// pieces are so long that the hazard changes within them.
/// </remarks>
public static class DiscreteHazard
{
    /// <summary>Fits the model.</summary>
    /// <param name="data">Columns and rows. Times are whole ticks; strata and clusters are not used.</param>
    /// <param name="cuts">Ticks after which a new piece of time begins; rising, above 0. None: one hazard for all ticks.</param>
    /// <exception cref="ArgumentException">A time is not a whole number of ticks, or the cuts do not rise.</exception>
    public static DiscreteHazardFit Fit(CoxData data, IReadOnlyList<int>? cuts = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        cuts ??= [];
        Check(data, cuts);
        var cells = Cells(data, cuts);
        string[] names = [.. Pieces(cuts), .. data.Columns];
        var ranges = Enumerable.Range(0, names.Length)
            .Select(j => j <= cuts.Count ? 1 : cells.Max(c => c.Covariates[j]) - cells.Min(c => c.Covariates[j])).ToArray();
        var (events, ticks) = (cells.Sum(c => c.Events), cells.Sum(c => c.Ticks));
        if (events == 0)
        {
            const string Reason = "There are no events: a hazard cannot be estimated. Observe longer.";
            return new([.. names.Select(n => new CoxCoefficient(n, null, null, null, Reason))], cuts.Count + 1, 0, (long)ticks, 0);
        }

        double[] start = [.. names.Select((_, j) => j <= cuts.Count ? Math.Log(-Math.Log(1 - (events / Math.Max(ticks, events + 0.5)))) : 0)];
        var (usable, reasons) = ColumnDiagnosis.Of(At(cells, start).Information, [.. names.Select((n, j) => new ModelColumn(n, ranges[j]))], events);
        DiscreteCell[] used = [.. cells.Select(c => c with { Covariates = [.. usable.Select(j => c.Covariates[j])] })];
        var search = NewtonSearch.From(c => At(used, c), [.. usable.Select(j => start[j])], [.. usable.Select(j => ranges[j])]);
        return new(Coefficients(names, usable, reasons, search), cuts.Count + 1, (int)events, (long)ticks, search.Likelihood.Value);
    }

    /// <summary>1 − exp(−rate), exact also for small rates (Kahan's way; MathNet's Expm1 keeps only nine digits there).</summary>
    internal static double HazardOf(double rate)
    {
        var kept = Math.Exp(-rate);
        return kept == 1 ? rate : kept < 0.5 ? 1 - kept : (1 - kept) * -rate / Math.Log(kept);
    }

    private static CoxCoefficient[] Coefficients(string[] names, IReadOnlyList<int> usable, IReadOnlyDictionary<int, string> reasons, NewtonSearch search)
    {
        int[] finite = [.. Enumerable.Range(0, usable.Count).Where(j => !search.Infinite.Contains(j))];
        var information = Matrix<double>.Build.Dense(Math.Max(1, finite.Length), Math.Max(1, finite.Length), (j, k) =>
            finite.Length == 0 ? 0 : search.Likelihood.Information[finite[j], finite[k]]);
        var covariance = SymmetricSystem.Factor(information)?.Solve(Matrix<double>.Build.DenseIdentity(information.RowCount));
        return [.. names.Select((name, column) =>
        {
            var place = Array.FindIndex(finite, j => usable[j] == column);
            return place >= 0 && covariance is not null
                ? new CoxCoefficient(name, search.Coefficients[finite[place]], Math.Sqrt(covariance[place, place]), null, "")
                : new CoxCoefficient(name, null, null, null, reasons.GetValueOrDefault(
                    column, $"'{name}': no finite estimate, because it separates ticks with events from those without. Merge pieces or levels, or leave the column out."));
        })];
    }

    private static LogLikelihood At(IReadOnlyList<DiscreteCell> cells, double[] coefficients)
    {
        var size = coefficients.Length;
        var value = 0.0;
        var gradient = Vector<double>.Build.Dense(size);
        var information = Matrix<double>.Build.Dense(size, size);
        foreach (var (ticks, events, x) in cells)
        {
            var rate = Math.Exp(Math.Min(30, x.Zip(coefficients, (a, b) => a * b).Sum()));
            var hazard = HazardOf(rate);
            value += (events > 0 ? events * Math.Log(hazard) : 0) - ((ticks - events) * rate);

            // d ln h/dη = rate(1 − h)/h; the expected information makes each step a weighted least-squares fit.
            var slope = rate * Math.Exp(-rate) / hazard;
            var score = (events * slope) - ((ticks - events) * rate);
            var expected = ticks * slope * rate;
            for (var j = 0; j < size; j++)
            {
                gradient[j] += score * x[j];
                for (var k = 0; k < size; k++)
                {
                    information[j, k] += expected * x[j] * x[k];
                }
            }
        }

        return new(value, gradient, information);
    }

    private static List<DiscreteCell> Cells(CoxData data, IReadOnlyList<int> cuts)
    {
        var cells = new List<DiscreteCell>();
        foreach (var row in data.Rows)
        {
            for (var piece = 0; piece <= cuts.Count; piece++)
            {
                var (from, to) = (piece == 0 ? 0.0 : cuts[piece - 1], piece == cuts.Count ? double.PositiveInfinity : cuts[piece]);
                var ticks = Math.Min(row.Time, to) - Math.Max(row.Entry, from);
                if (ticks > 0)
                {
                    double[] covariates = [.. Enumerable.Range(0, cuts.Count + 1).Select(p => p == piece ? 1.0 : 0), .. row.Covariates];
                    cells.Add(new(ticks * row.Weight, row.Event && row.Time <= to ? row.Weight : 0, covariates));
                }
            }
        }

        return cells;
    }

    private static IEnumerable<string> Pieces(IReadOnlyList<int> cuts) => Enumerable.Range(0, cuts.Count + 1).Select(piece =>
        piece == cuts.Count
            ? Invariant($"ticks from {(piece == 0 ? 1 : cuts[piece - 1] + 1)}")
            : Invariant($"ticks {(piece == 0 ? 1 : cuts[piece - 1] + 1)} to {cuts[piece]}"));

    private static void Check(CoxData data, IReadOnlyList<int> cuts)
    {
        if (data.Rows.FirstOrDefault(r => r.Time < 1 || r.Time != Math.Floor(r.Time) || r.Entry != Math.Floor(r.Entry)) is { } row)
        {
            throw new ArgumentException(
                Invariant($"A row goes from {row.Entry} to {row.Time}: hazards per tick need whole ticks, and an end of at least 1. Round up, or fit a Cox model."), nameof(data));
        }

        if (cuts.Zip(cuts.Skip(1)).Any(c => c.First >= c.Second) || cuts.Any(c => c < 1))
        {
            throw new ArgumentException($"The cuts are {string.Join(", ", cuts)}: they must rise and be above 0.", nameof(cuts));
        }
    }

    /// <summary>Ticks at risk with equal hazards.</summary>
    private sealed record DiscreteCell(double Ticks, double Events, double[] Covariates);
}
