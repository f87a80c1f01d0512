package dev.baton.console;

import dev.baton.platform.MerchantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes thousands of rows of the few a test has, in the database, each with ids and names of its own. */
final class Copies {

    /** Of each table the columns that the copies share with their pattern. */
    private static final Map<String, Set<String>> SHARED = new LinkedHashMap<>();

    static {
        Set<String> all = Set.of(
                "merchant_id", "store_id", "supplier_id", "record_id", "customer_record", "document_id", "subject_id");
        for (String table : List.of(
                "store_order",
                "sales_order",
                "order_line",
                "allocation",
                "hold",
                "purchase_order",
                "purchase_order_line",
                "shipment",
                "shipment_package",
                "shipment_package_line",
                "tracked_number",
                "tracked_package")) {
            SHARED.put(table, all);
        }
        // what was seen of a parcel is one of few words
        SHARED.put("tracking_scan", Set.of("merchant_id", "code"));
        SHARED.put("task", Set.of("merchant_id"));
        SHARED.put("sku", Set.of("merchant_id"));
        SHARED.put("offer", Set.of("merchant_id", "supplier_id"));
    }

    /** Names that are unique, or read better so. */
    private static final Set<String> NAMES = Set.of(
            "store_order_id",
            "store_order_name",
            "number",
            "tracking_number",
            "tracking_said",
            "code",
            "code_key",
            "supplier_sku",
            "idempotency_key",
            "supplier_reference");

    /** Of goods there are a dozen to begin with. */
    private static final Set<String> GOODS = Set.of("sku", "offer");

    private Copies() {}

    /** So many of every row the merchant has, beside it. */
    static void make(Connection superuser, MerchantId merchant, int copies) throws SQLException {
        make(superuser, merchant, copies, SHARED.keySet());
    }

    /** So many of its orders, with their lines alone. */
    static void orders(Connection superuser, MerchantId merchant, int copies) throws SQLException {
        make(superuser, merchant, copies, List.of("sales_order", "order_line"));
    }

    private static void make(Connection superuser, MerchantId merchant, int copies, Collection<String> tables)
            throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            // what a row refers to is copied with it
            statement.execute("set session_replication_role = replica");
            for (String table : tables) {
                Map<String, String> columns = columns(superuser, table, SHARED.getOrDefault(table, Set.of()));
                statement.execute("insert into " + table + " (" + String.join(", ", columns.keySet())
                        + ") select " + String.join(", ", columns.values()) + " from " + table
                        + " t cross join generate_series(1, " + (GOODS.contains(table) ? copies / 12 : copies)
                        + ") as k where t.merchant_id = '" + merchant.value() + "'");
            }
            statement.execute("analyze");
        }
    }

    private static Map<String, String> columns(Connection connection, String table, Set<String> shared)
            throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select column_name, data_type from information_schema.columns
                where table_name = ? and table_schema = 'public' and is_generated = 'NEVER'
                order by ordinal_position
                """)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String column = rows.getString(1);
                    columns.put(column, value(column, rows.getString(2), shared));
                }
            }
        }
        return columns;
    }

    private static String value(String column, String type, Set<String> shared) {
        if (shared.contains(column)) {
            return "t." + column;
        }
        if (type.equals("uuid")) {
            return "case when t." + column + " is null then null else md5(t." + column + "::text || k)::uuid end";
        }
        return NAMES.contains(column) ? "t." + column + " || '-' || lpad(k::text, 5, '0')" : "t." + column;
    }
}
