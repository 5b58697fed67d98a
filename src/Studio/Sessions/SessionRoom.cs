using System.Collections.Concurrent;
using System.Security.Cryptography;
using LeadershipSim.Studio.Drafts;

namespace LeadershipSim.Studio.Sessions;

/// <summary>All sessions: so many and no more, and those that nobody uses end.</summary>
internal sealed class SessionRoom : IDisposable
{
    /// <summary>Most sessions at once.</summary>
    public const int MostSessions = 64;

    // Worlds of all sessions together: a gigabyte.
    private const long MostSeatTicks = 4 * DraftPlan.MostSeatTicks;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, StudioSession> _sessions = new();
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    /// <summary>A room whose sessions write into a folder.</summary>
    public SessionRoom(string folder, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        _timer = time.CreateTimer(_ => Tidy(), null, Glance, Glance);
    }

    /// <summary>For how long a session waits for somebody.</summary>
    public static TimeSpan MostIdle { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How long worlds continue when nobody watches.</summary>
    public static TimeSpan MostUnseen { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Number of sessions.</summary>
    public int Count => _sessions.Count;

    /// <summary>A new session; null when there are too many.</summary>
    public StudioSession? Open()
    {
        if (_sessions.Count >= MostSessions && !EndOldest())
        {
            return null;
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var session = new StudioSession(id, Path.Combine(_folder, id), _time);
        _sessions[id] = session;
        return session;
    }

    /// <summary>Whether the worlds of a plan fit beside those of all other sessions.</summary>
    public bool HasRoomFor(DraftPlan plan, StudioSession session) =>
        _sessions.Values.Where(s => s != session).Sum(s => s.Plan?.SeatTicks ?? 0) + plan.SeatTicks <= MostSeatTicks;

    /// <summary>A session by its key.</summary>
    public StudioSession? Find(string id)
    {
        var session = _sessions.GetValueOrDefault(id);
        session?.Touch();
        return session;
    }

    /// <summary>Ends a session.</summary>
    public void End(string id)
    {
        if (_sessions.TryRemove(id, out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>Stops worlds that nobody sees, and ends sessions that nobody uses.</summary>
    public void Tidy()
    {
        foreach (var session in _sessions.Values)
        {
            if (session.Idle > MostIdle)
            {
                End(session.Id);
            }
            else if (session.Idle > MostUnseen && session.Clock.IsPlaying)
            {
                session.Pause();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        foreach (var id in _sessions.Keys)
        {
            End(id);
        }
    }

    private bool EndOldest()
    {
        var oldest = _sessions.Values.Where(s => s.Streams == 0).MaxBy(s => s.Idle);
        if (oldest is not null)
        {
            End(oldest.Id);
        }

        return oldest is not null;
    }
}
