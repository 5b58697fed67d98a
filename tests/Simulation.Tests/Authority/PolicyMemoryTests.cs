using LeadershipSim.Simulation.Authority;

namespace LeadershipSim.Simulation.Tests.Authority;

/// <summary>What a policy remembers is all zero at a founding.</summary>
public sealed class PolicyMemoryTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Everything_is_forgotten_by_the_next_program_whatever_its_size(int seats)
    {
        var memory = new PolicyMemory();
        memory.Reset(3);
        memory.Clock = 7;
        memory.Agents.Fill(1);
        memory.OtherAgents.Fill(2);
        memory.Values.Fill(3);
        memory.OtherValues.Fill(4);
        memory.Reset(seats);
        Assert.Equal(0, memory.Clock);
        Assert.Equal(new long[seats], memory.Agents.ToArray());
        Assert.Equal(new long[seats], memory.OtherAgents.ToArray());
        Assert.Equal(new double[seats], memory.Values.ToArray());
        Assert.Equal(new double[seats], memory.OtherValues.ToArray());
        Assert.Equal(9, memory.Room(9).Length);
    }
}
