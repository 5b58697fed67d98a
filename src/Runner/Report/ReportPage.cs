using LeadershipSim.Runner.Figures.Drawing;

namespace LeadershipSim.Runner.Report;

/// <summary>The report as one HTML file that needs nothing else: no network, no script, no font of the machine.</summary>
internal static class ReportPage
{
    // Nothing may be loaded from anywhere, and no script runs, whatever the names in an experiment are.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The page.</summary>
    public static string Of(ReportModel report)
    {
        var page = new HtmlText()
            .Raw("<!DOCTYPE html>")
            .Raw("<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">")
            .Element("title", $"{report.Name}: {report.Question}")
            .Raw($"<style>{FigureFont.FontFaceRule()}\n{StyleSheet()}</style></head><body>");
        Opening(page, report);
        page.Section("accounting", "Runs", p => p.Definitions(report.Accounting));
        page.Section("reproduce", "Reproduce", p => p
            .Raw($"<pre tabindex=\"0\" role=\"region\" aria-label=\"Commands\"><code>{HtmlText.Escaped(string.Join('\n', report.Commands))}</code></pre>")
            .Definitions(report.Identity));
        page.Section("figures", "Figures", p => Figures(p, report.Figures));
        page.Section("tables", "Tables", p => Tables(p, report));
        page.Section("cautions", "Cautions", p => Cautions(p, report));
        Closing(page, report);
        return page.Raw("</main></body></html>").ToString();
    }

    private static void Opening(HtmlText page, ReportModel report)
    {
        page.Raw("<header>").Element("p", report.Name, "class=\"name\"").Element("h1", report.Question);
        Expectations(page, report);
        page.Raw("<div class=\"answer\" id=\"answer\">").Element("p", "What the runs say", "class=\"label\"");
        foreach (var sentence in report.Answer)
        {
            page.Element("p", sentence);
        }

        page.Raw("</div>");
        if (report.Cautions.First.Count > 0)
        {
            page.Element("p", "Read it with this in mind", "class=\"label\"");
            CautionList(page, report.Cautions.First);
        }

        page.Raw("</header><main>");
    }

    // What was expected first stays beside what it was changed to.
    private static void Expectations(HtmlText page, ReportModel report)
    {
        if (report.Statements.Count == 0)
        {
            page.Element("p", "Expected, before results existed", "class=\"label\"").Element("blockquote", report.Expectation);
        }

        foreach (var (k, statement) in report.Statements.Index())
        {
            page.Element("p", StatementText.Heading(statement, k == 0), "class=\"label\"");
            if (statement.Question != report.Question || (k > 0 && statement.Question != report.Statements[k - 1].Question))
            {
                page.Element("blockquote", statement.Question);
            }

            page.Element("blockquote", statement.Expectation);
        }
    }

    private static void Cautions(HtmlText page, ReportModel report)
    {
        if (report.Cautions.Count + report.PointCautions.Count == 0)
        {
            page.Element("p", "None of the checks found a reason to doubt these results.");
            return;
        }

        if (report.Cautions.Count > report.Cautions.Rest.Count)
        {
            page.Element("p", "Cautions stand beside the numbers they are about: under the answer, and under tables.");
        }

        CautionList(page, report.Cautions.Rest);
        if (report.PointCautions.Count > 0)
        {
            page.Raw($"<details><summary>{report.PointCautions.Count} about single design points</summary>");
            CautionList(page, report.PointCautions);
            page.Raw("</details>");
        }
    }

    private static void CautionList(HtmlText page, IReadOnlyList<string> cautions)
    {
        if (cautions.Count == 0)
        {
            return;
        }

        page.Raw("<ul class=\"cautions\">");
        foreach (var caution in cautions)
        {
            page.Element("li", caution);
        }

        page.Raw("</ul>");
    }

    private static void Figures(HtmlText page, IReadOnlyList<IFigure> figures)
    {
        var elements = new string[figures.Count];
        Parallel.For(0, elements.Length, k => elements[k] = ReportFigure.Element(figures[k], k + 1, figures.Count));
        foreach (var element in elements)
        {
            page.Raw(element);
        }
    }

    private static void Tables(HtmlText page, ReportModel report)
    {
        page.Raw("<ol class=\"estimands\">");
        foreach (var sentence in Estimands.Sentences)
        {
            page.Element("li", sentence);
        }

        page.Raw("</ol>");
        foreach (var table in report.Tables)
        {
            page.Table(table);
            CautionList(page, [.. report.Cautions.ByTable[table.Name]]);
        }
    }

    private static void Closing(HtmlText page, ReportModel report) => page
        .Section("experiment", "The experiment in full", p => p
            .Raw("<details><summary>Every parameter, defaults included</summary>")
            .Raw($"<pre tabindex=\"0\" role=\"region\" aria-label=\"The experiment in full\"><code>{HtmlText.Escaped(report.ResolvedExperiment)}</code></pre></details>"))
        .Section("environment", "Machine and software", p => p.Definitions(report.Environment))
        .Section("citations", "Please cite", p =>
        {
            p.Raw("<ul>");
            foreach (var work in Glossary.Works)
            {
                p.Element("li", work);
            }

            p.Raw("</ul>");
        })
        .Section("glossary", "Words", p => p.Definitions(Glossary.Terms, "terms"));

    private static string StyleSheet()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The program was built without its style sheet report.css.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
