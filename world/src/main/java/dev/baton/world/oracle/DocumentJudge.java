package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.Address;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.SupplierSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares one purchase order, as its supplier read it, with the order's script. */
final class DocumentJudge {

    private final Market market;
    private final OrderScript script;
    private final List<Difference> differences = new ArrayList<>();

    DocumentJudge(Market market, OrderScript script) {
        this.market = market;
        this.script = script;
    }

    List<Difference> judge(Fact.PurchaseOrderTaken taken) {
        PurchaseOrder order = taken.document();
        order.lines().forEach(line -> line(taken, line));
        address(taken.supplier(), order.number(), script.firstAddress(), order.shipTo());
        SupplierSheet sheet = market.supplier(taken.supplier());
        instruction(taken, "packaging instruction", sheet.packaging(), order.packaging());
        instruction(taken, "branding instruction", sheet.branding(), order.branding());
        instruction(taken, "special instruction", sheet.special(), order.special());
        instruction(taken, "gift message", script.giftMessage(), order.giftMessage());
        String method = (script.shipMethod().equals("express") ? "EXP-" : "STD-") + taken.supplier();
        instruction(taken, "ship method", method, order.shipMethod());
        return differences;
    }

    private void line(Fact.PurchaseOrderTaken taken, PurchaseOrder.Line line) {
        Set<String> suppliers = script.lines().stream()
                .flatMap(one -> one.parts().stream())
                .filter(part -> part.sku().equals(line.merchantSku()))
                .flatMap(part -> part.suppliers().stream())
                .collect(Collectors.toSet());
        if (suppliers.isEmpty()) {
            add("wrong goods", taken, "asks for " + line.merchantSku() + ", which the order does not need");
            return;
        }
        if (!suppliers.contains(taken.supplier())) {
            add(
                    "illegal supplier",
                    taken,
                    line.merchantSku() + " may come from " + suppliers + " only, not from " + taken.supplier());
            return;
        }
        @Nullable Goods goods = market.goods().get(line.merchantSku());
        boolean known = goods != null
                && goods.offers().stream()
                        .anyMatch(offer -> offer.supplier().equals(taken.supplier())
                                && offer.supplierSku().equals(line.sku()));
        boolean costs = goods != null
                && goods.offers().stream()
                        .filter(offer -> offer.supplier().equals(taken.supplier()))
                        .anyMatch(offer ->
                                new BigDecimal(offer.unitCost()).compareTo(new BigDecimal(line.unitCost())) == 0);
        if (known && !costs) {
            add("wrong cost", taken, "asks for " + line.merchantSku() + " at " + line.unitCost());
        }
        if (!known) {
            add("wrong goods", taken, taken.supplier() + " knows no " + line.sku() + " for " + line.merchantSku());
        }
    }

    /** Judges what a supplier was asked to do instead. */
    List<Difference> judge(Fact.AmendmentReceived asked) {
        Address wanted = script.movedTo();
        if (wanted == null || !script.plot().isAmended()) {
            add("needless amendment", asked.supplier(), asked.number(), "asked to ship elsewhere, and nobody moved");
        } else {
            address(asked.supplier(), asked.number(), wanted, asked.shipTo());
        }
        return differences;
    }

    private void address(String supplier, String number, Address wanted, PurchaseOrder.ShipTo to) {
        List<String> wrong = new ArrayList<>();
        same(wrong, "name", wanted.name(), to.name());
        same(wrong, "company", wanted.company(), to.company());
        same(wrong, "line1", wanted.line1(), to.line1());
        same(wrong, "line2", wanted.line2(), to.line2());
        same(wrong, "city", wanted.city(), to.city());
        same(wrong, "postcode", wanted.postcode(), to.postcode());
        same(wrong, "country", wanted.countryCode(), to.countryCode());
        if (wanted.regionCode() != null && to.regionCode() != null) {
            same(wrong, "region", wanted.regionCode(), to.regionCode());
        } else if (wanted.region() != null) {
            same(wrong, "region", wanted.region(), to.region());
        }
        if (to.phone() != null && !digits(to.phone()).equals(digits(wanted.phone()))) {
            wrong.add("phone " + to.phone() + " instead of " + wanted.phone());
        }
        if (!wrong.isEmpty()) {
            add("wrong address", supplier, number, String.join("; ", wrong));
        }
    }

    private static void same(List<String> wrong, String field, @Nullable String wanted, @Nullable String found) {
        if (!plain(wanted).equals(plain(found))) {
            wrong.add(field + " '" + found + "' instead of '" + wanted + "'");
        }
    }

    /** Case and spacing may be put right on the way; letters may not. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[\\s.,]+", "");
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }

    private void instruction(
            Fact.PurchaseOrderTaken taken, String what, @Nullable String wanted, @Nullable String found) {
        if (!Objects.equals(wanted, found)) {
            add("lost instruction", taken, what + " is '" + found + "' instead of '" + wanted + "'");
        }
    }

    private void add(String what, Fact.PurchaseOrderTaken taken, String words) {
        add(what, taken.supplier(), taken.document().number(), words);
    }

    private void add(String what, String supplier, String number, String words) {
        differences.add(
                new Difference(what, script.name(), "purchase order " + number + " to " + supplier + ": " + words));
    }
}
