using System.ComponentModel;
using System.Diagnostics;

namespace LeadershipSim.Studio.Serving;

/// <summary>Opens the page in the browser of whoever sits at this machine.</summary>
internal static class BrowserWindow
{
    private static readonly string[] Displays = ["DISPLAY", "WAYLAND_DISPLAY"];

    /// <summary>Whether somebody does: not over ssh, and not without a display.</summary>
    public static bool CanOpen =>
        Environment.GetEnvironmentVariable("SSH_CONNECTION") is null
        && (!OperatingSystem.IsLinux() || Displays.Any(d => Environment.GetEnvironmentVariable(d) is not null));

    /// <summary>Opens an address; where that does not work, the address on standard output is enough.</summary>
    public static void Open(string address)
    {
        try
        {
            using var opened = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine("no browser could be opened; open the address above in one");
        }
    }
}
