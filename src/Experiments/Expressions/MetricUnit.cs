namespace LeadershipSim.Experiments.Expressions;

/// <summary>
/// The unit of a value: powers of named units, as in decisions per tick. Shares and plain numbers have no dimension; a number that
/// is written out takes whatever unit it meets.
/// </summary>
internal sealed class MetricUnit
{
    /// <summary>What the unit of conditions is called.</summary>
    public const string Condition = "0 or 1";

    private const string Share = "share";

    private readonly SortedDictionary<string, int> _powers;
    private readonly bool _isShare;

    private MetricUnit(SortedDictionary<string, int> powers, bool isShare) => (_powers, _isShare) = (powers, isShare && powers.Count == 0);

    /// <summary>A number without a dimension.</summary>
    public static MetricUnit One { get; } = new([], false);

    /// <summary>The unit of a catalog's text, such as share, 1, decisions or tick.</summary>
    public static MetricUnit Of(string unit) => unit switch
    {
        "1" or Condition => One,
        Share => new([], true),
        _ => new(new SortedDictionary<string, int>(StringComparer.Ordinal) { [unit] = 1 }, false),
    };

    /// <summary>Whether values can be added and compared.</summary>
    public bool Fits(MetricUnit other) => _powers.SequenceEqual(other._powers);

    /// <summary>The unit of a sum of two values that fit.</summary>
    public MetricUnit Plus(MetricUnit other) => new(_powers, _isShare && other._isShare);

    /// <summary>The unit of a product.</summary>
    public MetricUnit Times(MetricUnit other) => Combined(other, 1);

    /// <summary>The unit of a quotient.</summary>
    public MetricUnit Per(MetricUnit other) => Combined(other, -1);

    /// <summary>The unit of a whole power.</summary>
    public MetricUnit Raised(int power)
    {
        SortedDictionary<string, int> powers = new(StringComparer.Ordinal);
        foreach (var (name, count) in _powers)
        {
            if (count * power != 0)
            {
                powers[name] = count * power;
            }
        }

        return new(powers, _isShare && power == 1);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (_powers.Count == 0)
        {
            return _isShare ? Share : "1";
        }

        var above = string.Join("·", _powers.Where(p => p.Value > 0).Select(Spell));
        var below = string.Concat(_powers.Where(p => p.Value < 0).Select(p => $"/{Spell(new(p.Key, -p.Value))}"));
        return (above.Length == 0 ? "1" : above) + below;
    }

    private static string Spell(KeyValuePair<string, int> power) => power.Value == 1 ? power.Key : $"{power.Key}^{power.Value}";

    private MetricUnit Combined(MetricUnit other, int sign)
    {
        SortedDictionary<string, int> powers = new(_powers, StringComparer.Ordinal);
        foreach (var (name, count) in other._powers)
        {
            var sum = powers.GetValueOrDefault(name) + (sign * count);
            if (sum == 0)
            {
                powers.Remove(name);
            }
            else
            {
                powers[name] = sum;
            }
        }

        return new(powers, false);
    }
}
