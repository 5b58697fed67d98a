using System.Text;
using CsCheck;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;

namespace LeadershipSim.Experiments.Tests.Reading;

public sealed class DamagedFileTests
{
    private static readonly string[] Insertions =
    [
        " ", "\n", "\n  ", ":", ": ", "-", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", "&a ", "*a", "!", "!!str ", "|", ">", "%", "@", "`", "?", "\t",
        "\r", "~", "null", "0", "-1", "1e999", ".nan", "kind", "levels", "policy", "é", "\uD83D\uDE00", "---\n", "...\n", "<<: ",
        "99999999999999999999", "a.b", "..", ".",
    ];

    // Changes at random: a piece cut out, doubled or moved, or something put in.
    private static readonly Gen<(int At, int Length, int To, int Change, string Text)> Damage =
        Gen.Select(Gen.Int[0, 900], Gen.Int[1, 30], Gen.Int[0, 900], Gen.Int[0, 3], Gen.Int[0, Insertions.Length - 1],
            (at, length, to, change, insertion) => (at, length, to, change, Insertions[insertion]));

    [Theory]
    [InlineData(ExperimentText.Valid)]
    [InlineData(ExperimentText.Sampled)]
    [Trait("Speed", "Slow")]
    public void However_a_file_is_damaged_reading_ends_in_an_experiment_or_in_problems_with_places(string text)
    {
        using var folder = new TemporaryFolder();
        Damage.Array[1, 4].Sample(
            changes =>
            {
                var damaged = changes.Aggregate(text, Apply);

                // A cut may leave half of a character, which a file cannot hold: something else stands for it.
                var file = folder.Write($"{Guid.NewGuid()}.yaml", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(damaged)));
                var result = ExperimentReader.Read(file);
                File.Delete(file);
                Assert.True(result.Spec is null != (result.Problems.Count == 0), damaged);
                Assert.Equal(result.Spec is null, result.Spec is null || new ExperimentPlan(result.Spec).Points.Count == 0);
                Assert.All(result.Problems, p => Assert.True(p.Line >= 1 && p.Column >= 1 && p.Message.Length > 0, $"{p}\n{damaged}"));
            },
            iter: 700);
    }

    private static string Apply(string text, (int At, int Length, int To, int Change, string Text) damage)
    {
        var at = Math.Min(damage.At, text.Length);
        var piece = text.Substring(at, Math.Min(damage.Length, text.Length - at));
        var cut = text.Remove(at, piece.Length);
        return damage.Change switch
        {
            0 => cut,
            1 => text.Insert(at, piece),
            2 => cut.Insert(Math.Min(damage.To, cut.Length), piece),
            _ => text.Insert(at, damage.Text),
        };
    }
}
