package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.PlaceOrders;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A search reads ranges of indexes: no table is read from its beginning, and of many rows only those that fit, under
 * row-level security as in life. The database itself counts what the transaction read.
 */
class SearchReadsRangesTest {

    private static final int SKUS = 600;

    /** So many that reading all of one merchant's costs more than looking up a few, by any planner. */
    private static final int ORDERS = 3_000;

    private static final int ONE_ADA_IN = 150;
    private static final int MOST_ROWS = 150;

    private static TestShop shop;

    @BeforeAll
    static void manyOrders() throws SQLException {
        shop = new TestShop(TestBaton.shared());
        SupplierId acme = shop.supplier("ACME", Netting.GROSS, 500);
        for (int i = 0; i < SKUS; i++) {
            shop.sku("SKU-" + i);
        }
        shop.offer("SKU-1", acme, "A-1", "1.00", 10_000);
        for (int from = 0; from < ORDERS; from += 200) {
            shop.baton
                    .bean(PlaceOrders.class)
                    .place(
                            shop.merchant,
                            java.util.stream.IntStream.range(from, from + 200)
                                    .mapToObj(i -> shop.order("Z" + i, "SKU-1×1")
                                            .phone("+49 30 55" + (10_000 + i))
                                            .to(home(i))
                                            .build())
                                    .toList());
        }
        try (Connection owner = shop.baton.database().connectAsSuperuser();
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** Few are Ada Muster. */
    private static PostalAddress home(int i) {
        return new PostalAddress(
                i % ONE_ADA_IN == 0 ? "Ada Muster" : "Kim Name" + i,
                null,
                "Probestraße 1",
                null,
                "Berlin",
                null,
                null,
                "10115",
                "DE",
                null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z77",
                "Z577",
                "10",
                "z599@customer.example",
                "+493055010017",
                "Muster Ada",
                "adalbert",
                "SKU-5",
                "sku 599",
                "4006381333931",
                "A-1",
                "title 577",
                "1Z999AA10123456784",
                "R1",
                "acme"
            })
    void readsNoTableFromItsBeginning(String text) {
        Map<String, long[]> read = shop.baton.in(shop.merchant, () -> {
            shop.baton.jdbc().sql("set local enable_seqscan = off").update();
            Map<String, long[]> before = reads();
            shop.baton.bean(FindAnything.class).find(shop.merchant, text);
            Map<String, long[]> after = reads();
            before.forEach((table, rows) -> {
                long[] now = java.util.Objects.requireNonNull(after.get(table));
                now[0] -= rows[0];
                now[1] -= rows[1];
            });
            return after;
        });

        for (String table : List.of(
                "sales_order",
                "customer_token",
                "purchase_order",
                "acknowledgement",
                "shipment",
                "tracked_number",
                "tracked_package",
                "sku",
                "sku_word",
                "offer")) {
            long[] rows = read.getOrDefault(table, new long[2]);
            assertThat(rows[0]).as(table + " read from its beginning").isZero();
            assertThat(rows[1]).as("rows read of " + table).isLessThan(MOST_ROWS);
        }
    }

    private static Map<String, long[]> reads() {
        Map<String, long[]> reads = new java.util.HashMap<>();
        shop.baton.jdbc().sql("""
                select relname, seq_scan, coalesce(idx_tup_fetch, 0) as rows from pg_stat_xact_user_tables
                """).query(row -> {
            reads.put(row.getString("relname"), new long[] {row.getLong("seq_scan"), row.getLong("rows")});
        });
        return reads;
    }
}
