package dev.baton.console;

import dev.baton.console.BulkRun.State;
import dev.baton.merchants.PersonId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of what is done to all rows of lists. Every method needs an open transaction of the merchant; each step is a
 * guarded update, so that a step whose time is over finds nothing to change.
 */
@Component
class BulkRuns {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SCHEMA = 1;
    private static final int MOST_SHOWN = 5;
    private static final int FORGOTTEN_AT_ONCE = 5;

    private final JdbcClient jdbc;

    BulkRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, BulkRun run) {
        jdbc.sql("""
                insert into console_bulk_run (merchant_id, run_id, person_id, list, act, query, cursor, state, given,
                        gathered, will, done, failed, undone, kept, cut, asked_at)
                values (:merchant, :id, :person, :list, :act, :query, '', 'GATHERING', :given::jsonb,
                        0, 0, 0, 0, 0, 0, false, :at)
                """)
                .param("merchant", merchant.value())
                .param("id", run.id())
                .param("person", run.person().value())
                .param("list", run.list())
                .param("act", run.act())
                .param("query", run.query())
                .param("given", given(run.given()))
                .param("at", SqlArrays.instant(run.askedAt()))
                .update();
    }

    /** Forgets a few that ended before that moment, their rows with them. */
    void forget(MerchantId merchant, Instant before) {
        jdbc.sql("""
                delete from console_bulk_run where merchant_id = :merchant and run_id in (
                    select run_id from console_bulk_run
                    where merchant_id = :merchant and ended_at < :before
                    order by run_id limit :most)
                """)
                .param("merchant", merchant.value())
                .param("before", SqlArrays.instant(before))
                .param("most", FORGOTTEN_AT_ONCE)
                .update();
    }

    Optional<BulkRun> find(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select run_id, person_id, list, act, query, cursor, state, given, gathered, will, done, failed, undone,
                       kept, cut, note, asked_at
                from console_bulk_run where merchant_id = :merchant and run_id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query(BulkRuns::read)
                .optional();
    }

    /** What the person has under way on a list, the last one first. */
    List<BulkRun> open(Staff staff, String list) {
        return jdbc.sql("""
                select run_id, person_id, list, act, query, cursor, state, given, gathered, will, done, failed, undone,
                       kept, cut, note, asked_at
                from console_bulk_run
                where merchant_id = :merchant and person_id = :person and list = :list
                  and state in ('GATHERING', 'READY', 'RUNNING', 'UNDOING')
                order by run_id desc limit :most
                """)
                .param("merchant", staff.merchant().value())
                .param("person", staff.person().value())
                .param("list", list)
                .param("most", MOST_SHOWN)
                .query(BulkRuns::read)
                .list();
    }

    /**
     * Notes that a page of the list is written down.
     *
     * @param before where the page before it ended
     * @return false when it was written down already, or nobody wants it any more
     */
    boolean gathered(MerchantId merchant, BulkRun run, String before) {
        return jdbc.sql("""
                update console_bulk_run set cursor = :cursor, gathered = :gathered, will = :will, cut = :cut,
                       state = :state, query = :query
                where merchant_id = :merchant and run_id = :id and state = 'GATHERING' and cursor = :before
                """)
                        .param("cursor", run.cursor())
                        .param("gathered", run.gathered())
                        .param("will", run.will())
                        .param("cut", run.cut())
                        .param("state", run.state().name())
                        .param("query", run.query())
                        .param("merchant", merchant.value())
                        .param("id", run.id())
                        .param("before", before)
                        .update()
                == 1;
    }

    /** Begins it with what the person typed; false when it was begun or left before. */
    boolean begin(MerchantId merchant, UUID id, Map<String, String> given) {
        return jdbc.sql("""
                update console_bulk_run set state = 'RUNNING', given = :given::jsonb
                where merchant_id = :merchant and run_id = :id and state = 'READY' and will > 0
                """)
                        .param("given", given(given))
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Begins to take it back; false when nothing of it is to be taken back, or it was before. */
    boolean beginUndo(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                update console_bulk_run set state = 'UNDOING', note = null, ended_at = null
                where merchant_id = :merchant and run_id = :id and state = 'ENDED' and done > 0
                """).param("merchant", merchant.value()).param("id", id).update() == 1;
    }

    /** Ends a step, if it is still that step; {@code note} says why it ended early. */
    boolean end(MerchantId merchant, UUID id, State from, State to, @Nullable String note, Instant at) {
        return jdbc.sql("""
                update console_bulk_run set state = :to, note = :note, ended_at = :at, query = '', given = :none::jsonb
                where merchant_id = :merchant and run_id = :id and state = :from
                """)
                        .param("to", to.name())
                        .param("note", note, Types.VARCHAR)
                        .param("at", SqlArrays.instant(at))
                        .param("none", given(Map.of()))
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /**
     * Counts one row of the step, and so keeps the step from ending before the row's transaction does.
     *
     * @return false when the step is over
     */
    boolean count(MerchantId merchant, UUID id, BulkRows.Fate fate) {
        return jdbc.sql("""
                update console_bulk_run set
                    done = done + case when :fate = 'DONE' then 1 else 0 end,
                    failed = failed + case when :fate = 'FAILED' then 1 else 0 end,
                    undone = undone + case when :fate = 'UNDONE' then 1 else 0 end,
                    kept = kept + case when :fate = 'KEPT' then 1 else 0 end
                where merchant_id = :merchant and run_id = :id and state = :step
                """)
                        .param("fate", fate.name())
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("step", fate.step().name())
                        .update()
                == 1;
    }

    private static String given(Map<String, String> fields) {
        ObjectNode given = JSON.createObjectNode();
        given.put("schemaVersion", SCHEMA);
        ObjectNode typed = given.putObject("fields");
        fields.forEach(typed::put);
        return given.toString();
    }

    private static Map<String, String> fields(String given) {
        Map<String, String> fields = new HashMap<>();
        JSON.readTree(given)
                .path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        return fields;
    }

    private static BulkRun read(ResultSet row, int number) throws SQLException {
        return new BulkRun(
                row.getObject("run_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("list"),
                row.getString("act"),
                row.getString("query"),
                row.getString("cursor"),
                State.valueOf(row.getString("state")),
                fields(row.getString("given")),
                row.getInt("gathered"),
                row.getInt("will"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("undone"),
                row.getInt("kept"),
                row.getBoolean("cut"),
                row.getString("note"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
