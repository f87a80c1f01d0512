package dev.baton.orders;

import dev.baton.orders.StoreRefund.RefundedLine;
import dev.baton.platform.address.PostalAddress;
import dev.baton.testing.TestShop;
import dev.baton.testing.TestShop.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a store may change of an order of two lamps and a vase, by the name the table of changes gives it. */
final class StoreEdits {

    private static final String LAMPS = "1-1";

    private final TestShop shop;
    private final Map<String, Function<Draft, Draft>> edits = new LinkedHashMap<>();

    StoreEdits(TestShop shop) {
        this.shop = shop;
        goods();
        delivery();
        people();
        money();
    }

    /** All names, in the order of the table. */
    Map<String, Function<Draft, Draft>> all() {
        return edits;
    }

    /** The order as it was placed. */
    Draft placed() {
        return shop.order("1", "LAMP×2", "VASE×1").to(TestShop.BERLIN);
    }

    /** The order in its newer version. */
    Draft edited(String field) {
        Function<Draft, Draft> edit = edits.get(field);
        if (edit == null) {
            throw new IllegalArgumentException("no edit is written for the field " + field);
        }
        return edit.apply(shop.order("1").to(TestShop.BERLIN));
    }

    private void goods() {
        edits.put("line added", order -> same(order).line("BOWL", 1));
        edits.put("line removed", order -> order.line("LAMP", 2).line("VASE", 1, 0));
        edits.put("quantity up", order -> order.line("LAMP", 3).line("VASE", 1));
        edits.put("quantity down", order -> order.line("LAMP", 2, 1).line("VASE", 1));
        edits.put("SKU swapped", order -> order.line("BOWL", 2).line("VASE", 1));
        edits.put(
                "properties",
                order -> order.line("LAMP", 2)
                        .properties(Map.of("Engraving", "For Ada"))
                        .line("VASE", 1));
        edits.put(
                "needs no shipping any more",
                order -> order.line("LAMP", 2)
                        .lastLine(StoreEdits::withoutShipping)
                        .line("VASE", 1));
        edits.put(
                "fulfilled by hand in the store",
                order -> order.lineByHand("LAMP", 2, 2).line("VASE", 1));
    }

    private void delivery() {
        edits.put("ship-to name", order -> same(order).to(recipient("Bea Muster", null, null, null)));
        edits.put("ship-to company", order -> same(order).to(recipient("Ada Muster", "Muster GmbH", null, null)));
        edits.put("ship-to second line", order -> same(order).to(recipient("Ada Muster", null, "Hinterhaus", null)));
        edits.put("ship-to region", order -> same(order).to(recipient("Ada Muster", null, null, "Berlin")));
        edits.put("ship-to street", order -> same(order).to(address("Neue Straße 9", "Berlin", "10115", "DE")));
        edits.put("ship-to city", order -> same(order).to(address("Probestraße 1", "Potsdam", "10115", "DE")));
        edits.put("ship-to postcode", order -> same(order).to(address("Probestraße 1", "Berlin", "10117", "DE")));
        edits.put("ship-to country", order -> same(order).to(address("Probestraße 1", "Wien", "1010", "AT")));
        edits.put(
                "ship-to phone",
                order -> same(order)
                        .to(new PostalAddress(
                                "Ada Muster",
                                null,
                                "Probestraße 1",
                                null,
                                "Berlin",
                                null,
                                null,
                                "10115",
                                "DE",
                                "+49309")));
        edits.put("ship-to removed", order -> same(order).to(null));
        edits.put("ship method", order -> same(order).shippedBy("Express"));
        edits.put("gift message", order -> same(order).gift("For you"));
    }

    private void people() {
        edits.put("customer's mail", order -> same(order).by("new@customer.example"));
        edits.put("customer's name", order -> same(order).customer("Bea Muster", "de"));
        edits.put("customer's language", order -> same(order).customer("Ada Muster", "fr"));
        edits.put(
                "billing address", order -> same(order).billedTo(address("Rechnungsweg 2", "Potsdam", "14467", "DE")));
        edits.put("customer's phone", order -> same(order).phone("+49 30 99"));
        edits.put("note", order -> same(order).note("Ring twice"));
        edits.put("tags", order -> same(order).tags("vip"));
    }

    private void money() {
        edits.put(
                "price or discount",
                order -> order.line("LAMP", 2).lastLine(StoreEdits::cheaper).line("VASE", 1));
        edits.put("whole cancel", order -> same(order).cancelled());
        edits.put("whole refund", order -> same(order).refund(5_000).payment(Payment.REFUNDED));
        edits.put(
                "part refund, restock cancel",
                order -> order.line("LAMP", 2, 1)
                        .line("VASE", 1)
                        .payment(Payment.PARTIALLY_REFUNDED)
                        .refund(1_000, new RefundedLine(LAMPS, 1, RestockType.CANCEL)));
        edits.put(
                "part refund, restock return",
                order -> same(order)
                        .payment(Payment.PARTIALLY_REFUNDED)
                        .refund(1_000, new RefundedLine(LAMPS, 1, RestockType.RETURN)));
        edits.put(
                "part refund, no restock",
                order -> same(order)
                        .payment(Payment.PARTIALLY_REFUNDED)
                        .refund(1_000, new RefundedLine(LAMPS, 1, RestockType.NO_RESTOCK)));
        edits.put(
                "part refund, amount only",
                order -> same(order).payment(Payment.PARTIALLY_REFUNDED).refund(1_000));
        edits.put("payment voided", order -> same(order).payment(Payment.VOIDED));
        edits.put("risk of fraud turns high", order -> same(order).risk(RiskLevel.HIGH));
    }

    private static Draft same(Draft order) {
        return order.line("LAMP", 2).line("VASE", 1);
    }

    private static PostalAddress address(String street, String city, String postcode, String country) {
        return new PostalAddress(
                "Ada Muster", null, street, null, city, null, null, postcode, country, TestShop.BERLIN.phone());
    }

    private static PostalAddress recipient(
            String name, @Nullable String company, @Nullable String line2, @Nullable String region) {
        return new PostalAddress(
                name,
                company,
                TestShop.BERLIN.line1(),
                line2,
                TestShop.BERLIN.city(),
                region,
                null,
                TestShop.BERLIN.postcode(),
                TestShop.BERLIN.countryCode(),
                TestShop.BERLIN.phone());
    }

    private static StoreLine withoutShipping(StoreLine line) {
        return copy(line, false, line.unitPriceMinor(), line.discountMinor());
    }

    private static StoreLine cheaper(StoreLine line) {
        return copy(line, line.requiresShipping(), line.unitPriceMinor() - 100, line.discountMinor() + 50);
    }

    private static StoreLine copy(StoreLine line, boolean shipping, long price, long discount) {
        return new StoreLine(
                line.storeLineId(),
                line.sku(),
                line.title(),
                line.quantity(),
                line.remaining(),
                line.fulfilledElsewhere(),
                shipping,
                price,
                discount,
                line.taxMinor(),
                line.properties());
    }
}
