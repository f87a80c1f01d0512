package dev.baton.world.reading;

import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.SupplierSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the packing slip as the customer will: what is in the parcel, and nothing of who packed it and for how much. */
final class SlipReader {

    private static final Pattern PRICE = Pattern.compile("\\d[.,]\\d\\d(?!\\d)|[€$£¥]\\s?\\d");

    private final SupplierSheet supplier;
    private final OrderScript script;
    private final PurchaseOrder order;

    SlipReader(SupplierSheet supplier, OrderScript script, PurchaseOrder order) {
        this.supplier = supplier;
        this.script = script;
        this.order = order;
    }

    List<Flaw> read(Letter.Attachment slip, boolean scan) {
        List<Flaw> flaws = new ArrayList<>();
        Sheet sheet = Sheet.read(slip.content(), scan);
        String everything = slip.name() + "\n" + sheet.text() + "\n" + sheet.hidden();
        Matcher price = PRICE.matcher(slip.name() + "\n" + sheet.text());
        if (price.find()) {
            flaws.add(new Flaw(Flaw.PRICE, "the slip of " + order.number() + " shows '" + price.group() + "'"));
        }
        hides(flaws, everything, supplier.name(), "the supplier's name");
        hides(flaws, everything, script.buyer().email(), "the customer's mail");
        shows(flaws, sheet, script.shipTo().name());
        shows(flaws, sheet, order.shipTo().line1());
        for (PurchaseOrder.Line line : order.lines()) {
            shows(flaws, sheet, "Article " + line.merchantSku());
            if (!sheet.text().matches("(?s).*\\b" + line.quantity() + "\\b.*")) {
                flaws.add(new Flaw(Flaw.CONTENT, "the slip shows no quantity " + line.quantity()));
            }
        }
        flaws.addAll(Brands.sheet(sheet, script.store()));
        if (scan && sheet.barcode().filter(this::namesTheOrder).isEmpty()) {
            flaws.add(
                    new Flaw(Flaw.CONTENT, "a scanner reads '" + sheet.barcode().orElse("nothing") + "' on the slip"));
        }
        return flaws;
    }

    private boolean namesTheOrder(String barcode) {
        return barcode.contains(order.number());
    }

    private static void hides(List<Flaw> flaws, String everything, String secret, String what) {
        if (Words.has(everything, secret)) {
            flaws.add(new Flaw(Flaw.CONTENT, "the slip shows " + what + ": " + secret));
        }
    }

    private static void shows(List<Flaw> flaws, Sheet sheet, String words) {
        if (!Words.has(sheet.text(), words)) {
            flaws.add(new Flaw(Flaw.CONTENT, "the slip does not show '" + words + "'"));
        }
    }
}
