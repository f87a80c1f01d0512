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

    /** What a purchase order offers, the usual first. */
    static final List<Offer> OF_ORDER = List.of(
            new Offer("open", "", "button.open"),
            new Offer("accept", "#accept", "button.accept"),
            new Offer("cannot", "#answer", "button.cannot"),
            new Offer("ship", "#ship", "button.ship"),
            new Offer("closed", "#closed", "button.closed"));

    static MailHead of(
            SupplierWords words,
            String title,
            Brand brand,
            MailAddress replies,
            @Nullable String link,
            List<Offer> offers) {
        List<MailButton> buttons = new ArrayList<>();
        if (link != null) {
            offers.forEach(offer -> buttons.add(
                    new MailButton(offer.action(), link + offer.part(), words.say(offer.label()), buttons.isEmpty())));
        }
        return new MailHead(
                words.language(),
                title,
                brand.name(),
                brand.accentColour(),
                brand.inkOnAccent(),
                buttons,
                words.say(link == null ? "nolinks.ask" : "buttons.ask"),
                words.say(link == null ? "nolinks.ask" : "links.ask"),
                words.say("replies", replies),
                brand.footer());
    }
}
