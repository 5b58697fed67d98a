using LeadershipSim.Studio.Drafts;
using LeadershipSim.Studio.Trials;
using LeadershipSim.Studio.Worlds;

namespace LeadershipSim.Studio.Sessions;

/// <summary>
/// What one page works with: one or two worlds on one time line, and perhaps a trial. Any change of the draft lives the worlds again from
/// their founding up to the present tick, which takes milliseconds.
/// </summary>
internal sealed class StudioSession(string id, string folder, TimeProvider time) : IDisposable
{
    private readonly object _gate = new();
    private World[] _worlds = [];
    private long _lastSeen = time.GetTimestamp();
    private int _streams;

    /// <summary>Its key.</summary>
    public string Id => id;

    /// <summary>Folder of its own.</summary>
    public string Folder => folder;

    /// <summary>How far its worlds may live.</summary>
    public PlayClock Clock { get; } = new(time);

    /// <summary>What is run.</summary>
    public DraftPlan? Plan { get; private set; }

    /// <summary>How often the worlds were begun.</summary>
    public int Epoch { get; private set; }

    /// <summary>The trial; null: none was asked for.</summary>
    public Trial? Trial { get; private set; }

    /// <summary>Pages that listen.</summary>
    public int Streams => Volatile.Read(ref _streams);

    /// <summary>For how long nobody has listened or asked.</summary>
    public TimeSpan Idle => Streams > 0 ? TimeSpan.Zero : time.GetElapsedTime(Interlocked.Read(ref _lastSeen));

    /// <summary>The worlds, with the number of times they were begun.</summary>
    public (int Epoch, World[] Worlds) Worlds
    {
        get
        {
            lock (_gate)
            {
                return (Epoch, _worlds);
            }
        }
    }

    /// <summary>The tick that is shown.</summary>
    public int Position => PositionOf(Worlds.Worlds);

    /// <summary>Whether time goes by: not when all worlds have ended.</summary>
    public bool IsPlaying => Clock.IsPlaying && !(Worlds.Worlds.All(w => w.HasEnded) && Position >= LastTickOf(Worlds.Worlds));

    /// <summary>Somebody is there.</summary>
    public void Touch() => Interlocked.Exchange(ref _lastSeen, time.GetTimestamp());

    /// <summary>A page begins to listen; it does so until the result is disposed.</summary>
    public IDisposable Listen()
    {
        Interlocked.Increment(ref _streams);
        return new Listener(this);
    }

    /// <summary>Begins the worlds of a plan, and lets them live up to the present tick.</summary>
    public void Begin(DraftPlan plan)
    {
        World[] before;
        lock (_gate)
        {
            (before, Plan, Epoch) = (_worlds, plan, Epoch + 1);
            _worlds = [.. plan.Worlds.Select(run => new World(run, Clock))];
        }

        foreach (var world in before)
        {
            world.Dispose();
        }
    }

    /// <summary>Lets time go by from the present tick.</summary>
    public void Play(double speed) => Clock.Play(IsAtEnd ? 0 : Position, speed);

    /// <summary>Stops at the present tick.</summary>
    public void Pause() => Clock.StopAt(Position);

    /// <summary>Goes to a tick, backwards or forwards; stops there.</summary>
    public void Seek(int tick) => Clock.StopAt(Math.Max(0, tick));

    /// <summary>Begins a trial in place of the one before.</summary>
    public void Begin(Trial trial)
    {
        Trial?.Dispose();
        Trial = trial;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Trial?.Dispose();
        foreach (var world in Worlds.Worlds)
        {
            world.Dispose();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private bool IsAtEnd => Worlds.Worlds.All(w => w.HasEnded) && Position >= LastTickOf(Worlds.Worlds);

    private int PositionOf(World[] worlds)
    {
        var alive = worlds.Where(w => !w.HasEnded).ToArray();
        var last = alive.Length > 0 ? alive.Min(w => w.LastTick) : LastTickOf(worlds);
        return (int)Math.Clamp(Math.Floor(Math.Min(Clock.Target, int.MaxValue)), 0, Math.Max(0, last));
    }

    private static int LastTickOf(World[] worlds) => worlds.Select(w => w.LastTick).DefaultIfEmpty(0).Max();

    private sealed class Listener(StudioSession session) : IDisposable
    {
        private int _gone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _gone, 1) == 0)
            {
                Interlocked.Decrement(ref session._streams);
                session.Touch();
            }
        }
    }
}
