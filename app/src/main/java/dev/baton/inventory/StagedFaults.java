package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Faults of stock files in the table feed_fault. Every method needs an open transaction. */
@Component
final class StagedFaults {

    /** Faults of one file that are kept. */
    static final int MOST = 100_000;

    private final JdbcClient jdbc;

    StagedFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the faults, those of one row as one; a row is left out when one of them says so. */
    void keep(MerchantId merchant, FeedRunId run, List<StagedFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        boolean[] used = new boolean[faults.size()];
        for (int i = 0; i < used.length; i++) {
            used[i] = faults.get(i).used();
        }
        jdbc.sql("""
                insert into feed_fault (merchant_id, feed_run_id, row_number, supplier_sku, used, message)
                select :merchant, :run, f.row, min(f.sku), bool_and(f.used), string_agg(f.message, ' ')
                from unnest(:rows::bigint[], :skus::text[], :used::bool[], :messages::text[])
                     as f (row, sku, used, message)
                where (select r.faults from feed_run r
                       where r.merchant_id = :merchant and r.feed_run_id = :run) < :most
                group by f.row
                on conflict (merchant_id, feed_run_id, row_number) do nothing
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param(
                        "rows",
                        SqlArrays.longs(
                                faults.stream().mapToLong(StagedFault::row).toArray()))
                .param(
                        "skus",
                        SqlArrays.texts(
                                faults.stream().map(StagedFault::supplierSku).toList()))
                .param("used", SqlArrays.bools(used))
                .param(
                        "messages",
                        SqlArrays.texts(
                                faults.stream().map(StagedFault::message).toList()))
                .param("most", MOST)
                .update();
        jdbc.sql("""
                update feed_run set faults = faults + :more where merchant_id = :merchant and feed_run_id = :run
                """)
                .param("more", faults.stream().map(StagedFault::row).distinct().count())
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
    }

    /** Faults behind a row, in the order of the rows. */
    List<StagedFault> page(MerchantId merchant, FeedRunId run, long afterRow, int limit) {
        return new ArrayList<>(jdbc.sql("""
                select row_number, supplier_sku, used, message from feed_fault
                where merchant_id = :merchant and feed_run_id = :run and row_number > :after
                order by row_number
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("after", afterRow)
                .param("limit", limit)
                .query((row, number) -> new StagedFault(
                        row.getLong("row_number"),
                        row.getString("supplier_sku"),
                        row.getBoolean("used"),
                        row.getString("message")))
                .list());
    }
}
