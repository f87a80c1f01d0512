package dev.baton.trading;

import dev.baton.platform.mail.MailComparison.Said;
import dev.baton.trading.NoticeMail.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of a mail to a supplier shows, text by text from its first to its last, as its template writes it. */
final class ShownTexts {

    private final List<Said> said = new ArrayList<>();

    private ShownTexts() {}

    static List<Said> of(OrderMail mail) {
        ShownTexts shown = new ShownTexts();
        shown.opening(mail.head(), mail.intro());
        shown.add("respondBy", mail.answerBy());
        shown.buttons(mail.head());
        shown.address(mail.shipToLabel(), mail.shipTo());
        shown.method(mail.shipMethodLabel(), mail.shipMethod());
        shown.add("storeOrder", mail.storeOrderLabel() + ":");
        shown.add("storeOrder", mail.storeOrder());
        shown.add("a heading", mail.quantityLabel());
        shown.add("a heading", mail.skuLabel());
        shown.add("a heading", mail.goodsLabel());
        shown.add("a heading", mail.costLabel());
        mail.rows().forEach(shown::row);
        shown.gift(mail.giftLabel(), mail.gift());
        for (MailEntry instruction : mail.instructions()) {
            shown.add("an instruction", instruction.name());
            shown.add("an instruction", instruction.said());
        }
        shown.closing(mail.head(), mail.attached());
        return shown.said;
    }

    static List<Said> of(NoticeMail mail) {
        ShownTexts shown = new ShownTexts();
        shown.opening(mail.head(), mail.intro());
        if (!mail.rows().isEmpty()) {
            shown.add("a heading", mail.quantityLabel());
            shown.add("a heading", mail.skuLabel());
            shown.add("a heading", mail.goodsLabel());
        }
        mail.rows().forEach(shown::row);
        Delivery wanted = mail.wanted();
        if (wanted != null) {
            shown.address(wanted.shipToLabel(), wanted.shipTo());
            shown.method(wanted.shipMethodLabel(), wanted.shipMethod());
            shown.gift(wanted.giftLabel(), wanted.gift());
        }
        shown.add("said", mail.said());
        shown.add("reason", mail.reason());
        shown.add("respondBy", mail.answerBy());
        shown.buttons(mail.head());
        shown.closing(mail.head(), mail.attached());
        return shown.said;
    }

    private void opening(MailHead head, String intro) {
        add("the brand", head.brand());
        add("its title", head.beforeNumber());
        add("its title", head.title().contains(head.number()) ? head.number() : null);
        add("its title", head.afterNumber());
        add("its first words", intro);
    }

    private void buttons(MailHead head) {
        head.buttons().forEach(button -> add("a button", button.label()));
        add("how to answer", head.ask());
    }

    private void address(String label, List<OrderMail.Part> parts) {
        add("shipTo", label);
        parts.forEach(part -> add("shipTo", part.shown()));
    }

    private void method(String label, @Nullable String method) {
        if (method != null) {
            add("shipMethod", label + ":");
            add("shipMethod", method);
        }
    }

    private void gift(String label, @Nullable String gift) {
        if (gift != null) {
            add("giftMessage", label);
            add("giftMessage", gift);
        }
    }

    private void row(OrderMail.Row row) {
        String place = "line " + row.line();
        add(place, row.quantity());
        add(place, row.sku());
        add(place, row.title());
        add(place, row.pieces());
        add(place, row.ourSku());
        for (MailEntry entry : row.entered()) {
            add(place, entry.name());
            add(place, ":");
            add(place, entry.said());
        }
        add(place, row.cost());
    }

    private void row(NoticeMail.Row row) {
        String place = "line " + row.line();
        add(place, row.quantity());
        add(place, row.sku());
        add(place, row.title());
        for (MailEntry entry : row.entered()) {
            add(place, entry.name() + ":");
            add(place, entry.said());
        }
    }

    private void closing(MailHead head, @Nullable String attached) {
        add("the papers it names", attached);
        add("who reads its answers", head.replies());
        add("the legal line", head.footer());
    }

    private void add(String place, @Nullable String words) {
        if (words != null) {
            said.add(new Said(place, words));
        }
    }
}
