package dev.baton.console;

import dev.baton.platform.SqlArrays;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to many rows at once, so that they can undo it. */
@Component
class BulkDeeds {

    private final JdbcClient jdbc;

    BulkDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One deed.
     *
     * @param handles what an undo needs, one a row; empty = it cannot be undone
     * @param words what its notice says
     */
    record Deed(UUID id, String list, String act, List<String> handles, String words, boolean undone) {

        boolean mayUndo() {
            return !undone && !handles.isEmpty();
        }
    }

    /** Keeps it; needs an open transaction of the merchant. */
    void add(Staff staff, Deed deed, Instant at) {
        jdbc.sql("""
                insert into console_bulk (merchant_id, bulk_id, person_id, list, act, handles, words, done_at)
                values (:merchant, :id, :person, :list, :act, :handles::text[], :words, :at)
                """)
                .param("merchant", staff.merchant().value())
                .param("id", deed.id())
                .param("person", staff.person().value())
                .param("list", deed.list())
                .param("act", deed.act())
                .param("handles", SqlArrays.texts(deed.handles()))
                .param("words", deed.words())
                .param("at", SqlArrays.instant(at))
                .update();
    }

    /** The person's own deed; needs an open transaction of the merchant. */
    Optional<Deed> find(Staff staff, UUID id) {
        return jdbc.sql("""
                select list, act, handles, words, undone_at is not null as undone from console_bulk
                where merchant_id = :merchant and bulk_id = :id and person_id = :person
                """)
                .param("merchant", staff.merchant().value())
                .param("id", id)
                .param("person", staff.person().value())
                .query((row, number) -> new Deed(
                        id,
                        row.getString("list"),
                        row.getString("act"),
                        texts(row.getArray("handles")),
                        row.getString("words"),
                        row.getBoolean("undone")))
                .optional();
    }

    /** Marks it undone; false when it was before. Needs an open transaction of the merchant. */
    boolean undo(Staff staff, UUID id, String words, Instant at) {
        return jdbc.sql("""
                update console_bulk set undone_at = :at, words = :words
                where merchant_id = :merchant and bulk_id = :id and person_id = :person and undone_at is null
                """)
                        .param("at", SqlArrays.instant(at))
                        .param("words", words)
                        .param("merchant", staff.merchant().value())
                        .param("id", id)
                        .param("person", staff.person().value())
                        .update()
                == 1;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
