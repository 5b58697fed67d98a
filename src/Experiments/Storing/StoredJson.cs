using System.Text.Json.Serialization;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The records of every results folder, read and written by code that the build generates: reflection would compile hundreds of methods at the
/// first record.
/// </summary>
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(ShardReceipt))]
internal sealed partial class StoredJson : JsonSerializerContext;
