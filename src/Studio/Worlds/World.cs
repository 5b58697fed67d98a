using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Studio.Worlds;

/// <summary>
/// One run that is watched while it lives: an engine on a thread of its own, held in its observer until the clock lets it continue. All its
/// past is kept, so that the page can go back.
/// </summary>
internal sealed class World : ITickObserver, IDisposable
{
    private const int StackBytes = 1 << 20;

    private readonly PlayClock _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _founded = new();
    private readonly object _gate = new();
    private readonly List<float[]> _frames = [];
    private readonly List<float[]> _series = [];
    private readonly List<float[]> _moves = [];
    private readonly EventObserver _observer = new();
    private readonly List<RunEvent> _events = [];
    private WorldLayout? _layout;

    /// <summary>A world that lives as its clock says.</summary>
    public World(PlannedRun run, PlayClock clock)
    {
        (Run, _clock) = (run, clock);
        _observer.Reset(run.Point.Scenario);
        new Thread(Live, StackBytes) { IsBackground = true, Name = "world" }.Start();
    }

    /// <summary>The run.</summary>
    public PlannedRun Run { get; }

    /// <summary>Its outcome; null while it lives.</summary>
    public ProgramOutcome? Outcome { get; private set; }

    /// <summary>Why it could not be run; null when nothing is wrong.</summary>
    public string? Failure { get; private set; }

    /// <summary>The last tick that was lived; −1 before the founding.</summary>
    public int LastTick
    {
        get
        {
            lock (_gate)
            {
                return _frames.Count - 1;
            }
        }
    }

    /// <summary>Whether it goes no further.</summary>
    public bool HasEnded => Outcome is not null || Failure is not null;

    /// <summary>Seats, sites and ties; waits for the founding.</summary>
    public WorldLayout Layout
    {
        get
        {
            _founded.Wait();
            return _layout ?? throw new InvalidOperationException(Failure ?? "the world was ended before its founding");
        }
    }

    /// <summary>The seats after a tick, or after the last one before it.</summary>
    public float[] FrameAt(int tick)
    {
        lock (_gate)
        {
            return _frames.Count == 0 ? [] : _frames[Math.Clamp(tick, 0, _frames.Count - 1)];
        }
    }

    /// <summary>The frames of a range of ticks, as far as they were lived.</summary>
    public float[][] Frames(int from, int count)
    {
        lock (_gate)
        {
            return [.. _frames.Skip(from).Take(count)];
        }
    }

    /// <summary>The series of a range of ticks, as far as they were lived.</summary>
    public float[][] Series(int from, int count)
    {
        lock (_gate)
        {
            return from >= _series.Count ? [] : [.. _series.GetRange(from, Math.Min(count, _series.Count - from))];
        }
    }

    /// <summary>How authority moved in a range of ticks, as far as they were lived.</summary>
    public float[] Moves(int from, int count)
    {
        lock (_gate)
        {
            return [.. _moves.Skip(from).Take(count).SelectMany(m => m)];
        }
    }

    /// <inheritdoc/>
    public bool ReadsHandOvers => true;

    /// <summary>What happened, from a position in the list on.</summary>
    public RunEvent[] Events(int from)
    {
        lock (_gate)
        {
            return from >= _events.Count ? [] : [.. _events.GetRange(from, _events.Count - from)];
        }
    }

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick == 0)
        {
            _layout = WorldLayout.Of(view, view.Organization.Names ?? []);
        }

        var (frame, series) = (Frame.Of(view), TickSeries.Of(view));
        var moves = view.Tick == 0 ? [] : AuthorityMoves.Of(view, _frames[^1], frame);
        _observer.Observe(view);
        lock (_gate)
        {
            _frames.Add(frame);
            _series.Add(series);
            _moves.Add(moves);
            _events.AddRange(_observer.Found.Skip(_events.Count));
        }

        _founded.Set();
        if (view.IsAlive)
        {
            _clock.WaitFor(view.Tick + 1, _stop.Token);
        }
    }

    /// <summary>Ends the engine's thread.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _clock.Wake();
    }

    private void Live()
    {
        try
        {
            Outcome = new TickEngine().Run(Run.Point.Scenario, Run.Seed, this);
        }
        catch (OperationCanceledException)
        {
            Failure = "ended";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // On this thread it would end the process; the page says what went wrong.
            Failure = error.Message;
        }

        _founded.Set();
    }
}
