using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeadershipSim.Experiments.Tests;

/// <summary>
/// Changed files, from fixed seeds: a reader takes each or says what is wrong, within two seconds. LEADERSIM_FUZZ_INPUTS sets how many inputs all
/// readers meet together: 1000 in the suite, 100000 for a release.
/// </summary>
internal static class Fuzz
{
    private const int Readers = 15;
    private const int Tries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly int Inputs = int.Parse(Environment.GetEnvironmentVariable("LEADERSIM_FUZZ_INPUTS") ?? "1000", CultureInfo.InvariantCulture);

    /// <summary>Lets a reader meet changed files.</summary>
    /// <typeparam name="TRefusal">What it throws to refuse one, with a message.</typeparam>
    /// <param name="file">The file that is written and read.</param>
    /// <param name="original">What is changed.</param>
    /// <param name="seed">The seed of the changes.</param>
    /// <param name="read">The reader.</param>
    /// <param name="every">One in how many inputs is tried, where reading takes long.</param>
    public static void Try<TRefusal>(string file, byte[] original, int seed, Action<string> read, int every = 1)
        where TRefusal : Exception
    {
        var random = new Random(seed);
        for (var k = 0; k < Math.Max(1, Inputs / Readers / every); k++)
        {
            var bytes = Changed(original, random);
            File.WriteAllBytes(file, bytes);
            var took = TimeOf(() => Read<TRefusal>(file, read, () => $"seed {seed}, input {k}, {Convert.ToBase64String(bytes)}"));
            Assert.True(took < Patience, $"seed {seed}, input {k} took {took}: {Convert.ToBase64String(bytes)}");
        }
    }

    private static void Read<TRefusal>(string file, Action<string> read, Func<string> input)
        where TRefusal : Exception
    {
        try
        {
            read(file);
        }
        catch (TRefusal refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
        catch (Exception error)
        {
            Assert.Fail($"{input()}: {error}");
        }
    }

    // Once may be slow because the machine is busy with something else; what hangs is slow every time.
    private static TimeSpan TimeOf(Action read)
    {
        var least = TimeSpan.MaxValue;
        for (var k = 0; k < Tries && least >= Patience; k++)
        {
            var watch = Stopwatch.StartNew();
            read();
            least = watch.Elapsed < least ? watch.Elapsed : least;
        }

        return least;
    }

    private static byte[] Changed(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(20, bytes.Count - at) + 1);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes("[]{}<>\"';,:\0\t\n*#&-0".Substring(random.Next(19), 1)));
                    break;
            }
        }

        return [.. bytes];
    }
}
