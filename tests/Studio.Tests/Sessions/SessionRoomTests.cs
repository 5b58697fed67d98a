using LeadershipSim.Studio.Drafts;
using LeadershipSim.Studio.Library;
using LeadershipSim.Studio.Sessions;

namespace LeadershipSim.Studio.Tests.Sessions;

public sealed class SessionRoomTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-room-").FullName;
    private readonly ManualTime _time = new();
    private readonly SessionRoom _room;

    public SessionRoomTests() => _room = new SessionRoom(_folder, _time);

    [Fact]
    public void A_session_that_nobody_uses_ends_and_leaves_nothing_behind()
    {
        var session = Begun();
        Assert.True(Directory.Exists(session.Folder));
        _time.Pass(SessionRoom.MostIdle + TimeSpan.FromSeconds(1));
        _room.Tidy();
        Assert.Null(_room.Find(session.Id));
        Assert.False(Directory.Exists(session.Folder));
        Assert.True(SpinWait.SpinUntil(() => session.Worlds.Worlds.All(w => w.HasEnded), TimeSpan.FromSeconds(60)), "an engine still runs");
    }

    [Fact]
    public void A_session_that_somebody_looks_at_does_not_end()
    {
        var session = Begun();
        using var stream = session.Listen();
        _time.Pass(SessionRoom.MostIdle + TimeSpan.FromSeconds(1));
        _room.Tidy();
        Assert.Same(session, _room.Find(session.Id));
    }

    [Fact]
    public void Worlds_pause_when_whoever_looked_at_them_is_gone()
    {
        var session = Begun();
        using (session.Listen())
        {
            session.Play(1);
            _time.Pass(SessionRoom.MostUnseen + TimeSpan.FromSeconds(1));
            _room.Tidy();
            Assert.True(session.Clock.IsPlaying);
        }

        _time.Pass(SessionRoom.MostUnseen + TimeSpan.FromSeconds(1));
        _room.Tidy();
        Assert.False(session.Clock.IsPlaying);
    }

    [Fact]
    public void There_are_so_many_sessions_and_no_more()
    {
        var streams = Enumerable.Range(0, SessionRoom.MostSessions).Select(_ => _room.Open()!.Listen()).ToArray();
        Assert.Null(_room.Open());
        streams[0].Dispose();
        Assert.NotNull(_room.Open());
        Assert.Equal(SessionRoom.MostSessions, _room.Count);
        Array.ForEach(streams, s => s.Dispose());
    }

    // Five worlds of 8 million seats × ticks: the fifth is above 36 million.
    [Fact]
    public void Worlds_of_all_sessions_together_have_a_bound()
    {
        var shelf = new OriginShelf(Path.Combine(_folder, "shelf"), null);
        for (var k = 0; k < 5; k++)
        {
            var session = _room.Open()!;
            var set = new Dictionary<string, string> { ["organization.seats"] = "2000", ["horizonTicks"] = "4000" };
            var plan = DraftPlan.Of(new Draft("standard", set), shelf.Find("standard"), session.Folder);
            Assert.Equal(k < 4, _room.HasRoomFor(plan, session));
            session.Begin(plan);
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private StudioSession Begun()
    {
        var session = _room.Open()!;
        var shelf = new OriginShelf(Path.Combine(_folder, "shelf"), null);
        session.Begin(DraftPlan.Of(new Draft("mobile-learning"), shelf.Find("mobile-learning"), session.Folder));
        return session;
    }
}
