package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseOrderReaderTest {

    static final String WHOLE = """
            {"number":"1001-1","version":1,"storeOrder":{"name":"#1001","id":"gid://shopify/Order/77"},
            "lines":[{"lineNo":1,"sku":"A-1","quantity":2,"more":{"sku":"no"}},{"sku":"B-2","quantity":1}],
            "shipTo":{"name":"Mira Sample","city":"Berlin","countryCode":"DE","address2":null},"extra":[{"number":"no"}]}
            """;

    private final PurchaseOrderReader reader = new PurchaseOrderReader(PurchaseOrderFields.STANDARD);

    @Test
    void readsNumberStoreOrderAndUnits() throws PurchaseOrderReader.Unfit {
        assertThat(read(WHOLE)).isEqualTo(new PurchaseOrderReader.Read("1001-1", 77, 3));
        assertThat(read(WHOLE.replace("\"gid://shopify/Order/77\"", "78")).storeOrderId())
                .isEqualTo(78);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\":\"1001-1\" | \"number\":\" \" | no number",
                "gid://shopify/Order/77 | gid://shopify/Order/x | not a store's order id",
                "\"id\":\"gid://shopify/Order/77\" | \"x\":1 | no storeOrder.id",
                "\"storeOrder\":{\"name\":\"#1001\",\"id\":\"gid://shopify/Order/77\"} | \"storeOrder\":77 | storeOrder is not an object",
                "\"lines\": | \"line\": | no lines",
                "\"quantity\":1 | \"quantity\":0 | quantity is not above 0",
                "\"quantity\":1 | \"quantity\":-1 | quantity is not above 0",
                "\"sku\":\"B-2\" | \"sku\":null | no lines.sku",
                "\"city\":\"Berlin\" | \"city\":\"\" | no complete shipTo",
                "\"shipTo\": | \"billTo\": | no complete shipTo",
                "} | ] | not JSON"
            })
    void refusesWhatASupplierCouldNotFill(String found, String instead, String reason) {
        var body = WHOLE.replace(found, instead);

        assertThatThrownBy(() -> read(body))
                .isInstanceOf(PurchaseOrderReader.Unfit.class)
                .hasMessageContaining(reason);
    }

    private PurchaseOrderReader.Read read(String body) throws PurchaseOrderReader.Unfit {
        var bytes = ("--" + body).getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 2, bytes.length - 2);
    }
}
