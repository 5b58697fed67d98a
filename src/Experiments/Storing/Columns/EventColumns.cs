using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Tables;
using Parquet;
using Parquet.Schema;
using static LeadershipSim.Experiments.Storing.Columns.PlaceColumns;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The table of what happened: one row per event, in the order of runs and of ticks.</summary>
/// <param name="namesOf">What people call the seats at a design point, by its number; null where no design point has names, and the table no column for
/// them.</param>
internal sealed class EventColumns(Func<int, IReadOnlyList<string>?>? namesOf) : IRowColumns
{
    private static readonly DataField Kind = new("kind", typeof(string), isNullable: false);
    private static readonly DataField Seat = new("seat", typeof(int?));
    private static readonly DataField Person = new("person", typeof(string));
    private static readonly DataField Generation = new("generation", typeof(int?));
    private static readonly DataField Value = new("value", typeof(double?));
    private static readonly DataField Detail = new("detail", typeof(string), isNullable: false);

    private static readonly Dictionary<string, RunEventKind> Kinds = Enum.GetValues<RunEventKind>().ToDictionary(k => Spelled.Of(k));

    public IReadOnlyList<Column> Columns { get; } =
    [
        .. PlaceColumns.Of(RunId, RunIndex, Tick),
        Column.Of(Kind, "", "What happened: " + string.Join(", ", Enum.GetValues<RunEventKind>().Select(k => Spelled.Of(k)))),
        Column.Of(Seat, "", "Seat, from 0; absent where the event has none"),
        Column.Of(Generation, "", "Which of the seat's agents, from 0; absent where the event has none"),
        Column.Of(Value, "", "departure, leaderChange: authority held (share); coreExit: generations that have left; succession: ticks vacant; change: its number in the scenario, from 0"),
        Column.Of(Detail, "", "shock: whom it removes; change: what it sets; end: failure, needEnded or horizon"),
        .. namesOf is null ? [] : (Column[])[Column.Of(Person, "", "Name of the seat in the organization's file: that of its first agent, whose place later ones (generation from 1) take")],
    ];

    // Tables without names are as they always were.
    public ParquetSchema Schema { get; } = namesOf is null
        ? new(RunId, RunIndex, Tick, Kind, Seat, Generation, Value, Detail)
        : new(RunId, RunIndex, Tick, Kind, Seat, Generation, Value, Detail, Person);

    public async Task WriteAsync(ParquetWriter writer, IReadOnlyList<RunRow> rows)
    {
        (RunRow Run, RunEvent Event)[] events = [.. rows.SelectMany(r => r.Record.Events.Select(e => (r, e)))];
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(RunId, events.Select(e => e.Run.RunId).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<long>(RunIndex, events.Select(e => e.Run.RunIndex).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<int>(Tick, events.Select(e => e.Event.Tick).ToArray()).ConfigureAwait(false);
        await group.WriteAsync(Kind, events.Select(e => Spelled.Of(e.Event.Kind)).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<int>(Seat, events.Select(e => e.Event.Seat < 0 ? (int?)null : e.Event.Seat).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<int>(Generation, events.Select(e => e.Event.Generation < 0 ? (int?)null : e.Event.Generation).ToArray()).ConfigureAwait(false);
        await group.WriteAsync<double>(Value, events.Select(e => double.IsNaN(e.Event.Value) ? (double?)null : e.Event.Value).ToArray()).ConfigureAwait(false);
        await group.WriteAsync(Detail, events.Select(e => e.Event.Detail).ToArray()).ConfigureAwait(false);
        if (namesOf is not null)
        {
            string?[] people = [.. events.Select(e => e.Event.Seat < 0 ? null : NameOf(namesOf(e.Run.PointIndex), e.Event.Seat))];
            await group.WriteAsync(Person, people!).ConfigureAwait(false);
        }

        group.CompleteValidate();
    }

    /// <summary>The events of one row group, by run.</summary>
    public static async Task<ILookup<long, RunEvent>> ReadAsync(ParquetRowGroupReader group)
    {
        var count = (int)group.RowCount;
        var runs = await ColumnReader.NumbersAsync(group, RunIndex, count).ConfigureAwait(false);
        var ticks = await ColumnReader.NumbersAsync(group, Tick, count).ConfigureAwait(false);
        var kinds = await ColumnReader.TextsAsync(group, Kind, count).ConfigureAwait(false);
        var seats = await ColumnReader.NumbersAsync(group, Seat, count).ConfigureAwait(false);
        var generations = await ColumnReader.NumbersAsync(group, Generation, count).ConfigureAwait(false);
        var values = await ColumnReader.NumbersAsync(group, Value, count).ConfigureAwait(false);
        var details = await ColumnReader.TextsAsync(group, Detail, count).ConfigureAwait(false);
        return Enumerable.Range(0, count).ToLookup(
            k => (long)runs[k],
            k => new RunEvent((int)ticks[k], KindOf(kinds[k]), Whole(seats[k]), Whole(generations[k]), values[k], details[k]));
    }

    private static string? NameOf(IReadOnlyList<string>? names, int seat) => seat < names?.Count ? names[seat] : null;

    private static int Whole(double number) => double.IsNaN(number) ? -1 : (int)number;

    private static RunEventKind KindOf(string kind) => Kinds.TryGetValue(kind, out var known) ? known : throw new InvalidDataException($"it has an event of the unknown kind \"{kind}\"; known are {string.Join(", ", Kinds.Keys)}");
}
