using System.Text.RegularExpressions;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>Somebody who is to be cited for results.</summary>
public sealed partial record Author
{
    /// <summary>An author.</summary>
    /// <param name="name">The name, as it is to be cited.</param>
    /// <param name="orcid">The ORCID iD, as 0000-0000-0000-0000; null if absent.</param>
    /// <exception cref="ArgumentException">The name is empty, or the iD is not valid.</exception>
    public Author(string name, string? orcid = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (orcid is not null && !IsOrcid(orcid))
        {
            throw new ArgumentException($"{orcid} is not an ORCID iD; allowed is one like 0000-0002-1825-0097, whose last character checks the others", nameof(orcid));
        }

        (Name, Orcid) = (name, orcid is null ? null : $"https://orcid.org/{orcid}");
    }

    /// <summary>The name, as it is to be cited.</summary>
    public string Name { get; }

    /// <summary>The ORCID iD as an address; null if absent.</summary>
    public string? Orcid { get; }

    // ISO 7064, MOD 11-2.
    private static bool IsOrcid(string text)
    {
        const int Doubling = 2, Modulus = 11;
        if (!Shape().IsMatch(text))
        {
            return false;
        }

        var digits = text.Replace("-", "", StringComparison.Ordinal);
        var total = digits[..^1].Aggregate(0, (sum, digit) => (sum + digit - '0') * Doubling);
        var check = (Modulus + 1 - (total % Modulus)) % Modulus;
        return digits[^1] == (check == Modulus - 1 ? 'X' : (char)('0' + check));
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]\z")]
    private static partial Regex Shape();
}
