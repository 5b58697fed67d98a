using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Simulation.Tests.Measures;

public sealed class SeatSpansTests
{
    /// <summary>With and without a rest of a vector.</summary>
    public static TheoryData<int> Sizes => [1, 3, 4, 5, 8, 11];

    /// <summary>10 + k less k² is least at the last seat: 10 + (n − 1) − (n − 1)², but at seat 0 or 1 of few.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Amounts_are_taken_off_and_the_least_is_told(int size)
    {
        double[] values = [.. Enumerable.Range(0, size).Select(k => 10.0 + k)];
        double[] amounts = [.. Enumerable.Range(0, size).Select(k => (double)k * k), 1000];
        double[] expected = [.. Enumerable.Range(0, size).Select(k => 10.0 + k - (k * k))];
        Assert.Equal(expected.Min(), SeatSpans.Subtract(values, amounts));
        Assert.Equal(expected, values);
    }

    /// <summary>Wherever the least is: in each lane of a vector, and after the last.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_least_is_found_at_every_place(int size)
    {
        for (var place = 0; place < size; place++)
        {
            double[] values = [.. Enumerable.Repeat(double.PositiveInfinity, size)];
            values[place] = 1;
            Assert.Equal(-2, SeatSpans.Subtract(values, [.. Enumerable.Repeat(3.0, size)]));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_value_is_scaled(int size)
    {
        double[] values = [.. Enumerable.Range(1, size).Select(k => (double)k)];
        SeatSpans.Scale(values, 0.25);
        Assert.Equal(Enumerable.Range(1, size).Select(k => k / 4.0), values);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_is_not_zero_is_found_in_either_quantity(int size)
    {
        for (var place = 0; place < size; place++)
        {
            var (one, other) = (new double[size], new double[size]);
            (place % 2 == 0 ? one : other)[place] = 1e-300;
            for (var from = 0; from <= size; from++)
            {
                Assert.Equal(from <= place ? place : size, SeatSpans.NextNonZero(one, other, from));
            }
        }
    }
}
