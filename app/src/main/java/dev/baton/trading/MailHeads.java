package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.platform.mail.MailAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what every mail to a supplier shows around its content. */
final class MailHeads {

    private MailHeads() {}

    /** A button: the action of the page it opens, the part of the page, and the key of its label. */
    record Offer(String action, String part, String label) {}

    /**
     * What is asked for.
     *
     * @param answers whether anything is; the offers then lead to where it is said
     */
    record Asks(boolean answers, List<Offer> offers) {}

    /** What a purchase order offers, the usual first. */
    static final Asks OF_ORDER = new Asks(
            true,
            List.of(
                    new Offer("open", "", "button.open"),
                    new Offer("accept", "#accept", "button.accept"),
                    new Offer("cannot", "#answer", "button.cannot"),
                    new Offer("ship", "#ship", "button.ship"),
                    new Offer("closed", "#closed", "button.closed")));

    /** What a mail is called: the key of the words, which name the purchase order first, and the brand where they say it. */
    record Title(String key, String number, String brand) {

        private Object[] parts() {
            return new Object[] {number, brand};
        }
    }

    static MailHead of(
            SupplierWords words, Title title, Brand brand, MailAddress replies, @Nullable String link, Asks asks) {
        List<MailButton> buttons = new ArrayList<>();
        if (link != null) {
            asks.offers()
                    .forEach(offer -> buttons.add(new MailButton(
                            offer.action(), link + offer.part(), words.say(offer.label()), buttons.isEmpty())));
        }
        return new MailHead(
                words.language(),
                words.say(title.key(), title.parts()),
                title.number(),
                brand.name(),
                brand.accentColour(),
                brand.inkOnAccent(),
                buttons,
                ask(words, asks, link, buttons.size() == 1 ? "button.ask" : "buttons.ask"),
                ask(words, asks, link, "links.ask"),
                words.say("replies", replies),
                brand.footer());
    }

    private static String ask(SupplierWords words, Asks asks, @Nullable String link, String how) {
        if (!asks.answers()) {
            return words.say("noanswer");
        }
        return words.say(link == null ? "nolinks.ask" : how);
    }
}
