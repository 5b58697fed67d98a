namespace LeadershipSim.Analysis.Tables;

/// <summary>
/// A table of results: what it is called and shows, its typed columns, its rows. Every form in which it is written (CSV, JSON, terminal,
/// HTML, Markdown, LaTeX) is made of this, so that a new column is declared in one place.
/// </summary>
/// <remarks>Rows are made when they are read, so that a long table is written without being held.</remarks>
public sealed class ResultTable
{
    /// <summary>A table of rows that are there.</summary>
    /// <param name="name">Name of its file, without extension.</param>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="method">How its numbers were found, in sentences.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">A cell a column: null, text, flag, number, or an interval where the column has intervals.</param>
    /// <exception cref="ArgumentException">A row has another number of cells than the table has columns.</exception>
    public ResultTable(string name, string title, string method, IReadOnlyList<TableColumn> columns, IReadOnlyCollection<IReadOnlyList<object?>> rows)
        : this(name, title, method, columns, rows, rows?.Count ?? 0)
    {
        if (Rows.FirstOrDefault(r => r.Count != columns.Count) is { } odd)
        {
            throw new ArgumentException(
                $"A row has {odd.Count} cells; the table {name} has {columns.Count} columns: {string.Join(", ", columns.Select(c => c.Name))}.", nameof(rows));
        }
    }

    private ResultTable(string name, string title, string method, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<object?>>? rows, int count)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (Name, Title, Method, Columns, Rows, Count) = (name, title, method, columns, rows, count);
    }

    /// <summary>Name of its file, without extension.</summary>
    public string Name { get; }

    /// <summary>What it shows, in a few words.</summary>
    public string Title { get; }

    /// <summary>How its numbers were found, in sentences.</summary>
    public string Method { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Its rows: a cell a column.</summary>
    public IEnumerable<IReadOnlyList<object?>> Rows { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>A table with a row for each of some things.</summary>
    /// <typeparam name="T">What a row is about.</typeparam>
    /// <param name="name">Name of its file, without extension.</param>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="method">How its numbers were found, in sentences.</param>
    /// <param name="items">What the rows are about.</param>
    /// <param name="columns">Its columns, and how their cells are found.</param>
    public static ResultTable Of<T>(string name, string title, string method, IReadOnlyCollection<T> items, IReadOnlyList<ColumnOf<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Of(name, title, method, items, items.Count, columns);
    }

    /// <summary>A long table: its items are made while its rows are read, and never held.</summary>
    /// <typeparam name="T">What a row is about.</typeparam>
    /// <param name="name">Name of its file, without extension.</param>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="method">How its numbers were found, in sentences.</param>
    /// <param name="items">What the rows are about; they can be read more than once.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="columns">Its columns, and how their cells are found.</param>
    public static ResultTable Of<T>(string name, string title, string method, IEnumerable<T> items, int count, IReadOnlyList<ColumnOf<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(columns);
        var rows = items.Select(item => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(item))]);
        return new(name, title, method, [.. columns.Select(c => c.Column)], rows, count);
    }
}
