namespace LeadershipSim.Studio.Worlds;

/// <summary>What one seat went through, tick by tick.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Authority">Authority.</param>
/// <param name="Power">Power.</param>
/// <param name="Strain">Strain.</param>
/// <param name="Experience">Experience.</param>
/// <param name="Generation">Which agent; −1 minus the number of those who left while it is empty.</param>
internal sealed record SeatHistory(int Seat, float[] Authority, float[] Power, float[] Strain, float[] Experience, float[] Generation)
{
    /// <summary>The history of a seat in frames.</summary>
    public static SeatHistory Of(IReadOnlyList<float[]> frames, int seats, int seat)
    {
        float[] Column(int quantity) => [.. frames.Select(f => f[(quantity * seats) + seat])];
        return new(seat, Column(Frame.Authority), Column(Frame.Power), Column(Frame.Strain), Column(Frame.Experience), Column(Frame.Generation));
    }
}
