package dev.baton.inventory;

import dev.baton.catalog.MatchCodes;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets a piece of a stock file against the supplier's offers. Every method needs an open transaction, and the piece is
 * gone at its end.
 */
@Component
final class StatedRows {

    /** What is told of a row that names no single offer, or not quite. */
    private static final Map<String, String> MESSAGES = Map.of(
            "NONE",
            FeedLines.NO_OFFER,
            "ELSEWHERE",
            FeedLines.OTHER_PLACES,
            "SEVERAL",
            FeedLines.SEVERAL_PLACES,
            "BELOW",
            FeedLines.BELOW_ZERO,
            "TWICE",
            FeedLines.ON_TWO_ROWS);

    private final JdbcClient jdbc;
    private final MatchCodes codes;

    StatedRows(JdbcClient jdbc, MatchCodes codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    /**
     * Takes the rows of a piece and matches them.
     *
     * @param unread rows left out by their reader: their offers are neither listed nor absent
     */
    void match(MerchantId merchant, StagedRun run, List<StagedRow> rows, List<StagedFault> unread) {
        List<Long> numbers = new ArrayList<>(rows.size());
        List<String> skus = new ArrayList<>(rows.size());
        List<@Nullable String> places = new ArrayList<>(rows.size());
        List<@Nullable Integer> quantities = new ArrayList<>(rows.size());
        for (StagedRow row : rows) {
            numbers.add(row.row());
            skus.add(row.supplierSku().strip());
            places.add(row.shipFrom() == null ? run.place() : row.shipFrom());
            quantities.add(row.quantity());
        }
        for (StagedFault fault : unread) {
            numbers.add(fault.row());
            skus.add(fault.supplierSku().strip());
            places.add(run.place());
            quantities.add(null);
        }
        drop();
        jdbc.sql("""
                create temporary table stated_code (row_number bigint, supplier_sku text, ship_from text, quantity integer)
                on commit drop
                """).update();
        jdbc.sql("""
                insert into stated_code (row_number, supplier_sku, ship_from, quantity)
                select r.row_number, r.supplier_sku, r.ship_from, r.quantity
                from unnest(:numbers::bigint[], :skus::text[], :places::text[], :quantities::int[])
                     as r (row_number, supplier_sku, ship_from, quantity)
                """)
                .param("numbers", SqlArrays.longs(numbers))
                .param("skus", SqlArrays.texts(skus))
                .param("places", SqlArrays.texts(places))
                .param("quantities", SqlArrays.ints(quantities))
                .update();
        jdbc.sql("analyze stated_code").update();
        codes.match(merchant, run.supplier());
        jdbc.sql("analyze matched_code").update();
    }

    /** For a second piece in one transaction. */
    private void drop() {
        jdbc.sql("drop table if exists pg_temp.stated_code, pg_temp.matched_code")
                .update();
    }

    /** Keeps what the rows say: of two figures for one offer the lower, and any before none. */
    void keep(MerchantId merchant, FeedRunId run) {
        jdbc.sql("""
                with fitting as materialized (
                    select row_number, quantity, offer_id, sku_id from matched_code
                    where ship_from is null or ship_from = offered_from),
                several as (select row_number from fitting group by row_number having count(*) > 1)
                insert into feed_staged (merchant_id, feed_run_id, offer_id, sku_id, quantity)
                select :merchant, :run, f.offer_id, f.sku_id,
                       min(case when s.row_number is null and f.quantity is not null then greatest(f.quantity, 0) end)
                from fitting f left join several s on s.row_number = f.row_number
                group by f.offer_id, f.sku_id
                order by f.offer_id
                on conflict (merchant_id, feed_run_id, offer_id)
                do update set quantity = least(feed_staged.quantity, excluded.quantity)
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .update();
    }

    /** What was wrong with rows as to their offers, in the order of the rows, at most so many. */
    List<StagedFault> faults(int limit) {
        return jdbc.sql("""
                with found as (
                    select row_number, count(*) filter (where ship_from is null or ship_from = offered_from) as fitting
                    from matched_code group by row_number),
                single as (
                    select m.row_number, m.offer_id
                    from matched_code m join found f on f.row_number = m.row_number and f.fitting = 1
                    where m.quantity is not null and (m.ship_from is null or m.ship_from = m.offered_from)),
                twice as (select offer_id, min(row_number) as first from single group by offer_id having count(*) > 1)
                select row_number, supplier_sku, what
                from (select c.row_number, c.supplier_sku,
                             case when f.row_number is null then 'NONE'
                                  when f.fitting = 0 then 'ELSEWHERE'
                                  when f.fitting > 1 then 'SEVERAL'
                                  else 'BELOW' end as what
                      from stated_code c left join found f on f.row_number = c.row_number
                      where c.quantity is not null and (f.row_number is null or f.fitting <> 1 or c.quantity < 0)
                      union all
                      select c.row_number, c.supplier_sku, 'TWICE'
                      from twice t
                      join single s on s.offer_id = t.offer_id and s.row_number <> t.first
                      join stated_code c on c.row_number = s.row_number and c.quantity is not null) as wrong
                order by row_number
                limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> {
                    String what = row.getString("what");
                    boolean used = what.equals("BELOW") || what.equals("TWICE");
                    return new StagedFault(
                            row.getLong("row_number"),
                            row.getString("supplier_sku"),
                            used,
                            MESSAGES.getOrDefault(what, what));
                })
                .list();
    }
}
