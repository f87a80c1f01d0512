package dev.baton.world.customer;

import dev.baton.world.http.Body;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.links.LinkPages;
import dev.baton.world.links.Page;
import dev.baton.world.mail.Letter;
import dev.baton.world.reading.Flaw;
import dev.baton.world.reading.MailToCustomer;
import dev.baton.world.story.BrandSheet;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Plot;
import dev.baton.world.story.SupplierSheet;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Everybody who ordered something: reads each mail, looks at the logo, and follows the order by the link in it. */
public final class CustomerDesk {

    /** A tracking page is read on a phone, on a train: so many bytes at most. */
    private static final int LARGEST_PAGE = 100_000;

    private static final int GOOD = 200;

    /** The button did not do what it says, or is not there. */
    private static final int NOT_DONE = 409;

    private static final int FOLLOWED = 50;
    private static final int ONE_IN = 4;

    private final ConcurrentHashMap<String, AtomicInteger> followed = new ConcurrentHashMap<>();
    private final Market market;
    private final Ledger ledger;
    private final LinkPages pages;

    public CustomerDesk(Market market, Ledger ledger, LinkPages pages) {
        this.market = market;
        this.ledger = ledger;
        this.pages = pages;
    }

    /** Reads a mail about an order. */
    public void read(Letter letter, OrderScript script) {
        MailToCustomer mail = MailToCustomer.read(letter, script, market::titles);
        mail.flaws().forEach(flaw -> write(script, letter, flaw));
        Body logo = BrandSheet.of(script.store()).logo();
        boolean linked = mail.logo() == null || pages.bytes(mail.logo()).equals(logo);
        boolean carried = letter.attachments().stream()
                .filter(part -> part.mediaType().startsWith("image/"))
                .allMatch(part -> part.content().equals(logo));
        if (!linked || !carried) {
            write(script, letter, new Flaw("wrong brand", "the logo is not that of the brand"));
        }
        ledger.write(new Fact.CustomerMailed(script.id(), mail.kind(), letter.messageId(), mail.units()));
        if (mail.track() != null && isFollowed(mail.kind())) {
            follow(mail, mail.track(), letter, script);
        }
        if (!mail.answers().isEmpty()) {
            isAsked(mail.answers(), letter, script);
        }
    }

    /** Nobody opens the page at each mail: those who got the first of a kind do, and one in so many of the others. */
    private boolean isFollowed(String kind) {
        int number = followed.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet();
        return number <= FOLLOWED || number % ONE_IN == 0;
    }

    /** Opens the button's link and presses the one on the page, as the script has it; who says nothing looks only. */
    private void isAsked(Map<String, URI> answers, Letter letter, OrderScript script) {
        String say = script.plot() == Plot.REPEATED_NOT_MEANT ? "cancel" : "both";
        Page page = pages.open(answers.getOrDefault(say, URI.create("/")));
        @Nullable
        Element form = page.html().select("[data-question] form").stream()
                .filter(one -> one.select("input[name=say]").attr("value").equals(say))
                .findFirst()
                .orElse(null);
        // who never answers may look so late that the clerk has decided meanwhile
        if (script.plot() != Plot.REPEATED_UNANSWERED) {
            if (form == null) {
                write(
                        script,
                        letter,
                        new Flaw("link did something", "the page asks no question before anybody answered"));
            }
            int status = form == null ? NOT_DONE : press(page, form);
            ledger.write(new Fact.CustomerAnswered(script.id(), say, status));
        }
    }

    private int press(Page page, Element form) {
        Page done = pages.send(page, form, Map.of());
        boolean taken = done.html().select("[data-question] form").isEmpty();
        return done.status() != GOOD || taken ? done.status() : NOT_DONE;
    }

    private void follow(MailToCustomer mail, URI track, Letter letter, OrderScript script) {
        Page page = pages.open(track);
        if (page.status() != GOOD) {
            write(script, letter, new Flaw("wrong link", "the tracking page answers " + page.status()));
            return;
        }
        if (page.bytes() >= LARGEST_PAGE) {
            write(script, letter, new Flaw("wrong content", "the tracking page has " + page.bytes() + " bytes"));
        }
        String html = page.html().outerHtml();
        for (SupplierSheet supplier : market.suppliers().values()) {
            if (html.toLowerCase(Locale.ROOT).contains(supplier.name().toLowerCase(Locale.ROOT))) {
                write(script, letter, new Flaw("wrong content", "the tracking page names " + supplier.name()));
            }
        }
        MailToCustomer.strangers("the tracking page", html, script.store())
                .forEach(flaw -> write(script, letter, flaw));
        String words = page.html().text();
        if (!words.contains(script.name())) {
            write(script, letter, new Flaw("wrong content", "the tracking page does not name " + script.name()));
        }
        for (OrderScript.Line line : script.lines()) {
            if (mail.units().containsKey(line.id())) {
                market.titles(line).stream()
                        .filter(title -> !words.contains(title))
                        .forEach(title ->
                                write(script, letter, new Flaw("wrong content", "the tracking page hides " + title)));
            }
        }
        if (mail.isOfParcels()) {
            parcels(page, letter, script);
        }
    }

    private void parcels(Page page, Letter letter, OrderScript script) {
        if (page.html().select("[data-parcel]").isEmpty()) {
            write(script, letter, new Flaw("wrong content", "the tracking page shows no parcel"));
        }
        for (Element parcel : page.html().select("[data-parcel]")) {
            if (parcel.select("[data-state]").text().isBlank()) {
                write(script, letter, new Flaw("wrong content", "a parcel of the tracking page has no state"));
            }
        }
    }

    private void write(OrderScript script, Letter letter, Flaw flaw) {
        ledger.write(new Fact.MailFlaw(script.id(), letter.to(), flaw.what(), flaw.words()));
    }
}
