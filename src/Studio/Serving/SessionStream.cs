using System.Text.Json;
using LeadershipSim.Studio.Sessions;
using LeadershipSim.Studio.Trials;
using Microsoft.AspNetCore.Http;

namespace LeadershipSim.Studio.Serving;

/// <summary>
/// Sends a page what comes about, as server-sent events: at most thirty times a second, however fast its worlds live. A page that reads
/// slowly gets fewer, larger messages; one that reads nothing or is gone is let go, and comes back by itself where it still lives.
/// </summary>
internal sealed class SessionStream(StudioSession session, JsonSerializerOptions json)
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(33);
    private static readonly TimeSpan TrialPause = TimeSpan.FromMilliseconds(400);

    // Proxies close what is silent for a minute.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // A message that nobody takes in this time is one that nobody reads.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(10);

    private DateTimeOffset _lastSent = DateTimeOffset.MinValue;
    private DateTimeOffset _lastTrial = DateTimeOffset.MinValue;
    private (Trial? Trial, int Done, bool IsRunning) _trial;

    /// <summary>Sends until the page is gone or the session ends.</summary>
    public async Task Send(HttpContext context, CancellationToken gone)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        var cursor = StreamCursor.After(context.Request.Headers["Last-Event-ID"]);
        using var listener = session.Listen();
        try
        {
            await response.WriteAsync("retry: 1000\n\n", gone);
            using var timer = new PeriodicTimer(Frame);
            do
            {
                await SendState(response, cursor, gone);
                await SendTrial(response, gone);
                if (DateTimeOffset.UtcNow - _lastSent > Heartbeat)
                {
                    await Write(response, ":\n\n", gone);
                }
            }
            while (await timer.WaitForNextTickAsync(gone));
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or it reads nothing.
            context.Abort();
        }
    }

    private async Task SendState(HttpResponse response, StreamCursor cursor, CancellationToken gone)
    {
        if (cursor.Next(session) is ({ } id, { } message))
        {
            await Write(response, $"id: {id}\nevent: state\ndata: {JsonSerializer.Serialize(message, json)}\n\n", gone);
        }
    }

    private async Task SendTrial(HttpResponse response, CancellationToken gone)
    {
        if (session.Trial is not { } trial || DateTimeOffset.UtcNow - _lastTrial < TrialPause)
        {
            return;
        }

        var now = (trial, trial.Done, !trial.Task.IsCompleted);
        if (now == _trial)
        {
            return;
        }

        (_trial, _lastTrial) = (now, DateTimeOffset.UtcNow);
        await Write(response, $"event: trial\ndata: {JsonSerializer.Serialize(TrialView.Of(trial), json)}\n\n", gone);
    }

    private async Task Write(HttpResponse response, string text, CancellationToken gone)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone);
        limit.CancelAfter(LongestWrite);
        await response.WriteAsync(text, limit.Token);
        await response.Body.FlushAsync(limit.Token);
        _lastSent = DateTimeOffset.UtcNow;
    }
}
