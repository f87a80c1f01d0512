package dev.baton.world.reading;

import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.SupplierSheet;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a purchase order that came by mail: the table counts, and everything else has to say the same. */
public final class MailedOrderReader {

    private final SupplierSheet supplier;
    private final OrderScript script;
    private final List<Flaw> flaws = new ArrayList<>();

    private MailedOrderReader(SupplierSheet supplier, OrderScript script) {
        this.supplier = supplier;
        this.script = script;
    }

    /**
     * Reads it.
     *
     * @param scan whether the slip's bar code is scanned, which takes far longer than the rest
     * @throws IllegalArgumentException when there is no order in it that could be read
     */
    public static MailedOrder read(Letter letter, SupplierSheet supplier, OrderScript script, boolean scan) {
        return new MailedOrderReader(supplier, script).read(letter, scan);
    }

    private MailedOrder read(Letter letter, boolean scan) {
        Letter.Attachment table = letter.attachment(".csv");
        if (table == null) {
            throw new IllegalArgumentException("no CSV in the mail");
        }
        PurchaseOrder order = order(Table.rows(table.content()));
        Document html = Jsoup.parse(letter.html());
        headers(letter, order);
        html(html, order);
        text(letter.text(), order);
        Letter.Attachment printed = letter.attachment(order.number() + ".pdf");
        if (printed == null) {
            flaw("no " + order.number() + ".pdf in the mail");
        } else {
            all("the PDF", Sheet.read(printed.content(), false).text(), order);
        }
        Letter.Attachment slip = letter.attachment("-slip.pdf");
        if (slip == null) {
            flaw("no packing slip in the mail");
        } else {
            flaws.addAll(new SlipReader(supplier, script, order).read(slip, scan));
        }
        return new MailedOrder(order, links(html), List.copyOf(flaws));
    }

    private void headers(Letter letter, PurchaseOrder order) {
        String key = order.number() + ".v" + order.version();
        if (!letter.header("X-Baton-Document").startsWith(key)) {
            flaw("the table is of " + key + ", the mail of " + letter.header("X-Baton-Document"));
        }
        if (!letter.messageId().contains(key)) {
            flaw("the Message-ID " + letter.messageId() + " does not name " + key);
        }
        if (!letter.header("Auto-Submitted").equals("auto-generated")) {
            flaw("the mail does not say that a program sent it");
        }
    }

    /** The row's text by column where the columns are the agreed ones. */
    private static PurchaseOrder order(List<Map<String, String>> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the CSV has no line");
        }
        Map<String, String> head = rows.getFirst();
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        for (Map<String, String> row : rows) {
            lines.add(new PurchaseOrder.Line(
                    number(row, "line"),
                    value(row, "sku"),
                    value(row, "merchant_sku"),
                    number(row, "quantity"),
                    value(row, "unit_cost")));
        }
        String region = value(head, "ship_to_region");
        boolean coded = region.matches("[A-Z0-9]{1,3}");
        return new PurchaseOrder(
                value(head, "number"),
                number(head, "version"),
                "",
                "",
                "MAIN",
                new PurchaseOrder.ShipTo(
                        value(head, "ship_to_name"),
                        orNull(head, "ship_to_company"),
                        value(head, "ship_to_line1"),
                        orNull(head, "ship_to_line2"),
                        value(head, "ship_to_city"),
                        coded || region.isEmpty() ? null : region,
                        coded ? region : null,
                        orNull(head, "ship_to_postcode"),
                        value(head, "ship_to_country"),
                        orNull(head, "ship_to_phone")),
                value(head, "ship_method"),
                value(head, "currency"),
                lines,
                orNull(head, "packaging"),
                orNull(head, "branding"),
                orNull(head, "special"),
                orNull(head, "gift_message"));
    }

    private static String value(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalArgumentException("the CSV has no column " + column);
        }
        return value;
    }

    private static @Nullable String orNull(Map<String, String> row, String column) {
        String value = value(row, column);
        return value.isEmpty() ? null : value;
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(value(row, column));
    }

    private void html(Document html, PurchaseOrder order) {
        List<Element> rows = html.select("tr[data-line]");
        if (rows.size() != order.lines().size()) {
            flaw("the mail shows " + rows.size() + " lines, the table "
                    + order.lines().size());
        }
        for (PurchaseOrder.Line line : order.lines()) {
            @Nullable Element row = html.selectFirst("tr[data-line=" + line.line() + "]");
            if (row == null) {
                flaw("the mail does not show line " + line.line());
                continue;
            }
            same("the SKU of line " + line.line(), line.sku(), text(row, "td[data-sku]"));
            @Nullable Element quantity = row.selectFirst("td[data-quantity]");
            String shown = quantity == null ? "" : quantity.text().replaceAll("\\D", "");
            same("the quantity of line " + line.line(), Integer.toString(line.quantity()), shown);
            same(
                    "the cost of line " + line.line(),
                    money(line.unitCost(), order.currency()),
                    text(row, "td[data-cost]"));
            if (line.quantity() > 1 && !standsOut(quantity)) {
                flaw("the quantity " + line.quantity() + " of line " + line.line() + " does not stand out");
            }
        }
        address("the mail", text(html, "[data-ship-to]"), order.shipTo());
        for (String words : instructions(order)) {
            holds("the mail", text(html, "[data-instructions]"), words);
        }
        holds("the mail", text(html, "[data-gift]"), order.giftMessage());
        if (!html.select("script").isEmpty()) {
            flaw("the mail has a script");
        }
    }

    /** An amount as the supplier's language writes it. */
    private String money(String decimal, String currency) {
        return written(decimal) + " " + currency;
    }

    private String written(String decimal) {
        boolean english = "en".equals(supplier.language());
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        String part = point < 0 ? "" : (english ? "." : ",") + decimal.substring(point + 1);
        String apart = english ? "," : "fr".equals(supplier.language()) ? " " : ".";
        return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", apart) + part;
    }

    private static boolean standsOut(@Nullable Element quantity) {
        return quantity != null
                && (quantity.hasAttr("class")
                        || quantity.hasAttr("style")
                        || !quantity.select("strong, b, em, [class], [style]").isEmpty());
    }

    private static String text(Element in, String selector) {
        return String.join(" ", in.select(selector).eachText());
    }

    private static List<String> instructions(PurchaseOrder order) {
        List<String> all = new ArrayList<>();
        for (@Nullable String words : new @Nullable String[] {order.packaging(), order.branding(), order.special()}) {
            if (words != null) {
                all.add(words);
            }
        }
        return all;
    }

    private void text(String text, PurchaseOrder order) {
        all("the plain text", text, order);
        if (!text.contains("/t/")) {
            flaw("the plain text has no link");
        }
    }

    /** A document that has to show everything in some order. */
    private void all(String where, String text, PurchaseOrder order) {
        holds(where, text, order.number());
        for (PurchaseOrder.Line line : order.lines()) {
            holds(where, text, line.sku());
            holds(where, text, written(line.unitCost()));
            if (!text.matches("(?s).*\\b" + line.quantity() + "\\b.*")) {
                flaw(where + " shows no quantity " + line.quantity());
            }
        }
        address(where, text, order.shipTo());
        instructions(order).forEach(words -> holds(where, text, words));
        holds(where, text, order.giftMessage());
    }

    private void address(String where, String text, PurchaseOrder.ShipTo to) {
        holds(where, text, to.name());
        holds(where, text, to.company());
        holds(where, text, to.line1());
        holds(where, text, to.line2());
        holds(where, text, to.city());
        holds(where, text, to.postcode());
    }

    private void holds(String where, String text, @Nullable String words) {
        if (!Words.has(text, words)) {
            flaw(where + " does not show '" + words + "'");
        }
    }

    private void same(String what, String wanted, String found) {
        if (!Words.plain(found).contains(Words.plain(wanted)) || found.isEmpty()) {
            flaw(what + " is '" + found + "' in the mail and '" + wanted + "' in the table");
        }
    }

    private Map<String, URI> links(Document html) {
        Map<String, URI> links = new LinkedHashMap<>();
        for (Element link : html.select("a[data-action]")) {
            links.put(link.attr("data-action"), URI.create(link.attr("href")));
        }
        if (links.isEmpty()) {
            flaw("the mail has no button");
        }
        return links;
    }

    private void flaw(String words) {
        flaws.add(new Flaw(Flaw.CONTENT, words));
    }
}
