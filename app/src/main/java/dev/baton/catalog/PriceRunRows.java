package dev.baton.catalog;

import dev.baton.catalog.TakePriceRows.Item;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table price_run_row. Every method needs an open transaction of the merchant. */
@Component
final class PriceRunRows {

    private final JdbcClient jdbc;

    PriceRunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row that is known of a run. */
    record Listed(Item item, Instant since, long number) {}

    /** What the run says of these items so far. */
    List<Listed> listed(MerchantId merchant, PriceRunId run, Collection<Item> items) {
        return jdbc.sql("""
                select r.supplier_sku, r.ship_from, r.since, r.row_number
                from unnest(:skus::text[], :places::text[]) as i (sku, place)
                join price_run_row r on r.merchant_id = :merchant and r.run_id = :run and r.supplier_sku = i.sku
                  and r.ship_from = i.place
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("skus", SqlArrays.texts(Columns.of(items, Item::supplierSku)))
                .param("places", SqlArrays.texts(Columns.of(items, Item::shipFrom)))
                .query((row, number) -> new Listed(
                        new Item(row.getString("supplier_sku"), row.getString("ship_from")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getLong("row_number")))
                .list();
    }

    /** Those of these items that a later edition of the run's list names, which counts. */
    Set<Item> listedLater(MerchantId merchant, PriceRunId run, Collection<Item> items) {
        List<UUID> later = jdbc.sql("""
                select l.run_id
                from price_run own
                join price_run l on l.merchant_id = :merchant and l.source_id = own.source_id
                  and l.stated_at > own.stated_at and l.state in ('APPLYING', 'APPLIED')
                where own.merchant_id = :merchant and own.run_id = :run
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .query((row, number) -> row.getObject("run_id", UUID.class))
                .list();
        Set<Item> named = new HashSet<>();
        later.forEach(
                edition -> listed(merchant, new PriceRunId(edition), items).forEach(each -> named.add(each.item())));
        return named;
    }

    /** Keeps what rows come to, in place of what was said of the same rows before. */
    void keep(MerchantId merchant, PriceRunId run, List<PriceChange> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into price_run_row (merchant_id, run_id, supplier_sku, ship_from, since, row_number, outcome,
                                           before_cost_micros, before_currency, before_price_breaks, unit_cost_micros,
                                           currency, price_breaks)
                select :merchant, :run, r.sku, r.place, r.since, r.number, r.outcome, r.before_cost, r.before_currency,
                       r.before_breaks, r.cost, r.currency, r.breaks
                from unnest(:skus::text[], :places::text[], :since::timestamptz[], :numbers::bigint[],
                            :outcomes::text[], :beforeCosts::bigint[], :beforeCurrencies::text[],
                            :beforeBreaks::text[], :costs::bigint[], :currencies::text[], :breaks::text[])
                     as r (sku, place, since, number, outcome, before_cost, before_currency, before_breaks, cost,
                           currency, breaks)
                on conflict (merchant_id, run_id, supplier_sku, ship_from, since) do update
                set outcome = excluded.outcome, before_cost_micros = excluded.before_cost_micros,
                    before_currency = excluded.before_currency, before_price_breaks = excluded.before_price_breaks,
                    price_breaks = excluded.price_breaks
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("skus", SqlArrays.texts(Columns.of(rows, PriceChange::supplierSku)))
                .param("places", SqlArrays.texts(Columns.of(rows, PriceChange::shipFrom)))
                .param("since", SqlArrays.instants(Columns.of(rows, PriceChange::since)))
                .param("numbers", SqlArrays.longs(Columns.of(rows, PriceChange::row)))
                .param(
                        "outcomes",
                        SqlArrays.texts(Columns.of(rows, each -> each.outcome().name())))
                .param(
                        "beforeCosts",
                        SqlArrays.longs(Columns.<PriceChange, @Nullable Long>of(
                                rows,
                                each -> each.before() == null
                                        ? null
                                        : Long.valueOf(each.before().micros()))))
                .param(
                        "beforeCurrencies",
                        SqlArrays.texts(Columns.<PriceChange, @Nullable String>of(
                                rows,
                                each -> each.before() == null
                                        ? null
                                        : each.before().currency())))
                .param("beforeBreaks", Columns.breaks(rows, PriceChange::before))
                .param("breaks", Columns.breaks(rows, PriceChange::cost))
                .param(
                        "costs",
                        SqlArrays.longs(Columns.of(rows, each -> each.cost().micros())))
                .param(
                        "currencies",
                        SqlArrays.texts(Columns.of(rows, each -> each.cost().currency())))
                .update();
    }

    /** Rows behind one (0 = from the first) in their order, all or those of one outcome. */
    List<PriceChange> page(MerchantId merchant, PriceRunId run, @Nullable PriceOutcome outcome, long after, int limit) {
        return outcome == null || outcome == PriceOutcome.UNCHANGED
                ? amongAll(merchant, run, outcome, after, limit)
                : told(merchant, run, outcome, after, limit);
    }

    private List<PriceChange> amongAll(
            MerchantId merchant, PriceRunId run, @Nullable PriceOutcome outcome, long after, int limit) {
        return jdbc.sql("""
                select row_number, supplier_sku, ship_from, since, outcome, before_cost_micros, before_currency,
                       before_price_breaks, unit_cost_micros, currency, price_breaks
                from price_run_row
                where merchant_id = :merchant and run_id = :run and row_number > :after
                  and (:outcome::text is null or outcome = :outcome)
                order by row_number
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Says of which rows there is an index, so that it is used whatever the outcome. */
    private List<PriceChange> told(MerchantId merchant, PriceRunId run, PriceOutcome outcome, long after, int limit) {
        return jdbc.sql("""
                select row_number, supplier_sku, ship_from, since, outcome, before_cost_micros, before_currency,
                       before_price_breaks, unit_cost_micros, currency, price_breaks
                from price_run_row
                where merchant_id = :merchant and run_id = :run and outcome = :outcome and outcome <> 'UNCHANGED'
                  and row_number > :after
                order by row_number
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("outcome", outcome.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static PriceChange read(ResultSet row) throws SQLException {
        @Nullable String currency = row.getString("before_currency");
        return new PriceChange(
                row.getLong("row_number"),
                row.getString("supplier_sku"),
                row.getString("ship_from"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                PriceOutcome.valueOf(row.getString("outcome")),
                currency == null
                        ? null
                        : new Cost(
                                row.getLong("before_cost_micros"),
                                currency,
                                PriceBreak.read(row.getString("before_price_breaks"))),
                Cost.read(row));
    }

    /** An ended earlier edition of the run's list whose rows are still kept; empty when there is none. */
    Optional<PriceRunId> earlier(MerchantId merchant, PriceRunId run) {
        return jdbc.sql("""
                select e.run_id
                from price_run own
                join price_run e on e.merchant_id = :merchant and e.source_id = own.source_id
                  and e.stated_at < own.stated_at and e.state in ('APPLIED', 'REFUSED')
                where own.merchant_id = :merchant and own.run_id = :run
                  and exists (select 1 from price_run_row r where r.merchant_id = :merchant and r.run_id = e.run_id)
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .query((row, number) -> new PriceRunId(row.getObject("run_id", UUID.class)))
                .optional();
    }

    /** Forgets the first so many rows of a run. */
    void forget(MerchantId merchant, PriceRunId run, int most) {
        jdbc.sql("""
                delete from price_run_row
                where merchant_id = :merchant and run_id = :run
                  and row_number <= (select max(f.row_number)
                                     from (select row_number from price_run_row
                                           where merchant_id = :merchant and run_id = :run
                                           order by row_number
                                           limit :most) f)
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("most", most)
                .update();
    }
}
