package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.channels.ReadOrder;
import dev.baton.channels.UnreadableDocument;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.Payment;
import dev.baton.orders.RestockType;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.address.PostalAddress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookOrderTest {

    @Test
    void readsAWholeOrder() {
        StoreOrder order = Orders.hook(Orders.PAID).order();

        assertThat(order.storeOrderId()).isEqualTo("5001");
        assertThat(order.name()).isEqualTo("#1001");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-03-01T09:59:57Z"));
        assertThat(order.version().updatedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(order.payment()).isEqualTo(Payment.PAID);
        assertThat(order.cancelled()).isFalse();
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.presentmentCurrency()).isEqualTo("DKK");
        assertThat(order.money()).isEqualTo(new OrderMoney(5700, 300, 910, true, 490, 6190));
        assertThat(order.customer().name()).isEqualTo("Ada Beispiel");
        assertThat(order.customer().phone()).isEqualTo("+49 341 0000000");
        assertThat(order.shipTo()).extracting(PostalAddress::line1).isEqualTo("Musterweg 1");
        assertThat(order.shipTo()).extracting(PostalAddress::countryCode).isEqualTo("DE");
        assertThat(order.billTo()).isNull();
        assertThat(order.shipMethod()).isEqualTo("STD");
        assertThat(order.giftMessage()).isEqualTo("Alles Gute");
        assertThat(order.tags()).containsExactly("vip", "wholesale");
        assertThat(order.personalDataWithheld()).isFalse();
        StoreLine mug = order.lines().getFirst();
        assertThat(mug.storeLineId()).isEqualTo("11");
        assertThat(mug.sku()).isEqualTo("MUG-RED");
        assertThat(mug.remaining()).isEqualTo(3);
        assertThat(mug.unitPriceMinor()).isEqualTo(1000);
        assertThat(mug.discountMinor()).isEqualTo(300);
        assertThat(mug.taxMinor()).isEqualTo(431);
        assertThat(mug.properties()).containsExactlyInAnyOrderEntriesOf(Map.of("Engraving", "A", "Lines", "2"));
    }

    @Test
    void aWayToShipThatAnEditRemovedIsNotTheOrdersWay() {
        String edited = Orders.PAID.replace(
                "\"shipping_lines\": [",
                "\"shipping_lines\": [{\"title\": \"Slow\", \"code\": \"SLOW\", \"is_removed\": true}, ");

        assertThat(Orders.hook(edited).order().shipMethod()).isEqualTo("STD");
        assertThat(Orders.hook(edited.replace("\"price\": \"4.90\"}", "\"is_removed\": true}"))
                        .order()
                        .shipMethod())
                .isNull();
    }

    @Test
    void moneyPaidBackInTheCustomersCurrencyCountsInTheShops() {
        String refunded = Orders.PAID.replace("\"refunds\": []", """
                "refunds": [{"id": 7, "created_at": "2026-03-02T10:00:00Z",
                  "refund_line_items": [{"line_item_id": 12, "quantity": 1, "restock_type": "return",
                                         "subtotal": "15.00", "total_tax": "2.40"}],
                  "order_adjustments": [{"kind": "shipping_refund", "amount": "-4.00", "tax_amount": "-0.90"}],
                  "transactions": [{"kind": "refund", "status": "success", "amount": "3600", "currency": "JPY"}]}]""");

        assertThat(Orders.hook(refunded).order().refunds())
                .singleElement()
                .satisfies(refund -> assertThat(refund.amountMinor()).isEqualTo(22_30));
        assertThat(Orders.hook(refunded.replace("\"amount\": \"3600\", \"currency\": \"JPY\"", "\"amount\": \"20.00\""))
                        .order()
                        .refunds()
                        .getFirst()
                        .amountMinor())
                .as("without a currency it is the shop's")
                .isEqualTo(20_00);
    }

    @ParameterizedTest
    @CsvSource({
        "Gift, Yes, Gift message, Happy birthday, Happy birthday",
        "Gift, Yes, Colour, red, ",
        "gift, For you, Colour, red, For you",
        "Gift, For you, gift_note, With love, With love",
    })
    void aTickThatItIsAGiftIsNoMessage(String first, String one, String second, String other, String message) {
        String gift = Orders.PAID.replace(
                "{\"name\": \"Gift message\", \"value\": \"Alles Gute\"}",
                "{\"name\": \"" + first + "\", \"value\": \"" + one + "\"}, {\"name\": \"" + second
                        + "\", \"value\": \"" + other + "\"}");

        assertThat(Orders.hook(gift).order().giftMessage()).isEqualTo(message);
    }

    @Test
    void whatAnAppWritesAsAPropertyIsNoReasonToRefuseTheOrder() {
        String odd = Orders.PAID.replace(
                "[{\"name\": \"Engraving\", \"value\": \"A\"}, {\"name\": \"Lines\", \"value\": 2}]",
                "[{\"name\": \"_bundle\", \"value\": {\"a\": [1, 2]}}]");
        String named = Orders.PAID.replace(
                "[{\"name\": \"Engraving\", \"value\": \"A\"}, {\"name\": \"Lines\", \"value\": 2}]",
                "{\"name\": \"Ada\", \"size\": \"L\"}");

        assertThat(Orders.hook(odd).order().lines().getFirst().properties()).containsEntry("_bundle", "{\"a\":[1,2]}");
        assertThat(Orders.hook(named).order().lines().getFirst().properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of("name", "Ada", "size", "L"));
    }

    @Test
    void aLineThatNeedsNoShippingIsKnownAndYenHaveNoCents() {
        String tipped = Orders.PAID
                .replaceFirst("\"requires_shipping\": true", "\"requires_shipping\": false")
                .replace("\"currency\": \"EUR\"", "\"currency\": \"JPY\"")
                .replace("\"price\": \"10.00\"", "\"price\": \"1000\"");

        StoreLine tip = Orders.hook(tipped).order().lines().getFirst();

        assertThat(tip.requiresShipping()).isFalse();
        assertThat(tip.unitPriceMinor()).isEqualTo(1_000);
        assertThat(Orders.hook(tipped).order().lines().getLast().requiresShipping())
                .isTrue();
    }

    @Test
    void aLineRemovedByAnEditIsNotWanted() {
        String edited = Orders.PAID.replaceFirst("\"fulfillable_quantity\": 3", "\"fulfillable_quantity\": 0");

        StoreLine mug = Orders.hook(edited).order().lines().getFirst();

        assertThat(mug.quantity()).isEqualTo(3);
        assertThat(mug.remaining()).isZero();
    }

    @Test
    void whatIsFulfilledWasWantedAndIsSeen() {
        String shipped = Orders.PAID
                .replaceFirst("\"fulfillable_quantity\": 3", "\"fulfillable_quantity\": 1")
                .replace("\"fulfillments\": []", """
                        "fulfillments": [
                          {"id": 71, "status": "success", "tracking_number": "T1", "tracking_numbers": ["T1", "T2"],
                           "line_items": [{"id": 11, "quantity": 2}]},
                          {"id": 72, "status": "cancelled", "line_items": [{"id": 12, "quantity": 2}]}]""");

        ReadOrder read = Orders.hook(shipped);

        assertThat(read.order().lines().getFirst().remaining()).isEqualTo(3);
        assertThat(read.fulfilments()).singleElement().satisfies(fulfilment -> {
            assertThat(fulfilment.fulfilmentId()).isEqualTo("71");
            assertThat(fulfilment.trackingNumbers()).containsExactly("T1", "T2");
            assertThat(fulfilment.units()).containsExactly(Map.entry("11", 2));
        });
    }

    @Test
    void aUnitReturnedAfterShippingWasWantedAllTheSame() {
        String returned = Orders.PAID
                .replaceFirst("\"fulfillable_quantity\": 3", "\"fulfillable_quantity\": 0")
                .replaceFirst("\"current_quantity\": 3", "\"current_quantity\": 2")
                .replace(
                        "\"fulfillments\": []",
                        "\"fulfillments\": [{\"id\": 71, \"status\": \"success\", \"line_items\": [{\"id\": 11, \"quantity\": 3}]}]")
                .replace("\"refunds\": []", "\"refunds\": [" + refund("return", 1) + "]");

        assertThat(Orders.hook(returned).order().lines().getFirst().remaining()).isEqualTo(3);
    }

    @Test
    void readsRefundsAndWithoutAFulfillableQuantityTakesThemOff() {
        String refunded = Orders.PAID
                .replaceFirst("\"fulfillable_quantity\": 3,", "")
                .replace("\"refunds\": []", "\"refunds\": [" + refund("cancel", 1) + "]");

        StoreOrder order = Orders.hook(refunded).order();

        assertThat(order.lines().getFirst().remaining()).isEqualTo(2);
        assertThat(order.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.refundId()).isEqualTo("901");
            assertThat(refund.amountMinor()).isEqualTo(900);
            assertThat(refund.lines()).singleElement().satisfies(line -> {
                assertThat(line.storeLineId()).isEqualTo("11");
                assertThat(line.restock()).isEqualTo(RestockType.CANCEL);
            });
        });
    }

    @Test
    void unitsPaidBackWithoutAWordOnTheGoodsStayWantedButThoseAnEditRemovedDoNot() {
        String paidBack = Orders.PAID
                .replaceFirst("\"current_quantity\": 3", "\"current_quantity\": 2")
                .replaceFirst("\"fulfillable_quantity\": 3", "\"fulfillable_quantity\": 2")
                .replace("\"refunds\": []", "\"refunds\": [" + refund("no_restock", 1) + "]");
        String removed = paidBack.replaceFirst("\"transactions\": (?s)\\[.*?\\]", "\"transactions\": []")
                .replace("\"subtotal\": \"9.00\", \"total_tax\": \"1.44\"", "\"subtotal\": \"0.00\"");

        assertThat(Orders.hook(paidBack).order().lines().getFirst().remaining()).isEqualTo(3);
        assertThat(Orders.hook(removed).order().lines().getFirst().remaining()).isEqualTo(2);
    }

    private static String refund(String restock, int quantity) {
        return """
                {"id": 901, "created_at": "2026-03-02T08:00:00Z",
                 "refund_line_items": [{"line_item_id": 11, "quantity": %d, "restock_type": "%s",
                   "subtotal": "9.00", "total_tax": "1.44"}],
                 "transactions": [{"kind": "refund", "status": "success", "amount": "9.00"},
                                  {"kind": "refund", "status": "failure", "amount": "5.00"}]}""".formatted(quantity, restock);
    }

    @Test
    void withoutPermissionForCustomersDataNothingOfTheCustomerIsRead() {
        String redacted = Orders.PAID
                .replaceFirst("(?s)\"shipping_address\": \\{.*?\\},", """
                        "shipping_address": {"city": "Leipzig", "province_code": "SN", "country_code": "DE"},""")
                .replace("\"ada@example.org\"", "null");

        StoreOrder order = Orders.hook(redacted).order();

        assertThat(order.personalDataWithheld()).isTrue();
        assertThat(order.customer().name()).isNull();
        assertThat(order.shipTo()).extracting(PostalAddress::countryCode).isEqualTo("DE");
    }

    @Test
    void anOrderTakenOverTheCounterHasNoAddressButWithholdsNothing() {
        String counter =
                Orders.PAID.replaceFirst("(?s)\"shipping_address\": \\{.*?\\},", "\"shipping_address\": null,");

        StoreOrder order = Orders.hook(counter).order();

        assertThat(order.personalDataWithheld()).isFalse();
        assertThat(order.shipTo()).isNull();
    }

    @Test
    void anUnknownPaymentWordIsNeverPaid() {
        StoreOrder order = Orders.hook(Orders.PAID.replace("\"paid\"", "\"settled_somehow\""))
                .order();

        assertThat(order.payment()).isEqualTo(Payment.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 5001             | \"id\": \"x\"               | id",
                "\"currency\": \"EUR\"    | \"currency\": \"EURO\"      | currency",
                "\"quantity\": 3          | \"quantity\": -1            | line_items[0].quantity",
                "\"quantity\": 3          | \"quantity\": \"three\"     | line_items[0].quantity",
                "\"price\": \"10.00\"     | \"price\": \"1e999999999\"  | line_items[0].price",
                "\"id\": 12               | \"id\": 11                  | line_items[1].id",
                "11:00:00+01:00           | yesterday                   | updated_at",
                "\"line_items\"           | \"line_itemz\"              | line_items",
                "\"name\": \"Engraving\"  | \"name\": 2                 | line_items[0].properties[0].name",
                "\"properties\": [        | \"properties\": 7, \"x\": [ | line_items[0].properties",
            })
    void aFieldThatCannotBeUsedIsNamed(String from, String to, String field) {
        String broken = Orders.PAID.replaceFirst(java.util.regex.Pattern.quote(from), to);

        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> Orders.hook(broken))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | the document is not a JSON object",
                "{\"id\": 1                | the document is not JSON near line 1",
                "[]                        | the document is not a JSON object",
                "{\"order\": {\"note\": 1}} | the document is no order: it has no id",
            })
    void whatIsNoOrderIsRefusedInWords(String json, String reason) {
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> Orders.hook(json))
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith(reason));
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        String deep = "{\"id\":1,\"line_items\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> Orders.hook(deep));
    }
}
