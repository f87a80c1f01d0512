package dev.baton.world.reading;

import dev.baton.world.mail.Letter;
import dev.baton.world.story.OrderScript;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A mail to a customer as it was read.
 *
 * @param kind of the header {@code X-Baton-Message}
 * @param units of the goods it is about, by the store's line id
 * @param answers where each answer to the question it asks is given, by what is said; empty where it asks nothing
 * @param track the tracking page, null where there is no link
 * @param logo the picture the mail shows, null where it shows the name in letters
 */
public record MailToCustomer(
        String kind,
        Map<String, Integer> units,
        Map<String, URI> answers,
        @Nullable URI track,
        @Nullable URI logo,
        List<Flaw> flaws) {

    private static final String ASKED = "order.asked";

    private static final Set<String> KINDS = Set.of(
            "order.confirmed",
            "order.part_cancelled",
            "order.part_shipped",
            "order.shipped",
            "order.delivered",
            "order.cancelled",
            "order.refunded",
            ASKED);

    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es");

    /**
     * Reads it and says what is wrong with it.
     *
     * @param titles what each line may be called: its own title, of a bundle those of its parts
     */
    public static MailToCustomer read(
            Letter letter, OrderScript script, Function<OrderScript.Line, Set<String>> titles) {
        List<Flaw> flaws = new ArrayList<>(Brands.mail(letter, script.store()));
        Document html = Jsoup.parse(letter.html());
        String kind = letter.header("X-Baton-Message");
        if (!KINDS.contains(kind)) {
            flaws.add(new Flaw(Flaw.CONTENT, "a mail of the kind '" + kind + "'"));
        }
        if (!letter.header("Auto-Submitted").equals("auto-generated")) {
            flaws.add(new Flaw(Flaw.CONTENT, "the mail does not say that a program sent it"));
        }
        String language = html.select("html").attr("lang");
        String wanted =
                LANGUAGES.contains(script.buyer().locale()) ? script.buyer().locale() : "en";
        if (!language.equals(wanted)) {
            flaws.add(new Flaw("wrong language", kind + " is written in '" + language + "' instead of " + wanted));
        }
        Map<String, Integer> units = new LinkedHashMap<>();
        for (Element row : html.select("tr[data-item]")) {
            item(row, script, titles, units, flaws);
        }
        for (String part : List.of(letter.subject(), html.text(), letter.text())) {
            if (!part.contains(script.name()) && !kind.isEmpty()) {
                flaws.add(new Flaw(
                        Flaw.CONTENT, kind + " does not name " + script.name() + " in '" + shortened(part) + "'"));
            }
        }
        @Nullable Element track = html.selectFirst("a[data-action=track]");
        @Nullable Element logo = html.selectFirst("img[src]");
        return new MailToCustomer(
                kind,
                units,
                answers(html, flaws, kind),
                track == null ? null : URI.create(track.attr("href")),
                logo == null || logo.attr("src").startsWith("cid:") ? null : URI.create(logo.attr("src")),
                flaws);
    }

    private static Map<String, URI> answers(Document html, List<Flaw> flaws, String kind) {
        Map<String, URI> answers = new LinkedHashMap<>();
        for (Element button : html.select("a[data-action=answer]")) {
            answers.put(button.attr("href").replaceAll("^.*[?&]say=", ""), URI.create(button.attr("href")));
        }
        if (!answers.keySet().equals(kind.equals(ASKED) ? Set.of("both", "cancel") : Set.of())) {
            flaws.add(new Flaw(Flaw.CONTENT, kind + " has buttons for the answers " + answers.keySet()));
        }
        return answers;
    }

    /** Flaws of a page: words of a brand that is not the store's. */
    public static List<Flaw> strangers(String where, String text, String store) {
        return Brands.words(where, text, store);
    }

    /** Whether it tells of parcels. */
    public boolean isOfParcels() {
        return kind.equals("order.shipped") || kind.equals("order.part_shipped") || kind.equals("order.delivered");
    }

    private static void item(
            Element row,
            OrderScript script,
            Function<OrderScript.Line, Set<String>> titles,
            Map<String, Integer> units,
            List<Flaw> flaws) {
        String id = row.attr("data-item");
        String quantity = row.select("td[data-quantity]").text().replaceAll("\\D", "");
        OrderScript.Line line = script.lines().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (line == null) {
            flaws.add(new Flaw(Flaw.CONTENT, "the mail tells of an item " + id + " that was not ordered"));
        } else if (titles.apply(line).stream()
                .noneMatch(title -> Words.has(row.select("td[data-title]").text(), title))) {
            flaws.add(new Flaw(Flaw.CONTENT, "the mail does not call the item by any of " + titles.apply(line)));
        }
        units.merge(id, quantity.isEmpty() ? 0 : Integer.parseInt(quantity), Integer::sum);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
