package dev.baton.world.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Indexes that no key needs, taken off tables while many rows are written and made again after it: that is faster. */
record SideIndexes(List<String> definitions) {

    SideIndexes {
        definitions = List.copyOf(definitions);
    }

    /** Takes them off the tables. */
    static SideIndexes dropOf(Connection connection, Collection<String> tables) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select c.relname, pg_get_indexdef(c.oid) from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_class t on t.oid = i.indrelid
                join pg_namespace n on n.oid = t.relnamespace
                where n.nspname = 'public' and t.relname = any(?) and not i.indisunique
                order by c.relname
                """)) {
            query.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String index : found.keySet()) {
                statement.execute("drop index " + index);
            }
        }
        return new SideIndexes(List.copyOf(found.values()));
    }

    /** Makes one again. */
    static void make(Connection connection, String definition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(definition);
        }
    }
}
