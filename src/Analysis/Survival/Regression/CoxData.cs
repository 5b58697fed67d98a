
namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>The data of a Cox model: named columns and rows of them.</summary>
public sealed record CoxData
{
    /// <summary>Checks and keeps columns and rows.</summary>
    /// <param name="columns">Names of the covariates, all different; at least one.</param>
    /// <param name="rows">The rows; at least one; clusters in all of them or in none.</param>
    /// <exception cref="ArgumentException">A name or row cannot be used; the message says which and why.</exception>
    public CoxData(IReadOnlyList<string> columns, IReadOnlyList<CoxRow> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0)
        {
            throw new ArgumentException("A Cox model needs at least one column: name a covariate.", nameof(columns));
        }

        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The column '{twice.Key}' is named twice: name each covariate once.", nameof(columns));
        }

        if (rows.Count == 0)
        {
            throw new ArgumentException("There are no rows: a Cox model needs subjects with events.", nameof(rows));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (Problem(columns, rows[i]) is { } problem)
            {
                throw new ArgumentException(Invariant($"Row {i + 1} {problem}"), nameof(rows));
            }
        }

        if (rows.Any(r => r.Cluster is null) && rows.Any(r => r.Cluster is not null))
        {
            throw new ArgumentException("Some rows have a cluster and some have none: give all rows one, or none.", nameof(rows));
        }

        (Columns, Rows) = (columns, rows);
    }

    /// <summary>Names of the covariates.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<CoxRow> Rows { get; }

    private static string? Problem(IReadOnlyList<string> columns, CoxRow row)
    {
        if (!(row.Time >= 0 && double.IsFinite(row.Time)))
        {
            return Invariant($"has time {row.Time}: allowed are finite numbers of at least 0.");
        }

        if (!(row.Entry >= 0 && (row.Entry < row.Time || row.Entry == 0)))
        {
            return Invariant($"starts at {row.Entry} and stops at {row.Time}: the start must be at least 0 and before the stop.");
        }

        if (!(row.Weight > 0 && double.IsFinite(row.Weight)))
        {
            return Invariant($"has weight {row.Weight}: allowed are finite numbers above 0. Leave rows without weight out.");
        }

        if (row.Covariates.Count != columns.Count)
        {
            return Invariant($"has {row.Covariates.Count} values for {columns.Count} columns: give one for each.");
        }

        for (var j = 0; j < columns.Count; j++)
        {
            if (!double.IsFinite(row.Covariates[j]))
            {
                return Invariant($"has {row.Covariates[j]} in column '{columns[j]}': allowed are finite numbers. Leave the row out or fill the value in.");
            }
        }

        return null;
    }
}
