package dev.baton.world.supplier;

import dev.baton.world.ledger.Fact;
import dev.baton.world.links.LinkPages;
import dev.baton.world.links.Page;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.SupplierSheet;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a supplier does with mails that ask about its stock: whether a file is right, and how many it has. */
final class StockAnswers {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/([fc])/\\S+");
    private static final int GOOD = 200;

    /** The form did not do what it says, or is not there. */
    private static final int NOT_DONE = 409;

    private static final int MOST_PAGES = 50;

    private final SupplierSheet sheet;
    private final SupplierWorld world;
    private final Warehouse warehouse;
    private final LinkPages pages;
    private final Function<String, WordOnFile> wordOn;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    /** @param wordOn what is to be said of the stock file that is named in such words */
    StockAnswers(
            SupplierSheet sheet,
            SupplierWorld world,
            Warehouse warehouse,
            LinkPages pages,
            Function<String, WordOnFile> wordOn) {
        this.sheet = sheet;
        this.world = world;
        this.warehouse = warehouse;
        this.pages = pages;
        this.wordOn = wordOn;
    }

    /** Reads a mail that is about no purchase order; one that asks nothing of stock is left lying. */
    void read(Letter letter) {
        Matcher link = LINK.matcher(letter.text());
        if (!link.find() || !read.add(letter.messageId())) {
            return;
        }
        URI uri = URI.create(link.group());
        if (link.group(1).equals("f")) {
            isTheFileRight(letter, uri);
        } else {
            howMany(uri);
        }
    }

    /** A scanner looks first, then a person presses one of two buttons. */
    private void isTheFileRight(Letter letter, URI link) {
        pages.scan(link, 1);
        Page page = pages.open(link);
        WordOnFile word = wordOn.apply(letter.text());
        if (word == WordOnFile.NOTHING) {
            return;
        }
        boolean right = word == WordOnFile.RIGHT;
        @Nullable Element form = page.form(right ? "right" : "wrong");
        int status = NOT_DONE;
        if (page.status() == GOOD && form != null) {
            Page done = pages.send(page, form, Map.of());
            status = done.status() == GOOD && done.forms().isEmpty() ? GOOD : NOT_DONE;
        }
        world.ledger().write(new Fact.StockFileDecided(sheet.code(), letter.subject(), "supplier", right, status));
    }

    /** Goes through all pages: a number where it is another one, else "still so many". */
    private void howMany(URI link) {
        pages.scan(link, 1);
        Page page = pages.open(link);
        int items = 0;
        int status = page.status() == GOOD && page.form("check") != null ? GOOD : NOT_DONE;
        for (int i = 0; i < MOST_PAGES && page.form("check") != null; i++) {
            Element form = page.form("check");
            Map<String, String> values = filled(form);
            items += form.select("fieldset[data-item]").size();
            page = pages.send(page, form, values);
            status = page.status() == GOOD ? status : NOT_DONE;
        }
        world.ledger().write(new Fact.StockChecked(sheet.code(), items, status));
    }

    private Map<String, String> filled(Element form) {
        Map<String, Integer> figures = new HashMap<>(warehouse.count().figures());
        Map<String, String> values = new LinkedHashMap<>();
        for (Element item : form.select("fieldset[data-item]")) {
            String id = item.attr("data-item");
            String code = item.select("legend .muted").text().strip();
            String had = item.select("input[name=w." + id + "]").attr("value");
            String has = String.valueOf(figures.getOrDefault(code, 0));
            values.put((has.equals(had) ? "u." : "q.") + id, has.equals(had) ? "1" : has);
        }
        return values;
    }
}
