using System.Text.RegularExpressions;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>What only the people behind results can say of them.</summary>
public sealed partial record ExportOptions
{
    /// <summary>What may be said of results that are given away.</summary>
    /// <param name="license">SPDX identifier of the license that the results are given under, such as CC-BY-4.0.</param>
    /// <param name="authors">Who is to be cited, at least one.</param>
    /// <exception cref="ArgumentException">The license is no such identifier, or there is no author.</exception>
    public ExportOptions(string license, IReadOnlyList<Author> authors)
    {
        ArgumentNullException.ThrowIfNull(license);
        ArgumentNullException.ThrowIfNull(authors);
        if (!Identifier().IsMatch(license))
        {
            throw new ArgumentException($"{license} is not an SPDX license identifier; allowed is one like CC-BY-4.0 or CC0-1.0, as https://spdx.org/licenses lists them", nameof(license));
        }

        if (authors.Count == 0)
        {
            throw new ArgumentException("there is no author; results that are to be cited need at least one", nameof(authors));
        }

        (License, Authors) = (license, authors);
    }

    /// <summary>SPDX identifier of the license of the results.</summary>
    public string License { get; }

    /// <summary>Who is to be cited.</summary>
    public IReadOnlyList<Author> Authors { get; }

    /// <summary>Who gave the commands; null: is not said.</summary>
    public Author? Operator { get; init; }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.+-]*\z")]
    private static partial Regex Identifier();
}
