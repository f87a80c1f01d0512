package dev.baton.console;

import dev.baton.console.ListViews.Effect;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows something is done to, in the order of their list. Every method needs an open transaction of the merchant. */
@Component
class BulkRows {

    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What becomes of a row. */
    enum Fate {
        /** Nothing can happen to it. */
        NOT(BulkRun.State.GATHERING),
        /** Its turn comes; DONE or FAILED follows. */
        WAITING(BulkRun.State.GATHERING),
        /** It was done; UNDONE or KEPT may follow. */
        DONE(BulkRun.State.RUNNING),
        /** It was refused. */
        FAILED(BulkRun.State.RUNNING),
        /** It was done and taken back. */
        UNDONE(BulkRun.State.UNDOING),
        /** It was done and could not be taken back any more. */
        KEPT(BulkRun.State.UNDOING);

        private final BulkRun.State step;

        Fate(BulkRun.State step) {
            this.step = step;
        }

        /** The step of a run in which it comes about. */
        BulkRun.State step() {
            return step;
        }
    }

    /** A row; {@code way} is which of several it was shown to go, empty = there is but one. */
    record Row(
            int position, String key, String name, String path, Fate fate, String words, String handle, String way) {}

    /** How many rows something happens to, or does not, for the same reason. */
    record Reason(boolean will, String words, int rows) {}

    /**
     * Writes them down behind those there are; a row that is there already is left out.
     *
     * @return how many are new, and to how many of these something is to happen
     */
    Added add(MerchantId merchant, UUID run, List<Effect> effects) {
        List<Boolean> added = jdbc.sql("""
                        insert into console_bulk_row (merchant_id, run_id, position, key, name, path, state, words, handle, way)
                        select :merchant, :run,
                               e.position + (select coalesce(max(position), -1) + 1 from console_bulk_row
                                             where merchant_id = :merchant and run_id = :run),
                               e.key, e.name, e.path, e.state, e.words, '', e.way
                        from unnest(:positions::int8[], :keys::text[], :names::text[], :paths::text[], :states::text[],
                                    :words::text[], :ways::text[])
                             as e (position, key, name, path, state, words, way)
                        on conflict (merchant_id, run_id, key) do nothing
                        returning state = 'WAITING' as will
                        """)
                .param("merchant", merchant.value())
                .param("run", run)
                .param(
                        "positions",
                        SqlArrays.longs(IntStream.range(0, effects.size())
                                .mapToLong(i -> i)
                                .toArray()))
                .param("keys", SqlArrays.texts(effects.stream().map(Effect::key).toList()))
                .param(
                        "names",
                        SqlArrays.texts(effects.stream().map(Effect::name).toList()))
                .param(
                        "paths",
                        SqlArrays.texts(effects.stream().map(Effect::path).toList()))
                .param(
                        "states",
                        SqlArrays.texts(effects.stream()
                                .map(effect -> (effect.will() ? Fate.WAITING : Fate.NOT).name())
                                .toList()))
                .param(
                        "words",
                        SqlArrays.texts(effects.stream().map(Effect::words).toList()))
                .param("ways", SqlArrays.texts(effects.stream().map(Effect::way).toList()))
                .query((row, number) -> row.getBoolean("will"))
                .list();
        return new Added(added.size(), (int) added.stream().filter(will -> will).count());
    }

    /** What was added. */
    record Added(int rows, int will) {}

    /** Rows of that fate behind a position, in order. */
    List<Row> page(MerchantId merchant, UUID run, Fate fate, int behind, int limit) {
        return jdbc.sql("""
                select position, key, name, path, state, words, handle, way from console_bulk_row
                where merchant_id = :merchant and run_id = :run and state = :fate and position > :behind
                order by position limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run)
                .param("fate", fate.name())
                .param("behind", behind)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getInt("position"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("path"),
                        Fate.valueOf(row.getString("state")),
                        row.getString("words"),
                        row.getString("handle"),
                        row.getString("way")))
                .list();
    }

    /** What was to happen when they were looked at, most rows first. */
    List<Reason> reasons(MerchantId merchant, UUID run, int limit) {
        return jdbc.sql("""
                select state = 'WAITING' as will, words, count(*) as rows from console_bulk_row
                where merchant_id = :merchant and run_id = :run and state in ('WAITING', 'NOT')
                group by 1, 2 order by 1 desc, 3 desc, 2 limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run)
                .param("limit", limit)
                .query((row, number) -> new Reason(row.getBoolean("will"), row.getString("words"), row.getInt("rows")))
                .list();
    }

    /** Moves one row on; false when it was moved before. */
    boolean move(MerchantId merchant, UUID run, Row row, Fate to, String words, String handle) {
        return jdbc.sql("""
                update console_bulk_row set state = :to, words = :words, handle = :handle
                where merchant_id = :merchant and run_id = :run and position = :position and state = :from
                """)
                        .param("to", to.name())
                        .param("words", words)
                        .param("handle", handle)
                        .param("merchant", merchant.value())
                        .param("run", run)
                        .param("position", row.position())
                        .param("from", row.fate().name())
                        .update()
                == 1;
    }
}
