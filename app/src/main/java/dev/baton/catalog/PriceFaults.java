package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table price_fault. Every method needs an open transaction of the merchant. */
@Component
final class PriceFaults {

    /** Faults of one file that are kept. */
    static final int MOST = 100_000;

    private final JdbcClient jdbc;

    PriceFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the faults, those of one row as one; a row is left out when one of them says so. */
    void keep(MerchantId merchant, PriceRunId run, List<PriceFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into price_fault (merchant_id, run_id, row_number, supplier_sku, used, message)
                select :merchant, :run, f.row, min(f.sku), bool_and(f.used), string_agg(f.message, ' ')
                from unnest(:rows::bigint[], :skus::text[], :used::bool[], :messages::text[])
                     as f (row, sku, used, message)
                where (select r.faults from price_run r where r.merchant_id = :merchant and r.run_id = :run) < :most
                group by f.row
                on conflict (merchant_id, run_id, row_number) do update
                set used = excluded.used, message = excluded.message
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("rows", SqlArrays.longs(Columns.of(faults, PriceFault::row)))
                .param("skus", SqlArrays.texts(Columns.of(faults, PriceFault::supplierSku)))
                .param("used", SqlArrays.bools(Columns.flags(faults, PriceFault::used)))
                .param("messages", SqlArrays.texts(Columns.of(faults, PriceFault::message)))
                .param("most", MOST)
                .update();
    }

    /** Faults behind a row, in the order of the rows. */
    List<PriceFault> page(MerchantId merchant, PriceRunId run, long afterRow, int limit) {
        return jdbc.sql("""
                select row_number, supplier_sku, used, message from price_fault
                where merchant_id = :merchant and run_id = :run and row_number > :after
                order by row_number
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("after", afterRow)
                .param("limit", limit)
                .query((row, number) -> new PriceFault(
                        row.getLong("row_number"),
                        row.getString("supplier_sku"),
                        row.getBoolean("used"),
                        row.getString("message")))
                .list();
    }

    /** Whether a row of the run was left out. */
    boolean leftOut(MerchantId merchant, PriceRunId run) {
        return jdbc.sql("""
                select exists (select 1 from price_fault
                               where merchant_id = :merchant and run_id = :run and not used)
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }
}
