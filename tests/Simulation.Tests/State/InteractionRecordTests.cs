using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>Which pairs authority has flowed between, and who has consulted whom.</summary>
public sealed class InteractionRecordTests
{
    private static InteractionRecord Of(int seats, bool isOn = true)
    {
        var record = new InteractionRecord();
        record.Reset(isOn, seats);
        return record;
    }

    private static (int Flows, int Consultations) Ties(InteractionRecord record)
    {
        var (flows, consultations) = record.Measure()!.Value;
        return (flows.Ties, consultations.Ties);
    }

    [Fact]
    public void Pairs_count_once_in_whatever_direction_and_however_often()
    {
        var record = Of(4);
        record.Flow(0, 1, 0.1);
        record.Flow(1, 0, 0.1);
        record.Flow(1, 2, 0.1);
        record.Consult(0, 3);
        record.Consult(0, 3);
        Assert.Equal((2, 1), Ties(record));
    }

    /// <summary>0 asks 1 and 2, 1 asks 0: of three links two are answered.</summary>
    [Fact]
    public void Reciprocity_is_the_share_of_links_that_are_answered()
    {
        var record = Of(4);
        Assert.Null(record.ConsultationReciprocity());
        record.Consult(0, 1);
        record.Consult(0, 2);
        Assert.Equal(0, record.ConsultationReciprocity());
        record.Consult(1, 0);
        Assert.Equal(2 / 3.0, record.ConsultationReciprocity());
    }

    // A release goes from a seat to itself, and what rounding leaves is nothing.
    [Fact]
    public void Transfers_between_two_agents_are_flows_and_what_goes_vacant_is_none()
    {
        var (record, transfers) = (Of(4), new TransferBuffer());
        transfers.Reset(4, [0.25, 0.25, 0.25, 0.25]);
        transfers.Give(0, 1, 0.1);
        transfers.Give(1, 2, 1e-12);
        transfers.Release(2, 0.1);
        transfers.Inherit(3, 0, 0.1);
        record.Flow(transfers.Proposed);
        Assert.Equal((2, 0), Ties(record));
    }

    // 0 and 1 lose, 2 gains, 3 stays but for rounding: flows 0–2 and 1–2.
    [Fact]
    public void A_new_allocation_flows_from_all_who_lose_to_all_who_gain()
    {
        var record = Of(4);
        record.Flow([0.5, 0.3, 0.1, 0.1], [0.4, 0.2, 0.3, 0.1 + 1e-13]);
        Assert.Equal((2, 0), Ties(record));
        record.Flow([0.4, 0.2, 0.3, 0.1], [0.4 - 1e-13, 0.2, 0.3, 0.1 + 1e-12]);
        Assert.Equal((2, 0), Ties(record));
        record.Flow([0.4, 0.2, 0.3, 0.1], [0.4, 0.2, 0.2, 0.2]);
        Assert.Equal((3, 0), Ties(record));
    }

    [Fact]
    public void Nothing_is_recorded_unless_asked_for_and_nothing_of_the_run_before()
    {
        var (record, transfers) = (Of(3, isOn: false), new TransferBuffer());
        transfers.Reset(3, [1, 0, 0]);
        transfers.Give(0, 1, 0.1);
        record.Flow(transfers.Proposed);
        record.Flow(0, 1, 0.1);
        record.Flow([1, 0, 0], [0, 1, 0]);
        record.Consult(0, 1);
        Assert.False(record.IsOn);
        Assert.Null(record.Measure());
        Assert.Null(record.ConsultationReciprocity());
        record.Reset(isOn: true, 3);
        Assert.Equal((0, 0), Ties(record));
        record.Flow(0, 1, 0.1);
        record.Consult(0, 1);
        record.Reset(isOn: true, 3);
        Assert.Equal((0, 0), Ties(record));
    }
}
