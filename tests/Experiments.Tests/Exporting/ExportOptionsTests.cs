using LeadershipSim.Experiments.Exporting;

namespace LeadershipSim.Experiments.Tests.Exporting;

public sealed class ExportOptionsTests
{
    // The first two stand in ORCID's own documentation of the check character.
    [Theory]
    [InlineData("0000-0002-1825-0097")]
    [InlineData("0000-0002-1694-233X")]
    [InlineData("0000-0001-5109-3700")]
    public void An_orcid_becomes_an_address(string orcid) => Assert.Equal($"https://orcid.org/{orcid}", new Author("A. Researcher", orcid).Orcid);

    [Theory]
    [InlineData("0000-0002-1825-0098")]
    [InlineData("0000-0002-1694-2330")]
    [InlineData("0000-0002-1852-0097")]
    [InlineData("0000000218250097")]
    [InlineData("0000-0002-1825-0097\n")]
    [InlineData("")]
    public void What_is_no_orcid_is_refused(string orcid) =>
        Assert.Contains("is not an ORCID iD; allowed is", Assert.Throws<ArgumentException>(() => new Author("A. Researcher", orcid)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("all rights reserved")]
    [InlineData("https://creativecommons.org/licenses/by/4.0/")]
    [InlineData("MIT\n")]
    public void What_is_no_license_identifier_is_refused(string license) =>
        Assert.Contains("is not an SPDX license identifier", Assert.Throws<ArgumentException>(() => new ExportOptions(license, [new Author("A")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Results_without_an_author_are_refused() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new ExportOptions("CC0-1.0", [])).Message, StringComparison.Ordinal);
}
