using System.IO.Compression;
using System.Text.Json;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Studio.Drafts;
using LeadershipSim.Studio.Folders;
using LeadershipSim.Studio.Library;
using LeadershipSim.Studio.Sessions;
using LeadershipSim.Studio.Trials;
using LeadershipSim.Studio.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadershipSim.Studio.Serving;

/// <summary>What a page can ask for. All addresses are relative to the page's own, so that it works behind a path prefix.</summary>
internal sealed class StudioEndpoints(SessionRoom room, OriginShelf origins, ResultsShelf results, string trials, JsonSerializerOptions json)
{
    private const int MostReplicates = 10_000;
    private const int MostColumns = 600;
    private const double FastestSpeed = 1e6;

    private readonly PageFiles _page = new();

    /// <summary>Adds the addresses.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => _page.Get(null));
        routes.MapGet("/{file}", (string file) => _page.Get(file));
        routes.MapGet("/assets/{file}", (string file) => _page.Get("assets/" + file));
        routes.MapGet("/api/start", () => Answer(new { Presets = PresetCatalog.All.Select(PresetView), File = origins.FileName, Results = results.List() }));

        // Without the type this would be taken for a handler that writes its answer itself.
        routes.MapPost("/api/sessions", (Func<HttpContext, Task<IResult>>)(context => WithDraft(context, null)));
        routes.MapPost("/api/sessions/{id}/draft", (string id, HttpContext context) => WithSession(id, session => WithDraft(context, session)));
        routes.MapPost("/api/sessions/{id}/clock", (string id, HttpContext context) => WithSession(id, session => Clock(context, session)));
        routes.MapPost("/api/sessions/{id}/end", (string id) => End(id));
        routes.MapGet("/api/sessions/{id}/stream", (string id, HttpContext context) => Stream(id, context));
        routes.MapGet("/api/sessions/{id}/river", (string id) => WithSession(id, session => Task.FromResult(Answer(session.Worlds.Worlds.Select(RiverOf)))));
        routes.MapGet("/api/sessions/{id}/seats/{seat:int}", (string id, int seat) => WithSession(id, session => Task.FromResult(SeatOf(session, seat))));
        routes.MapGet("/api/sessions/{id}/experiment", (string id) => WithSession(id, session => Task.FromResult(Save(session))));
        routes.MapPost("/api/sessions/{id}/trial", (string id, HttpContext context) => WithSession(id, session => StartTrial(context, session)));
        routes.MapPost("/api/sessions/{id}/trial/stop", (string id) => WithSession(id, StopTrial));
        routes.MapGet("/api/results", () => Answer(results.List()));
        routes.MapGet("/api/results/{key}", (string key) => Guarded(() => Answer(results.Open(key).View)));
        routes.MapGet("/api/results/{key}/points/{point:int}", (string key, int point) => Guarded(() => Answer(results.Open(key).RunsOf(point))));
    }

    private static object PresetView(Preset preset) => new { preset.Key, preset.Title, preset.Text, preset.Draft, preset.Ticks };

    private IResult Answer(object value) => Results.Json(value, json);

    private IResult Refuse(int status, params DraftProblem[] problems) => Results.Json(new { Problems = problems }, json, statusCode: status);

    private async Task<IResult> WithSession(string id, Func<StudioSession, Task<IResult>> answer) =>
        room.Find(id) is { } session
            ? await answer(session)
            : Refuse(StatusCodes.Status404NotFound, new DraftProblem("", "", "this session has ended; load the page again"));

    private async Task<T?> Body<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<IResult> WithDraft(HttpContext context, StudioSession? session)
    {
        if (await Body<Draft>(context) is not { Origin: not null } draft)
        {
            return Refuse(StatusCodes.Status400BadRequest, new DraftProblem("", "", "the request holds no draft"));
        }

        var opened = session ?? room.Open();
        if (opened is null)
        {
            var message = $"{SessionRoom.MostSessions} pages are open already; close one, or wait until one has been idle for ten minutes";
            return Refuse(StatusCodes.Status503ServiceUnavailable, new DraftProblem("", "", message));
        }

        try
        {
            var plan = DraftPlan.Of(draft, OriginOf(draft.Origin), opened.Folder);
            if (!room.HasRoomFor(plan, opened))
            {
                throw new DraftException(
                    "horizonTicks",
                    "the pages that are open have too many seats × ticks for the memory: close one, or lower horizonTicks or organization.seats");
            }

            opened.Begin(plan);
            return Answer(SessionView.Of(opened));
        }
        catch (Exception error) when (error is DraftException or StoreException or ArgumentException or InvalidOperationException)
        {
            if (session is null)
            {
                room.End(opened.Id);
            }

            return Refuse(StatusCodes.Status422UnprocessableEntity, [.. (error as DraftException)?.Problems ?? [new DraftProblem("", "", error.Message)]]);
        }
    }

    // A run is named by the key of its folder and its id: run:KEY/ID.
    private Origin OriginOf(string key)
    {
        if (!key.StartsWith("run:", StringComparison.Ordinal) || key[4..].Split('/') is not [var folder, var id])
        {
            return origins.Find(key);
        }

        var opened = results.Open(folder);
        return origins.Add(key, path => Origin.OfRun(opened.Spec.Name, opened.Spec, opened.Find(id), path));
    }

    private async Task<IResult> Clock(HttpContext context, StudioSession session)
    {
        if (await Body<ClockRequest>(context) is not { } request || request.Speed is < 0 or > FastestSpeed)
        {
            return Refuse(StatusCodes.Status400BadRequest, new DraftProblem("", "", "the request sets no clock"));
        }

        var speed = request.Speed switch { null => session.Clock.Speed, 0 => PlayClock.Unlimited, { } ticks => ticks };
        if (request.Tick is { } tick)
        {
            session.Seek(tick);
        }

        if (request.Play == true || (request.Play is null && request.Tick is null && session.Clock.IsPlaying))
        {
            session.Play(speed);
        }
        else if (request.Play == false)
        {
            session.Pause();
        }

        return Results.NoContent();
    }

    private IResult End(string id)
    {
        room.End(id);
        return Results.NoContent();
    }

    private async Task Stream(string id, HttpContext context)
    {
        if (room.Find(id) is not { } session)
        {
            // No content tells a browser to give up.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await new SessionStream(session, json).Send(context, context.RequestAborted);
    }

    private static AuthorityRiver RiverOf(World world) => AuthorityRiver.Of(world.Frames(0, int.MaxValue), world.Layout.Site.Length, MostColumns);

    private IResult SeatOf(StudioSession session, int seat)
    {
        var worlds = session.Worlds.Worlds;
        return seat < 0 || seat >= worlds.Min(w => w.Layout.Site.Length)
            ? Refuse(StatusCodes.Status404NotFound, new DraftProblem("", "", $"there is no seat {seat}"))
            : Answer(worlds.Select(w => SeatHistory.Of(w.Frames(0, int.MaxValue), w.Layout.Site.Length, seat)));
    }

    // One file where it is enough; an archive where there are more.
    private static IResult Save(StudioSession session)
    {
        var experiments = session.Plan!.Experiments;
        if (experiments is [{ Inputs.Count: 0 } only])
        {
            return Results.Bytes(System.Text.Encoding.UTF8.GetBytes(only.Text), "application/yaml", $"{only.Name}.yaml");
        }

        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in experiments.SelectMany(e => e.Inputs.Append(new($"{e.Name}.yaml", e.Text))).DistinctBy(f => f.Key))
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return Results.Bytes(bytes.ToArray(), "application/zip", $"{experiments[0].Name}.zip");
    }

    private async Task<IResult> StartTrial(HttpContext context, StudioSession session)
    {
        if (await Body<TrialRequest>(context) is not { Replicates: >= 2 and <= MostReplicates } request)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, new DraftProblem("replicates", "", $"allowed are from 2 to {MostReplicates} replicates"));
        }

        var plan = session.Plan!;
        string[] arms = plan.Worlds.Count == 1 ? [ArmName(session, 0)] : [$"A {ArmName(session, 0)}", $"B {ArmName(session, 1)}"];
        session.Begin(Trial.Start(plan.WithReplicates(request.Replicates), arms, session.Folder, trials, Environment.ProcessorCount));
        return Results.NoContent();
    }

    private static string ArmName(StudioSession session, int world) =>
        Simulation.Policies.PolicyCatalog.All.First(p => p.Default.GetType() == session.Plan!.Scenarios[world].Policy.GetType()).Kind;

    private static Task<IResult> StopTrial(StudioSession session)
    {
        session.Trial?.Stop();
        return Task.FromResult(Results.NoContent());
    }

    private IResult Guarded(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (StoreException error)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, new DraftProblem("", "", error.Message));
        }
    }
}

/// <summary>Sets a clock.</summary>
/// <param name="Play">Whether time goes by; null: as before.</param>
/// <param name="Speed">Ticks per second; 0: as many as can be; null: as before.</param>
/// <param name="Tick">The tick to go to; null: the present one.</param>
internal sealed record ClockRequest(bool? Play, double? Speed, int? Tick);

/// <summary>Asks for a trial.</summary>
/// <param name="Replicates">Runs for each world.</param>
internal sealed record TrialRequest(int Replicates);
