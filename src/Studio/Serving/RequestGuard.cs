using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LeadershipSim.Studio.Serving;

/// <summary>
/// Lets in the page's own requests and no others. A page of another site that makes a browser call this address is known by its Host
/// (DNS rebinding) or its Origin; on addresses that others can reach, a token is asked for as well.
/// </summary>
internal sealed class RequestGuard(StudioOptions options)
{
    private const string Cookie = "leadersim-studio";
    private const string Parameter = "token";

    /// <summary>What the address has to hold; null: anybody on this machine may call.</summary>
    public string? Token { get; } = options.IsLocal ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Refuses a request, or passes it on.</summary>
    public async Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        SetHeaders(context.Response.Headers, isDirect: options.Hosts.Count == 0 && IsThisMachine(request.Host.Host));
        if (!IsOwnHost(request.Host.Host))
        {
            var host = request.Host.Host;
            var message = $"This page is not served under the name {host}. If a proxy uses that name, start the studio with --allow-host {host}.";
            await Refuse(context, StatusCodes.Status421MisdirectedRequest, message);
        }
        else if (!IsOwnOrigin(request))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "This request comes from another site.");
        }
        else if (!HasToken(context))
        {
            await Refuse(context, StatusCodes.Status401Unauthorized, "The address of this page holds a token: open the address that the program wrote.");
        }
        else
        {
            await next(context);
        }
    }

    private bool IsOwnHost(string host) =>
        IsThisMachine(host) || (!options.IsLocal && IPAddress.TryParse(host.Trim('[', ']'), out _))
        || options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Whatever changes something says where it comes from; what only reads must not come from elsewhere.
    private bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            var isFromElsewhere = request.Headers["Sec-Fetch-Site"].ToString() is "cross-site"
                && request.Headers["Sec-Fetch-Mode"].ToString() is not "navigate";
            return HttpMethods.IsGet(request.Method) && !isFromElsewhere;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && (uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || options.Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase));
    }

    private bool HasToken(HttpContext context)
    {
        if (Token is null)
        {
            return true;
        }

        if (IsToken(context.Request.Cookies[Cookie]))
        {
            return true;
        }

        if (!IsToken(context.Request.Query[Parameter]))
        {
            return false;
        }

        context.Response.Cookies.Append(Cookie, Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return true;
    }

    private bool IsToken(string? text) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text ?? ""), Encoding.UTF8.GetBytes(Token!));

    private static void SetHeaders(IHeaderDictionary headers, bool isDirect)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (isDirect)
        {
            // Behind a proxy, under another name and without encryption, browsers ignore it, and say so as an error.
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }

        headers.CacheControl = "no-store";
    }

    private static Task Refuse(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message);
    }
}
