package dev.baton.world.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes a merchant's few thousand orders a million by copies in the database, set-wise: each copy with ids, numbers and
 * times of its own, further and further back over a year. Of the last weeks everything is copied, of before only what has
 * ended, as in life.
 */
final class ManyOrders {

    private static final long YEAR_SECONDS = 365L * 24 * 3_600;
    private static final int MOST_AT_ONCE = 20_000;
    private static final int LANES = 2;

    /** Copies of everything, what waits for somebody included; the others are of what has ended. */
    private static final int RECENT = 10;

    /** Ids of what the copies share. */
    private static final Set<String> SHARED = Set.of(
            "merchant_id",
            "store_id",
            "supplier_id",
            "sku_id",
            "offer_id",
            "record_id",
            "customer_record",
            "document_id",
            "reply_document_id");

    /** Of each table the rows of orders that have ended, by a condition on its own columns. */
    private static final Map<String, String> ENDED = new LinkedHashMap<>();

    static {
        ENDED.put("store_order", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("sales_order", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("order_line", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("allocation", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("hold", "sales_order_id in (select id from bench_pages.ended) and released_at is not null");
        ENDED.put("decision", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("customer_token", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("customer_message", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("purchase_order", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("purchase_order_line", "purchase_order_id in (select id from bench_pages.purchases)");
        ENDED.put("acknowledgement", "purchase_order_id in (select id from bench_pages.purchases)");
        ENDED.put("transmission", "purchase_order_id in (select id from bench_pages.purchases)");
        ENDED.put("shipment", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("shipment_package", "shipment_id in (select id from bench_pages.shipments)");
        ENDED.put("shipment_package_line", "package_id in (select id from bench_pages.packages)");
        ENDED.put("tracked_number", "id in (select id from bench_pages.numbers)");
        ENDED.put("tracked_package", "sales_order_id in (select id from bench_pages.ended)");
        ENDED.put("tracking_scan", "tracked_number_id in (select id from bench_pages.numbers)");
        ENDED.put("task", "closed_at is not null");
    }

    /** Texts that are one order's own. */
    private static final Map<String, String> OWN_TEXTS = Map.of(
            "store_order_id", "t.%s || '-' || k",
            "store_order_name", "t.%s || lpad(k::text, 4, '0')",
            "number", "t.%s || 'C' || k",
            "supplier_reference", "t.%s || '-' || k",
            "tracking_number", "t.%s || k",
            "tracking_said", "t.%s || k",
            "idempotency_key", "t.%s || '-' || k");

    /** As a superuser: copies need no look at what they refer to, nor at whose they are. */
    private final JdbcSettings settings;

    private final UUID merchant;
    private final PrintStream progress;

    ManyOrders(JdbcSettings settings, UUID merchant, PrintStream progress) {
        this.settings = settings;
        this.merchant = merchant;
        this.progress = progress;
    }

    /** Lets whoever holds the token join the merchant as its owner. */
    void invite(byte[] tokenHash) throws SQLException {
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into invitation (token_sha256, merchant_id, role, created_at, expires_at)
                        select ?, ?, 'owner', now(), now() + interval '1 day'
                        """)) {
            insert.setBytes(1, tokenHash);
            insert.setObject(2, merchant);
            insert.executeUpdate();
        }
    }

    /** Copies until there are at least so many orders; answers how many there are. */
    long make(long wanted) throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = open()) {
            prepare(connection);
            long there = single(connection, "select count(*) from sales_order");
            long ended = single(connection, "select count(*) from bench_pages.ended");
            if (ended == 0) {
                throw new IllegalStateException("no order has ended: there is nothing to copy");
            }
            int recent = (int) Math.min(RECENT, Math.max(0, (wanted - there) / there));
            long missing = wanted - there * (recent + 1L);
            int older = (int) Math.max(0, (missing + ended - 1) / ended);
            long step = YEAR_SECONDS / Math.max(1, recent + older);
            int atOnce = (int) Math.max(1, MOST_AT_ONCE / there);
            SideIndexes indexes = SideIndexes.dropOf(connection, ENDED.keySet());
            inLanes(ENDED.keySet(), (lane, table) -> {
                for (int from = recent + 1; from <= recent + older; from += atOnce) {
                    copy(lane, table, from, Math.min(from + atOnce - 1, recent + older), step, true);
                }
                for (int from = 1; from <= recent; from += atOnce) {
                    copy(lane, table, from, Math.min(from + atOnce - 1, recent), step, false);
                }
                progress.printf("%s copied%n", table);
            });
            inLanes(indexes.definitions(), SideIndexes::make);
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema bench_pages cascade");
                statement.execute("vacuum analyze");
            }
            long orders = single(connection, "select count(*) from sales_order");
            progress.printf("%,d orders copied in %.0f s%n", orders, (System.nanoTime() - began) / 1e9);
            return orders;
        }
    }

    /** What is done with one thing over a connection of its own. */
    private interface Step {

        void take(Connection lane, String thing) throws SQLException;
    }

    /** Each once, as many at a time as there are lanes; the copies of one table need nothing of another's. */
    private void inLanes(Collection<String> things, Step step) throws SQLException {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(things);
        List<Future<Void>> ends = new ArrayList<>();
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            for (int lane = 0; lane < LANES; lane++) {
                ends.add(lanes.submit(() -> {
                    try (Connection connection = open()) {
                        for (String next = waiting.poll(); next != null; next = waiting.poll()) {
                            step.take(connection, next);
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
        } catch (ExecutionException failed) {
            throw new SQLException("the copies could not be made", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("the copies were stopped", stopped);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = settings.connect();
        // a copy of many rows takes longer than any statement of life
        Executor here = Runnable::run;
        connection.setNetworkTimeout(here, 0);
        try (Statement statement = connection.createStatement()) {
            // what the rows refer to is copied with them
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set work_mem = '64MB'");
            statement.execute("set maintenance_work_mem = '256MB'");
        }
        return connection;
    }

    /** What the copies are made of: only what was there before the first of them. */
    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench_pages cascade");
            statement.execute("create schema bench_pages");
            statement.execute("""
                    create function bench_pages.copy(old uuid, k int, step bigint) returns uuid language sql immutable
                    as $$ select overlay(md5(old::text || k) placing
                                         lpad(to_hex(('x' || left(replace(old::text, '-', ''), 12))::bit(48)::bigint
                                                     - k * step * 1000), 12, '0') || '7' from 1 for 13)::uuid $$
                    """);
            for (String table : ENDED.keySet()) {
                statement.execute("create table bench_pages.t_" + table + " as select * from " + table
                        + " where merchant_id = '" + merchant + "'");
            }
            statement.execute("""
                    create table bench_pages.ended as
                    select sales_order_id as id from bench_pages.t_order_line group by 1
                    having bool_and(quantity = delivered + cancelled)
                    """);
            statement.execute("""
                    create table bench_pages.purchases as select id from bench_pages.t_purchase_order
                    where sales_order_id in (select id from bench_pages.ended)
                    """);
            statement.execute("""
                    create table bench_pages.shipments as select id from bench_pages.t_shipment
                    where sales_order_id in (select id from bench_pages.ended)
                    """);
            statement.execute("""
                    create table bench_pages.packages as select id from bench_pages.t_shipment_package
                    where shipment_id in (select id from bench_pages.shipments)
                    """);
            statement.execute("""
                    create table bench_pages.numbers as select tracked_number_id as id from bench_pages.t_tracked_package
                    where sales_order_id in (select id from bench_pages.ended)
                    """);
            for (String table : List.of("ended", "purchases", "shipments", "packages", "numbers")) {
                statement.execute("analyze bench_pages." + table);
            }
        }
    }

    private static void copy(Connection connection, String table, int from, int to, long step, boolean endedOnly)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        columns(connection, table).forEach((column, type) -> {
            columns.add(column);
            values.add(value(table, column, type, step));
        });
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select "
                    + String.join(", ", values) + " from bench_pages.t_" + table
                    + " t cross join generate_series(" + from + ", " + to + ") as k"
                    + (endedOnly ? " where " + ENDED.get(table) : ""));
        }
    }

    /** Columns and their types, those that are computed left out. */
    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select column_name, data_type from information_schema.columns
                where table_name = ? and table_schema = 'public' and is_generated = 'NEVER'
                order by ordinal_position
                """)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return columns;
    }

    private static String value(String table, String column, String type, long step) {
        boolean subject = column.equals("subject_id") && !table.equals("task");
        if (SHARED.contains(column) || subject) {
            return "t." + column;
        }
        String text = OWN_TEXTS.get(column);
        if (text != null) {
            return String.format(java.util.Locale.ROOT, text, column);
        }
        return switch (type) {
            case "uuid" -> "bench_pages.copy(t." + column + ", k, " + step + ")";
            case "timestamp with time zone" -> "t." + column + " - k * " + step + " * interval '1 second'";
            default -> "t." + column;
        };
    }

    private static long single(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
