package dev.baton.world.links;

import dev.baton.world.mail.Letter;
import dev.baton.world.reading.Subject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The scanner that stands before every mailbox: it opens each link of a mail before a person reads it, with no cookies and
 * no forms. Whatever comes of its looking is found by whoever reads the book of the run. Safe to use from many threads.
 */
public final class MailScanner {

    /** Looks at each link, a HEAD and a GET each: of the first mails of a kind, and of all others. */
    private static final int MANY_LOOKS = 5;

    private static final int FEW_LOOKS = 1;

    /** Mails of a kind that are looked at thoroughly: every look costs the machine something. */
    private static final int THOROUGH = 3;

    private static final int GOOD = 200;

    /** Pages of Baton that a mail may lead to: of an order, a purchase order, a stock file, a stock check. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>/]+/[otfc]/[^\\s\"<>#]+");

    private final LinkPages pages;
    private final ConcurrentHashMap<String, AtomicInteger> scanned = new ConcurrentHashMap<>();

    public MailScanner(LinkPages pages) {
        this.pages = pages;
    }

    /** Opens every link; answers what is wrong with the first that does not open, or null. */
    public @Nullable String scan(Letter letter) {
        int looks =
                scanned.computeIfAbsent(kind(letter), _ -> new AtomicInteger()).incrementAndGet() <= THOROUGH
                        ? MANY_LOOKS
                        : FEW_LOOKS;
        for (URI link : links(letter)) {
            int status = pages.scan(link, looks);
            if (status != GOOD) {
                return link.getPath() + " of '" + kind(letter) + "' answers " + status + " to a scanner";
            }
        }
        return null;
    }

    /** Every link of both parts of a mail, each once, without what only a browser sees of it. */
    static Set<URI> links(Letter letter) {
        Set<URI> links = new LinkedHashSet<>();
        List<String> texts = List.of(
                String.join("\n", Jsoup.parse(letter.html()).select("a[href]").eachAttr("href")), letter.text());
        for (String text : texts) {
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                links.add(URI.create(link.group().replaceAll("[.,;)]+$", "")));
            }
        }
        return links;
    }

    /** What a mail is about: a kind of message to a customer, a document to a supplier, else its stock. */
    private static String kind(Letter letter) {
        String message = letter.header("X-Baton-Message");
        return message.isEmpty()
                ? Subject.read(letter.header("X-Baton-Document"))
                        .map(Subject::about)
                        .orElse("stock")
                : message;
    }
}
