package dev.baton.world.bench;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes the frozen statements as scripts for pgbench, which has integers only: an id is an integer's digits filled up
 * to a UUID's 32, and an array is one that the server makes up itself.
 */
final class PgbenchScript {

    private static final String SHIP_TO = "'" + Demand.SHIP_TO + "'";
    private static final String AT = "'2026-01-01T00:00:00Z'";

    private static final String HEAD_A = """
            -- Limit A for pgbench, written from limit.sql by PgbenchScript; a test holds the two together.
            -- pgbench -n -M prepared -c 16 -j 2 -T 10 -D n=0 -f bench/limitA.pgbench.sql
            -- n counts a client's transactions; order numbers of two clients differ in their last three digits.
            \\set n :n + 1
            \\set order :n * 1000 + :client_id
            \\set purchase_order_1 :order * 10 + 1
            \\set purchase_order_2 :order * 10 + 2
            \\set offer_1 random(1, 20000)
            \\set offer_2 1 + (:offer_1 + random(0, 9998)) % 20000
            \\set offer_3 1 + (:offer_1 + 9999 + random(0, 9999)) % 20000
            \\set supplier_1 1 + :offer_2 % 20
            \\set supplier_2 1 + :offer_3 % 20
            """;

    private static final Map<String, String> VALUES_A = Map.ofEntries(
            Map.entry("merchant", id("1::text")),
            Map.entry("order", id(":order")),
            Map.entry("store_order_ref", ":order"),
            Map.entry("total", "12345"),
            Map.entry("ship_to", SHIP_TO),
            Map.entry("at", AT),
            Map.entry("sku_1", "'SKU-1'"),
            Map.entry("sku_2", "'SKU-2'"),
            Map.entry("sku_3", "'SKU-3'"),
            Map.entry("quantity_1", "1"),
            Map.entry("quantity_2", "2"),
            Map.entry("quantity_3", "1"),
            Map.entry("price_1", "1999"),
            Map.entry("price_2", "1999"),
            Map.entry("price_3", "1999"),
            Map.entry("cost_1", "1250000"),
            Map.entry("cost_2", "1250000"),
            Map.entry("cost_3", "1250000"),
            Map.entry("offer_1", id(":offer_1")),
            Map.entry("offer_2", id(":offer_2")),
            Map.entry("offer_3", id(":offer_3")),
            Map.entry("offers", "array[" + id(":offer_1") + ", " + id(":offer_2") + ", " + id(":offer_3") + "]"),
            Map.entry("quantities", "array[1, 2, 1]"),
            Map.entry("purchase_order_1", id(":purchase_order_1")),
            Map.entry("purchase_order_2", id(":purchase_order_2")),
            Map.entry("supplier_1", id(":supplier_1")),
            Map.entry("supplier_2", id(":supplier_2")),
            Map.entry("number_1", ":purchase_order_1"),
            Map.entry("number_2", ":purchase_order_2"),
            Map.entry("work_1", id(":purchase_order_1")),
            Map.entry("work_2", id(":purchase_order_2")),
            Map.entry("queue_1", ":supplier_1"),
            Map.entry("queue_2", ":supplier_2"));

    private static final String HEAD_B = """
            -- Limit B for pgbench, written from limit.sql by PgbenchScript; a test holds the two together.
            -- pgbench -n -M prepared -c 4 -j 2 -T 10 -D n=0 -f bench/limitB.pgbench.sql
            -- pgbench binds no arrays: the server makes them up, which costs it what a program's driver would pay.
            \\set n :n + 1
            \\set first (:n * 1000 + :client_id) * 1000
            \\set offer random(0, 19999)
            """;

    private static final Map<String, String> VALUES_B = Map.ofEntries(
            Map.entry("merchant", id("1::text")),
            Map.entry("at", AT),
            Map.entry("orders", array(200, id("(:first::bigint + n)::text"))),
            Map.entry("store_order_refs", array(200, "(:first::bigint + n)::text")),
            Map.entry("totals", array(200, "12345")),
            Map.entry("ship_tos", array(200, SHIP_TO)),
            Map.entry("purchase_orders", array(400, id("(:first::bigint * 10 + n)::text"))),
            Map.entry("purchase_order_orders", array(400, id("(:first::bigint + 1 + (n - 1) / 2)::text"))),
            Map.entry("suppliers", array(400, id("(1 + n % 20)::text"))),
            Map.entry("numbers", array(400, "(:first::bigint * 10 + n)::text")),
            Map.entry("works", array(400, id("(:first::bigint * 10 + n)::text"))),
            Map.entry("queues", array(400, "(1 + n % 20)::text")),
            Map.entry("line_orders", array(600, id("(:first::bigint + 1 + (n - 1) / 3)::text"))),
            Map.entry("line_nos", array(600, "1 + (n - 1) % 3")),
            Map.entry("skus", array(600, "'SKU-' || n")),
            Map.entry("line_quantities", array(600, "1 + n % 2")),
            Map.entry("quantities", array(600, "1 + n % 2")),
            Map.entry("prices", array(600, "1999")),
            Map.entry("costs", array(600, "1250000")),
            Map.entry("line_offers", array(600, id("(1 + (:offer::integer + n * 33) % 20000)::text"))),
            Map.entry("offers", array(600, id("(1 + (:offer::integer + n * 33) % 20000)::text"))),
            Map.entry(
                    "line_purchase_orders",
                    array(600, id("(:first::bigint * 10 + 1 + (n - 1) / 3 * 2 + (n - 1) % 3 / 2)::text"))),
            Map.entry("purchase_order_line_nos", array(600, "case (n - 1) % 3 when 1 then 2 else 1 end")));

    private PgbenchScript() {}

    static String limitA(FrozenSql sql) {
        return script(
                HEAD_A,
                sql,
                VALUES_A,
                List.of(
                        "a-sales-order",
                        "a-sales-order-lines",
                        "claim",
                        "a-purchase-orders",
                        "a-purchase-order-lines",
                        "a-work"));
    }

    static String limitB(FrozenSql sql) {
        return script(
                HEAD_B,
                sql,
                VALUES_B,
                List.of(
                        "b-sales-orders",
                        "b-sales-order-lines",
                        "b-purchase-orders",
                        "b-purchase-order-lines",
                        "b-work",
                        "claim"));
    }

    private static String script(String head, FrozenSql sql, Map<String, String> values, List<String> sections) {
        UnaryOperator<String> expressionOf = name -> {
            var expression = values.get(name);
            if (expression == null) {
                throw new IllegalStateException("no pgbench expression for :" + name);
            }
            return expression;
        };
        return sections.stream()
                .map(section -> sql.section(section).withExpressions(expressionOf) + ";\n")
                .collect(Collectors.joining("", head + "begin;\n", "commit;\n"));
    }

    private static String id(String digits) {
        return "lpad(" + digits + ", 32, '0')::uuid";
    }

    private static String array(int length, String entry) {
        return "array(select " + entry + " from generate_series(1, " + length + ") as n)";
    }
}
