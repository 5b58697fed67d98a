#:package Markdig

// Writes the guide as a website: dotnet run docs/site.cs [FOLDER], from the root of the repository (default: site). It begins with docs/README.md, whose
// lists are the navigation, and follows links to pages and files of the repository. The site needs no network to read.
using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

const string Start = "docs/README.md";
var root = Path.GetFullPath(".");
var site = Path.GetFullPath(args.Length > 0 ? args[0] : "site");
if (!File.Exists(Start))
{
    Console.Error.WriteLine($"there is no {Start}; run this from the root of the repository");
    return 2;
}

var markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UseAutoLinks().Build();
var navigation = Markdown.Parse(File.ReadAllText(Start), markdown);
var pages = new Queue<string>([Start]);
var known = new HashSet<string>(pages);
var broken = new List<string>();
while (pages.TryDequeue(out var page))
{
    var document = Markdown.Parse(File.ReadAllText(page), markdown);
    foreach (var code in document.Descendants<FencedCodeBlock>().Where(code => !string.IsNullOrEmpty(code.Arguments)))
    {
        code.GetAttributes().AddProperty("data-file", code.Arguments!);
    }

    foreach (var link in document.Descendants<LinkInline>())
    {
        link.Url = Follow(page, link.Url ?? "");
    }

    var title = document.Descendants<HeadingBlock>().FirstOrDefault()?.Inline?.Descendants<LiteralInline>().Aggregate("", (text, part) => text + part) ?? page;
    Write(HtmlOf(page), $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{System.Net.WebUtility.HtmlEncode(title)} · LeadershipSim</title><style>{File.ReadAllText("docs/site.css")}</style></head>
        <body><nav>{Navigation(page)}</nav><main>{document.ToHtml(markdown)}</main></body></html>
        """);
}

Write("index.html", $"""<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={HtmlOf(Start)}"><a href="{HtmlOf(Start)}">LeadershipSim</a>""");
broken.ForEach(Console.Error.WriteLine);
Console.WriteLine($"{known.Count(name => name.EndsWith(".md", StringComparison.Ordinal))} pages in {Path.Combine(site, "index.html")}");
return broken.Count == 0 ? 0 : 1;

// What a link on a page becomes on the site; what it names comes along.
string Follow(string page, string url)
{
    if (url.Length == 0 || url[0] == '#' || url.Contains("://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal))
    {
        return url;
    }

    var parts = url.Split('#', 2);
    var full = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(page)!, Uri.UnescapeDataString(parts[0])));
    full = Directory.Exists(full) && File.Exists(Path.Combine(full, "README.md")) ? Path.Combine(full, "README.md") : full;
    var target = Path.GetRelativePath(root, full).Replace('\\', '/');
    if (Directory.Exists(full))
    {
        // A folder without a page has nothing to show.
        return "#";
    }

    if (target.StartsWith("..", StringComparison.Ordinal) || !File.Exists(full))
    {
        broken.Add($"{page}: there is no {url}");
        return url;
    }

    if (known.Add(target))
    {
        if (IsPage(target))
        {
            pages.Enqueue(target);
        }
        else
        {
            var copy = Path.Combine(site, target);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(full, copy, overwrite: true);
        }
    }

    return Relative(page, IsPage(target) ? HtmlOf(target) : target) + (parts.Length > 1 ? "#" + parts[1] : "");
}

string Navigation(string page)
{
    var html = new StringBuilder($"""<a class="home" href="{Relative(page, HtmlOf(Start))}">LeadershipSim</a>""");
    foreach (var block in navigation)
    {
        if (block is HeadingBlock { Level: 2 } heading)
        {
            var words = string.Concat(heading.Inline!.Descendants<LiteralInline>());
            html.Append($"<h2>{words.Split(':')[0]}</h2>");
        }
        else if (block is ListBlock list)
        {
            foreach (var link in list.Descendants<LinkInline>().Where(link => link.Url!.EndsWith(".md", StringComparison.Ordinal)))
            {
                var target = Path.GetRelativePath(root, Path.GetFullPath(Path.Combine("docs", link.Url!))).Replace('\\', '/');
                var here = target == page ? " class=\"here\"" : "";
                html.Append($"""<a{here} href="{Relative(page, HtmlOf(target))}">{string.Concat(link.Descendants<LiteralInline>())}</a>""");
            }
        }
    }

    return html.ToString();
}

void Write(string name, string text)
{
    var file = Path.Combine(site, name);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text);
}

static bool IsPage(string name) => name.EndsWith(".md", StringComparison.Ordinal);

static string HtmlOf(string page) => Path.ChangeExtension(page, ".html");

static string Relative(string page, string target) => Path.GetRelativePath(Path.Combine("/", Path.GetDirectoryName(page)!), Path.Combine("/", target)).Replace('\\', '/');
