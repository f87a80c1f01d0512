package dev.baton.world.page;

import java.util.List;
import java.util.Map;

/** Writes plain HTML: everything from outside is escaped. */
final class Html {

    private static final String STYLE = """
        :root { color-scheme: light dark; --ink: #1d2327; --soft: #5b6770; --line: #dfe4e8; --ground: #fbfcfd;
          --card: #fff; --accent: #1f6f5c; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaed; --soft: #9aa7b0; --line: #2c353b;
          --ground: #14191c; --card: #1b2226; --accent: #6cc9b0; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink);
          font: 15px/1.5 system-ui, sans-serif; }
        header { padding: 1.2rem 1.5rem .6rem; border-bottom: 1px solid var(--line); }
        h1 { margin: 0; font-size: 1.25rem; font-weight: 600; }
        h2 { font-size: 1rem; margin: 1.6rem 0 .5rem; font-weight: 600; }
        nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin-top: .5rem; }
        a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
        main { padding: .5rem 1.5rem 3rem; max-width: 76rem; }
        table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line);
          border-radius: 6px; overflow: hidden; }
        th, td { text-align: left; padding: .35rem .7rem; border-top: 1px solid var(--line); vertical-align: top; }
        th { color: var(--soft); font-weight: 500; font-size: .85rem; border-top: 0; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
        .soft { color: var(--soft); }
        .scroll { overflow-x: auto; }
        ul.facts { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: .8rem 0; padding: 0; }
        ul.facts li { overflow-wrap: anywhere; }
        iframe { width: 100%; height: 46rem; border: 1px solid var(--line); border-radius: 6px; background: #fff;
          color-scheme: light; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line);
          border-radius: 6px; padding: .7rem .9rem; margin: 0; }
        dl.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .5rem; margin: 0; }
        dl.tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end;
          background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .45rem .7rem; }
        dl.tiles dt { color: var(--soft); font-size: .85rem; }
        dl.tiles dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
        @media (max-width: 40rem) { header { padding: .9rem .9rem .6rem; } main { padding: .3rem .9rem 2rem; }
          td:first-child, td.n { white-space: nowrap; } }
        """;

    private final StringBuilder body = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String link(String href, String text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    Html heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    Html paragraph(String text) {
        body.append("<p class=\"soft\">").append(escape(text)).append("</p>\n");
        return this;
    }

    /** Figures side by side, each below its number. */
    Html tiles(Map<String, String> figures) {
        body.append("<dl class=\"tiles\">");
        figures.forEach((name, figure) -> body.append("<div><dt>")
                .append(escape(name))
                .append("</dt><dd>")
                .append(escape(figure))
                .append("</dd></div>"));
        body.append("</dl>\n");
        return this;
    }

    /** A table; cells are HTML already, a column whose head begins with {@code #} holds numbers. */
    Html table(List<String> heads, List<List<String>> rows) {
        body.append("<div class=\"scroll\"><table><thead><tr>");
        for (String head : heads) {
            boolean number = head.startsWith("#");
            body.append(number ? "<th class=\"n\">" : "<th>")
                    .append(escape(number ? head.substring(1) : head))
                    .append("</th>");
        }
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                body.append(heads.get(i).startsWith("#") ? "<td class=\"n\">" : "<td>")
                        .append(row.get(i))
                        .append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /** Short facts beside each other; each is HTML already. */
    Html list(List<String> facts) {
        body.append("<ul class=\"facts\">");
        facts.forEach(fact -> body.append("<li>").append(fact).append("</li>"));
        body.append("</ul>\n");
        return this;
    }

    /** Another page in a frame that runs none of its scripts. */
    Html frame(String source, String title) {
        body.append("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"")
                .append(escape(source))
                .append("\" title=\"")
                .append(escape(title))
                .append("\"></iframe>\n");
        return this;
    }

    /** A button that does something, and what it does. */
    Html button(String action, String label, String what) {
        body.append("<form method=\"post\" action=\"")
                .append(escape(action))
                .append("\"><p><button>")
                .append(escape(label))
                .append("</button> ")
                .append(escape(what))
                .append("</p></form>\n");
        return this;
    }

    /** A heading that an address can lead to. */
    Html heading(String id, String text) {
        body.append("<h2 id=\"")
                .append(escape(id))
                .append("\">")
                .append(escape(text))
                .append("</h2>\n");
        return this;
    }

    /** Text with its own line breaks. */
    Html plain(String text) {
        body.append("<pre>").append(escape(text)).append("</pre>\n");
        return this;
    }

    /** The whole page with its navigation; it loads itself again and again. */
    String page(String title, List<String> navigation) {
        return whole(title, navigation, "<meta http-equiv=\"refresh\" content=\"10\">");
    }

    /** The same for what does not change. */
    String still(String title, List<String> navigation) {
        return whole(title, navigation, "");
    }

    private String whole(String title, List<String> navigation, String refresh) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + refresh + "<title>" + escape(title) + "</title><style>" + STYLE
                + "</style></head><body><header><h1>" + escape(title) + "</h1><nav>" + String.join("", navigation)
                + "</nav></header><main>\n" + body + "</main></body></html>\n";
    }
}
