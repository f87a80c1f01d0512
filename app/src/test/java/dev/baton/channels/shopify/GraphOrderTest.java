package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.channels.ReadOrder;
import dev.baton.channels.UnreadableDocument;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.Payment;
import dev.baton.orders.RiskLevel;
import dev.baton.orders.StoreOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphOrderTest {

    /** The same order as {@link Orders#PAID}, as the Admin API answers it. */
    static final String PAID = """
            {"id": "gid://shopify/Order/5001", "name": "#1001", "createdAt": "2026-03-01T09:59:58Z",
             "processedAt": "2026-03-01T09:59:57Z", "updatedAt": "2026-03-01T10:00:00Z", "cancelledAt": null,
             "cancelReason": null, "test": false, "displayFinancialStatus": "PAID", "currencyCode": "EUR",
             "presentmentCurrencyCode": "DKK", "taxesIncluded": true,
             "subtotalPriceSet": {"shopMoney": {"amount": "57.0"}},
             "totalDiscountsSet": {"shopMoney": {"amount": "3.0"}},
             "totalTaxSet": {"shopMoney": {"amount": "9.1"}},
             "totalShippingPriceSet": {"shopMoney": {"amount": "4.9"}},
             "totalPriceSet": {"shopMoney": {"amount": "61.9"}},
             "email": "ada@example.org", "phone": null, "customerLocale": "de-DE", "note": "ring twice",
             "tags": ["vip", "wholesale"],
             "customAttributes": [{"key": "Gift message", "value": "Alles Gute"}],
             "shippingAddress": {"name": "Ada Beispiel", "firstName": "Ada", "lastName": "Beispiel", "company": null,
               "address1": "Musterweg 1", "address2": "", "city": "Leipzig", "province": "Sachsen",
               "provinceCode": "SN", "zip": "04109", "country": "Germany", "countryCodeV2": "DE",
               "phone": "+49 341 0000000"},
             "billingAddress": null,
             "shippingLines": {"nodes": [{"code": "STD", "title": "Standard"}]},
             "risk": {"assessments": [{"riskLevel": "LOW"}, {"riskLevel": "HIGH"}]},
             "lineItems": {"pageInfo": {"hasNextPage": false, "endCursor": "x"}, "nodes": [
               {"id": "gid://shopify/LineItem/11", "sku": "MUG-RED", "title": "Mug", "quantity": 3,
                "currentQuantity": 3, "unfulfilledQuantity": 3, "requiresShipping": true,
                "originalUnitPriceSet": {"shopMoney": {"amount": "10.0"}},
                "discountAllocations": [{"allocatedAmountSet": {"shopMoney": {"amount": "3.0"}}}],
                "taxLines": [{"priceSet": {"shopMoney": {"amount": "4.31"}}}],
                "customAttributes": [{"key": "Engraving", "value": "A"}, {"key": "Lines", "value": "2"}]},
               {"id": "gid://shopify/LineItem/12", "sku": "TEE-M", "title": "Tee", "quantity": 2,
                "currentQuantity": 2, "unfulfilledQuantity": 2, "requiresShipping": true,
                "originalUnitPriceSet": {"shopMoney": {"amount": "15.0"}},
                "discountAllocations": [], "taxLines": [], "customAttributes": []}]},
             "fulfillments": [], "refunds": []}
            """;

    @Test
    void aPolledOrderReadsLikeTheWebhookOfIt() {
        StoreOrder polled = Orders.graph(PAID).order();
        StoreOrder sent = Orders.hook(Orders.PAID).order();

        assertThat(polled).usingRecursiveComparison().ignoringFields("risk").isEqualTo(sent);
        assertThat(polled.risk()).isEqualTo(RiskLevel.HIGH);
        assertThat(polled.money()).isEqualTo(new OrderMoney(5700, 300, 910, true, 490, 6190));
        assertThat(polled.payment()).isEqualTo(Payment.PAID);
    }

    @ParameterizedTest
    @CsvSource({
        // ordered 3: current, refunded how, money back → wanted
        "3, 0, NO_RESTOCK, 0.0, 3",
        "0, 0, NO_RESTOCK, 0.0, 0",
        "2, 1, CANCEL,     9.0, 2",
        "2, 1, RETURN,     9.0, 3",
        "2, 1, NO_RESTOCK, 9.0, 3",
        "2, 1, NO_RESTOCK, 0.0, 2",
    })
    void wantedUnitsFollowFromTheQuantitiesOfALine(int current, int refunded, String how, String money, int wanted) {
        String order = PAID.replaceFirst("\"currentQuantity\": 3", "\"currentQuantity\": " + current)
                .replace("\"fulfillments\": []", """
                        "fulfillments": [{"id": "gid://shopify/Fulfillment/71", "status": "SUCCESS",
                          "trackingInfo": [{"number": "T1"}],
                          "fulfillmentLineItems": {"nodes": [
                            {"quantity": 1, "lineItem": {"id": "gid://shopify/LineItem/11"}}]}}]""")
                .replace("\"refunds\": []", """
                        "refunds": [{"id": "gid://shopify/Refund/901", "createdAt": "2026-03-02T08:00:00Z",
                          "totalRefundedSet": {"shopMoney": {"amount": "%s"}},
                          "refundLineItems": {"nodes": [{"quantity": %d, "restockType": "%s",
                            "lineItem": {"id": "gid://shopify/LineItem/11"}}]}}]""".formatted(money, refunded, how));

        ReadOrder read = Orders.graph(order);

        assertThat(read.order().lines().getFirst().remaining()).isEqualTo(wanted);
        assertThat(read.fulfilments().getFirst().trackingNumbers()).containsExactly("T1");
        assertThat(read.fulfilments().getFirst().units()).containsEntry("11", 1);
    }

    @Test
    void fieldsTheStoreMayNotShowWithholdTheCustomer() {
        String redacted = PAID.replaceFirst("(?s)\"shippingAddress\": \\{.*?\\},", """
                "shippingAddress": {"name": null, "firstName": null, "lastName": null, "company": null,
                  "address1": null, "address2": null, "city": "Leipzig", "province": "Sachsen", "provinceCode": "SN",
                  "zip": null, "country": "Germany", "countryCodeV2": "DE", "phone": null},""");

        StoreOrder order = Orders.graph(redacted).order();

        assertThat(order.personalDataWithheld()).isTrue();
        assertThat(order.customer().email()).isNull();
    }

    @Test
    void anAnswerWithoutAnOrderIsRefused() {
        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> GraphOrder.read(
                        "{\"data\": {\"order\": null}}".getBytes(StandardCharsets.UTF_8), Orders.SOURCE))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("data.order"));
    }
}
