using System.Globalization;
using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Tables;

/// <summary>A cell as people read it: an estimate with its interval, digits that mean something, a dash where nothing exists.</summary>
public static class CellText
{
    /// <summary>What stands where a value does not exist.</summary>
    public const string Nothing = "–";

    /// <summary>The cell.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="cell">Its value.</param>
    public static string Of(TableColumn column, object? cell)
    {
        ArgumentNullException.ThrowIfNull(column);
        return cell switch
        {
            null => Nothing,
            Interval { Lower: double.NaN } estimate => Number(column, estimate.Estimate),
            Interval interval => $"{Number(column, interval.Estimate)} [{Number(column, interval.Lower)}, {Number(column, interval.Upper)}]",
            double number => Number(column, number),
            bool flag => flag ? "yes" : "no",
            IFormattable formattable => Invariant($"{formattable}"),
            _ => cell.ToString() ?? "",
        };
    }

    /// <summary>The heading: an interval says so.</summary>
    public static string HeadingOf(TableColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.IsInterval ? column.Heading + " [95 %]" : column.Heading;
    }

    // A minus is as wide as a plus, so that signed columns stand under one another.
    private static string Number(TableColumn column, double number)
    {
        if (!double.IsFinite(number))
        {
            return Nothing;
        }

        // Numbers of any size are copied into other programs, so they keep the minus that those read.
        if (column.SignificantDigits > 0)
        {
            return number.ToString(Invariant($"G{column.SignificantDigits}"), CultureInfo.InvariantCulture);
        }

        var digits = column.Decimals == 0 ? "0" : "0." + new string('0', column.Decimals);
        return number.ToString(column.IsSigned ? $"+{digits};−{digits};{digits}" : $"{digits};−{digits};{digits}", CultureInfo.InvariantCulture);
    }
}
