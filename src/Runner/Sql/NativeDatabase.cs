using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Sql;

/// <summary>Calls of DuckDB's library itself.</summary>
internal static class NativeDatabase
{
    /// <summary>Opens a connection.</summary>
    /// <exception cref="CommandException">The program carries no library for this platform.</exception>
    public static void Open(DuckDBConnection connection)
    {
        try
        {
            connection.Open();
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            throw new CommandException(
                ExitCode.Invalid,
                $"error: queries need DuckDB, which this program does not carry for {RuntimeInformation.RuntimeIdentifier}; read runs.parquet or runs.csv with another program, or run the query on Linux (glibc), macOS or Windows");
        }
    }

    /// <summary>Why a text is not one statement that can be run; null when it is. It is not run.</summary>
    public static string? ProblemOf(DuckDBConnection connection, string sql)
    {
        var state = NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, sql, out var statement);
        using (statement)
        {
            return state == DuckDBState.Success ? null : NativeMethods.PreparedStatements.DuckDBPrepareError(statement);
        }
    }
}
