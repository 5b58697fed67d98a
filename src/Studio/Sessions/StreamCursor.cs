using System.Globalization;
using System.Runtime.InteropServices;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Studio.Worlds;

namespace LeadershipSim.Studio.Sessions;

/// <summary>How far a page has followed a session: what it has, it is not sent again.</summary>
internal sealed class StreamCursor
{
    // As many ticks a message as keep it well below a megabyte.
    private const int MostTicks = 4096;

    // A page draws hand-overs for a second; of a longer leap it would draw all at once.
    private const int MostTicksOfMoves = 8;

    private int _epoch = -1;
    private int[] _ticks = [];
    private int[] _events = [];
    private (int Tick, bool IsPlaying, double Speed, int Ended) _shown = (-1, false, 0, 0);

    /// <summary>A cursor that continues where a page was when it lost its stream.</summary>
    /// <param name="lastId">The last id it got; null or empty: it is new.</param>
    public static StreamCursor After(string? lastId)
    {
        var cursor = new StreamCursor();
        int[] parts = [.. (lastId ?? "").Split('.').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1)];
        if (parts.Length is 3 or 5 && parts.All(p => p >= 0))
        {
            cursor._epoch = parts[0];
            cursor._ticks = [.. parts.Where((_, k) => k % 2 == 1)];
            cursor._events = [.. parts.Where((_, k) => k > 0 && k % 2 == 0)];
        }

        return cursor;
    }

    /// <summary>What has come about; null when nothing has.</summary>
    public (string Id, StateMessage Message)? Next(StudioSession session)
    {
        var (epoch, worlds) = session.Worlds;
        if (epoch != _epoch || _ticks.Length != worlds.Length)
        {
            (_epoch, _ticks, _events, _shown) = (epoch, new int[worlds.Length], new int[worlds.Length], (-1, false, 0, 0));
        }

        var tick = session.Position;
        var shown = (tick, session.IsPlaying, session.Clock.Speed, worlds.Count(w => w.HasEnded));
        if (shown == _shown && worlds.Select((w, k) => w.LastTick < _ticks[k]).All(isSent => isSent))
        {
            return null;
        }

        var leap = LeapTo(tick, shown.IsPlaying);
        _shown = shown;
        var speed = double.IsPositiveInfinity(shown.Speed) ? 0 : shown.Speed;
        var message = new StateMessage(epoch, tick, shown.IsPlaying, speed, [.. worlds.Select((w, k) => Follow(w, k, tick, leap))]);
        var id = string.Join('.', new[] { _epoch }.Concat(_ticks.Zip(_events).SelectMany(p => new[] { p.First, p.Second })));
        return (id, message);
    }

    // Whoever plays or steps sees authority move; whoever goes to another tick does not, however long worlds take to get there.
    private int LeapTo(int tick, bool isPlaying)
    {
        var leap = _shown.Tick < 0 ? 0 : tick - _shown.Tick;
        return leap == 1 || (isPlaying && leap is > 1 and <= MostTicksOfMoves) ? leap : 0;
    }

    private WorldMessage Follow(World world, int k, int tick, int leap)
    {
        var (from, events) = (_ticks[k], world.Events(_events[k]));
        var series = world.Series(from, MostTicks);
        _ticks[k] += series.Length;
        _events[k] += events.Length;
        return new(
            _ticks[k] - 1,
            Spell(world.FrameAt(tick)),
            Spell(world.Moves(tick - leap + 1, leap)),
            from,
            Spell([.. series.SelectMany(s => s)]),
            [.. events.Select(EventView.Of)],
            EndView.Of(world));
    }

    private static string Spell(float[] values) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(values));
}

/// <summary>Where a session is.</summary>
/// <param name="Epoch">How often its worlds were begun.</param>
/// <param name="Tick">The tick that is shown.</param>
/// <param name="Playing">Whether time goes by.</param>
/// <param name="Speed">Ticks per second; 0: as many as can be.</param>
/// <param name="Worlds">Its worlds.</param>
internal sealed record StateMessage(int Epoch, int Tick, bool Playing, double Speed, IReadOnlyList<WorldMessage> Worlds);

/// <summary>Where a world is.</summary>
/// <param name="Last">The last tick sent.</param>
/// <param name="Frame">The seats at the tick that is shown: single-precision numbers, base 64.</param>
/// <param name="Moves">How authority moved since the tick shown before: four numbers each, as <see cref="AuthorityMoves"/> has them; base 64.</param>
/// <param name="From">First tick of the series sent.</param>
/// <param name="Series">The series since then, tick by tick: single-precision numbers, base 64.</param>
/// <param name="Events">What happened since then.</param>
/// <param name="End">How it ended; null while it lives.</param>
internal sealed record WorldMessage(int Last, string Frame, string Moves, int From, string Series, IReadOnlyList<EventView> Events, EndView? End);

/// <summary>Something that happened.</summary>
internal sealed record EventView(int Tick, string Kind, int Seat, int Generation, double? Value, string Detail)
{
    /// <summary>The view of an event.</summary>
    public static EventView Of(RunEvent happened) => new(
        happened.Tick, char.ToLowerInvariant(happened.Kind.ToString()[0]) + happened.Kind.ToString()[1..], happened.Seat, happened.Generation,
        double.IsNaN(happened.Value) ? null : Math.Round(happened.Value, 4), happened.Detail);
}

/// <summary>How a world ended.</summary>
/// <param name="Tick">Its last tick.</param>
/// <param name="Cause">failure, needEnded, horizon, error, or what a stop rule of the experiment calls it.</param>
/// <param name="Digest">Digest of its final state, as the column stateDigest has it.</param>
/// <param name="Message">What went wrong; empty when nothing did.</param>
internal sealed record EndView(int Tick, string Cause, string Digest, string Message)
{
    /// <summary>The end of a world; null while it lives.</summary>
    public static EndView? Of(World world) =>
        world.Outcome is { } outcome ? new(outcome.EndTick, CauseOf(outcome), Invariant($"{outcome.StateDigest:x16}"), "")
        : world.Failure is { } failure ? new(Math.Max(0, world.LastTick), "error", "", failure)
        : null;

    private static string CauseOf(ProgramOutcome outcome) =>
        outcome.StopCause ?? char.ToLowerInvariant(outcome.EndCause.ToString()[0]) + outcome.EndCause.ToString()[1..];
}
