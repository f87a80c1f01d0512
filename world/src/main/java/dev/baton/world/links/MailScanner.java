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
 * The scanner that stands before the mailboxes: it opens each link of mails of every kind before a person reads them, with no cookies and
 * no forms. Whatever comes of its looking is found by whoever reads the book of the run. Safe to use from many threads.
 */
public final class MailScanner {

    /** Looks at each link of the first mail of a kind, a HEAD and a GET each: as many as scanners there may be. */
    private static final int MANY_LOOKS = 20;

    /** As many at those of the next few; of the others one in so many is looked at. */
    private static final int LOOKS = 5;

    private static final int THOROUGH = 4;
    private static final int ONE_IN = 8;

    private static final int GOOD = 200;

    /** Pages of Baton that a mail may lead to: of an order, a purchase order, a stock file, a stock check. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>/]+/[otfc]/[^\\s\"<>#]+");

    private final LinkPages pages;
    private final ConcurrentHashMap<String, AtomicInteger> scanned = new ConcurrentHashMap<>();

    public MailScanner(LinkPages pages) {
        this.pages = pages;
    }

    /**
     * Opens every link, if this is one of the mails that are looked at: every look costs the machine something.
     *
     * @return what is wrong with the first link that does not open, or null
     */
    public @Nullable String scan(Letter letter) {
        int number =
                scanned.computeIfAbsent(kind(letter), _ -> new AtomicInteger()).incrementAndGet();
        int looks = looks(number);
        for (URI link : looks == 0 ? Set.<URI>of() : links(letter)) {
            int status = pages.scan(link, looks);
            if (status != GOOD) {
                return link.getPath() + " of '" + kind(letter) + "' answers " + status + " to a scanner";
            }
        }
        return null;
    }

    private static int looks(int number) {
        if (number == 1) {
            return MANY_LOOKS;
        }
        return number <= THOROUGH ? LOOKS : number % ONE_IN == 0 ? 1 : 0;
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
