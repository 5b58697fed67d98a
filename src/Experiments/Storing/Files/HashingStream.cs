using System.Security.Cryptography;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>Takes the hash of what is written to it, and keeps nothing.</summary>
internal sealed class HashingStream : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("what was hashed cannot be hashed again");
    }

    /// <summary>The hash of what was written so far, as hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        _position += buffer.Length;
    }

    public override void Flush()
    {
        // Nothing waits.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("nothing is kept to be read");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("nothing is kept to seek in");

    public override void SetLength(long value) => throw new NotSupportedException("nothing is kept to have a length");

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
