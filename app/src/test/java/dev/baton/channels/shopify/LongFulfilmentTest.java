package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.StoreConnection;
import dev.baton.channels.shopify.AskFulfilment.Asked;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.testing.TestBaton;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fulfilment of many lines is read to its end: one of ours is recognised by all its units, or it is made twice. */
class LongFulfilmentTest {

    private static final String LINE = "{\"quantity\": 1, \"lineItem\": {\"id\": \"gid://shopify/LineItem/%d\"}}";

    private final ScriptedShop shop = new ScriptedShop();
    private final AskFulfilment ask = TestBaton.shared().bean(AskFulfilment.class);
    private final StoreConnection connection =
            AdminApiTest.connection(shop, new StoreConnection.Access.StaticToken("t"));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void readsTheLinesBeyondTheFirstPage() {
        shop.answers(request -> request.asks("FulfillmentLines") ? rest() : state());

        Asked asked = ask.ask(connection, "5001");

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Asked.Known.class,
                        known -> assertThat(known.state().made())
                                .singleElement()
                                .satisfies(made -> assertThat(made.units()).isEqualTo(Map.of("1", 1, "2", 1))));
        assertThat(shop.requests().getLast().body()).contains("\"after\":\"c1\"", "gid://shopify/Fulfillment/9");
    }

    @Test
    void knowsNothingWhenTheRestIsNotTold() {
        shop.answers(request -> request.asks("FulfillmentLines") ? new Reply(502, "<html>") : state());

        assertThat(ask.ask(connection, "5001")).isInstanceOf(Asked.Failed.class);
    }

    private static Reply state() {
        return Reply.data("""
                {"order": {"id": "gid://shopify/Order/5001", "cancelledAt": null,
                  "fulfillments": [{"id": "gid://shopify/Fulfillment/9", "status": "SUCCESS",
                    "trackingInfo": [{"number": "N1"}],
                    "fulfillmentLineItems": {"pageInfo": {"hasNextPage": true, "endCursor": "c1"}, "nodes": [%s]}}],
                  "fulfillmentOrders": {"pageInfo": {"hasNextPage": false}, "nodes": []}}}""".formatted(LINE.formatted(1)));
    }

    private static Reply rest() {
        return Reply.data("""
                {"fulfillment": {"id": "gid://shopify/Fulfillment/9", "fulfillmentLineItems":
                  {"pageInfo": {"hasNextPage": false}, "nodes": [%s]}}}""".formatted(LINE.formatted(2)));
    }
}
