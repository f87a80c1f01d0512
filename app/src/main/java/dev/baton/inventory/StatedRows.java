package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets a piece of a stock file against the supplier's offers, all rows at once: catalog shows its offers as the set {@code
 * offers_of_supplier}.
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

    StatedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The piece as columns. */
    private static final class Piece {

        private final List<Long> numbers = new ArrayList<>();
        private final List<String> skus = new ArrayList<>();
        private final List<@Nullable String> places = new ArrayList<>();
        private final List<@Nullable Integer> quantities = new ArrayList<>();

        void add(long row, String sku, @Nullable String place, @Nullable Integer quantity) {
            numbers.add(row);
            skus.add(sku.strip());
            places.add(place);
            quantities.add(quantity);
        }
    }

    /**
     * Keeps what the rows say, of two figures for one offer the lower, and any before none. Needs an open transaction.
     *
     * @param unread rows left out by their reader: their offers are neither listed nor absent
     * @return what was wrong with rows as to their offers, at most as many as are kept of a file
     */
    List<StagedFault> keep(MerchantId merchant, StagedRun run, List<StagedRow> rows, List<StagedFault> unread) {
        Piece piece = new Piece();
        rows.forEach(row -> piece.add(
                row.row(), row.supplierSku(), row.shipFrom() == null ? run.place() : row.shipFrom(), row.quantity()));
        unread.forEach(fault -> piece.add(fault.row(), fault.supplierSku(), run.place(), null));
        return piece.numbers.isEmpty() ? List.of() : keep(merchant, run, piece);
    }

    private List<StagedFault> keep(MerchantId merchant, StagedRun run, Piece piece) {
        return jdbc.sql("""
                with stated as materialized (
                    select r.row_number, r.supplier_sku, r.ship_from, r.quantity
                    from unnest(:numbers::bigint[], :skus::text[], :places::text[], :quantities::int[])
                         as r (row_number, supplier_sku, ship_from, quantity)),
                matched as materialized (
                    select s.row_number, s.quantity, o.offer_id, o.sku_id,
                           s.ship_from is null or s.ship_from = o.ship_from as fits
                    from stated s
                    join offers_of_supplier(:merchant, :supplier) o on o.supplier_sku = s.supplier_sku),
                found as materialized (
                    select row_number, count(*) filter (where fits) as fitting from matched group by row_number),
                figures as materialized (
                    select m.offer_id, m.sku_id,
                           min(greatest(m.quantity, 0)) filter (where f.fitting = 1 and m.quantity is not null) as quantity,
                           min(m.row_number) filter (where f.fitting = 1 and m.quantity is not null) as first,
                           count(*) filter (where f.fitting = 1 and m.quantity is not null) as rows
                    from matched m join found f on f.row_number = m.row_number
                    where m.fits
                    group by m.offer_id, m.sku_id),
                kept as (
                    insert into feed_staged (merchant_id, feed_run_id, offer_id, sku_id, quantity)
                    select :merchant, :run, g.offer_id, g.sku_id, g.quantity from figures g order by g.offer_id
                    on conflict (merchant_id, feed_run_id, offer_id)
                    do update set quantity = least(feed_staged.quantity, excluded.quantity))
                select row_number, supplier_sku, what
                from (select s.row_number, s.supplier_sku,
                             case when f.row_number is null then 'NONE'
                                  when f.fitting = 0 then 'ELSEWHERE'
                                  when f.fitting > 1 then 'SEVERAL'
                                  else 'BELOW' end as what
                      from stated s left join found f on f.row_number = s.row_number
                      where s.quantity is not null and (f.row_number is null or f.fitting <> 1 or s.quantity < 0)
                      union all
                      select s.row_number, s.supplier_sku, 'TWICE'
                      from figures g
                      join matched m on m.offer_id = g.offer_id and m.fits and m.row_number <> g.first
                      join found f on f.row_number = m.row_number and f.fitting = 1
                      join stated s on s.row_number = m.row_number and s.quantity is not null
                      where g.rows > 1) as wrong
                order by row_number
                limit :limit
                """)
                .param("numbers", SqlArrays.longs(piece.numbers))
                .param("skus", SqlArrays.texts(piece.skus))
                .param("places", SqlArrays.texts(piece.places))
                .param("quantities", SqlArrays.ints(piece.quantities))
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("run", run.id().value())
                .param("limit", StagedFaults.MOST)
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
