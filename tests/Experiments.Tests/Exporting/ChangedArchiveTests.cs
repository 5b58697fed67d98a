using System.Globalization;
using System.IO.Compression;
using LeadershipSim.Experiments.Exporting;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Experiments.Tests.Running;

namespace LeadershipSim.Experiments.Tests.Exporting;

/// <summary>
/// One byte of an exported archive changes, from a fixed seed: it is refused, or what is unpacked is found to be changed, or nothing that is unpacked
/// is another. LEADERSIM_FUZZ_INPUTS sets how many changes are tried.
/// </summary>
public sealed class ChangedArchiveTests : IDisposable
{
    private static readonly int Inputs = int.Parse(Environment.GetEnvironmentVariable("LEADERSIM_FUZZ_INPUTS") ?? "1000", CultureInfo.InvariantCulture);
    private readonly TemporaryFolder _folder = new();
    private readonly string _archive;
    private readonly Dictionary<string, byte[]> _files;

    public ChangedArchiveTests()
    {
        var results = Path.Combine(_folder.Path, "results");
        _archive = Path.Combine(_folder.Path, "original.zip");
        var plan = SmallStudy.Plan();
        var documents = new Dictionary<string, string> { ["experiment.resolved.json"] = plan.ResolvedJson };
        using (var store = RunStore.Open(results, plan, SmallStudy.Manifest(plan) with { ShardSize = SmallStudy.Runs }, documents))
        {
            Sweep.Run(plan, store, new SweepOptions(), CancellationToken.None);
        }

        ResearchObject.Of(results, new ExportOptions("CC-BY-4.0", [new Author("A. Researcher")])).WriteArchive(_archive);
        _files = Unpacked(_archive);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_changed_byte_is_noticed_or_changes_nothing_that_is_read()
    {
        var (bytes, random, unread) = (File.ReadAllBytes(_archive), new Random(1), UnreadIn(File.ReadAllBytes(_archive)));
        for (var k = 0; k < Inputs; k++)
        {
            var (at, bit) = (random.Next(bytes.Length), random.Next(8));
            AssertNoticed(bytes, at, bit, unread);
        }
    }

    // Headers are few of the bytes, and all of the difficulty.
    [Fact]
    public void A_changed_byte_of_the_directory_is_noticed_or_changes_nothing_that_is_read()
    {
        var (bytes, random, unread) = (File.ReadAllBytes(_archive), new Random(2), UnreadIn(File.ReadAllBytes(_archive)));
        var start = BitConverter.ToInt32(bytes, bytes.Length - 6);
        for (var k = 0; k < Inputs; k++)
        {
            AssertNoticed(bytes, random.Next(start, bytes.Length), random.Next(8), unread);
        }
    }

    [Theory]
    [InlineData("behind", 1, "bytes follow its directory")]
    [InlineData("before", 1, "where its directory is")]
    [InlineData("behind", -1, "its end is missing")]
    public void Bytes_that_belong_to_no_file_are_refused(string where, int count, string message)
    {
        var bytes = File.ReadAllBytes(_archive);
        var changed = Path.Combine(_folder.Path, "longer.zip");
        var more = new byte[Math.Max(0, count)];
        File.WriteAllBytes(changed, where == "before" ? [.. more, .. bytes] : [.. bytes[..Math.Min(bytes.Length, bytes.Length + count)], .. more]);
        var error = Assert.Throws<DataException>(() => Unpacked(changed));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was unpacked", error.Message, StringComparison.Ordinal);
    }

    // Programs that cannot go back in their output write sizes behind each file.
    [Fact]
    public void Archives_that_other_programs_make_are_read()
    {
        var streamed = Path.Combine(_folder.Path, "streamed.zip");
        using (var target = new ForwardOnly(File.Create(streamed)))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in _files)
            {
                using var entry = archive.CreateEntry(Path.GetRelativePath("unpacked", name), CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        Assert.Equal(_files.Keys, Unpacked(streamed).Keys);
    }

    private void AssertNoticed(byte[] original, int at, int bit, HashSet<int> unread)
    {
        byte[] bytes = [.. original];
        bytes[at] ^= (byte)(1 << bit);
        var file = Path.Combine(_folder.Path, "changed.zip");
        File.WriteAllBytes(file, bytes);
        try
        {
            var found = Unpacked(file);
            var isSame = found.Count == _files.Count && found.All(f => _files.TryGetValue(f.Key, out var before) && before.AsSpan().SequenceEqual(f.Value));
            Assert.True(isSame, $"byte {at}, bit {bit} changes what is unpacked");
            Assert.True(unread.Contains(at), $"byte {at}, bit {bit} is taken as it is");
        }
        catch (DataException)
        {
            // Noticed.
        }
    }

    private static Dictionary<string, byte[]> Unpacked(string archive)
    {
        var files = new Dictionary<string, MemoryStream>();
        PackedArchive.Unpack(archive, "unpacked", path => files[path] = new MemoryStream());
        return files.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value.ToArray());
    }

    // Version, time and attributes: places by APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12, of archives without extra fields. Compressed bytes can differ
    // and unpack to the same: bits that fill the last byte, a copy of the same text from another place.
    private static HashSet<int> UnreadIn(byte[] bytes)
    {
        var unread = new HashSet<int>();
        var directory = BitConverter.ToInt32(bytes, bytes.Length - 6);
        for (var at = directory; BitConverter.ToUInt32(bytes, at) == 0x02014b50; at += 46 + BitConverter.ToUInt16(bytes, at + 28))
        {
            var local = BitConverter.ToInt32(bytes, at + 42);
            int[] places = [at + 4, at + 5, at + 6, at + 7, at + 12, at + 13, at + 14, at + 15, .. Enumerable.Range(at + 36, 6)];
            var packed = BitConverter.ToUInt16(bytes, at + 10) == 8 ? BitConverter.ToInt32(bytes, at + 20) : 0;
            unread.UnionWith(Enumerable.Range(local + 30 + BitConverter.ToUInt16(bytes, at + 28), packed));
            unread.UnionWith([.. places, local + 4, local + 5, local + 10, local + 11, local + 12, local + 13]);
        }

        return unread;
    }

    private sealed class ForwardOnly(Stream target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            target.Dispose();
            base.Dispose(disposing);
        }
    }
}
