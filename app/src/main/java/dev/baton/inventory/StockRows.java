package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table stock. */
@Component
final class StockRows {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    StockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows that exist, in the order of their offers, locked in that order. */
    List<StockRow> lock(MerchantId merchant, Collection<OfferId> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, observed, buffer, withheld, uncovered, observed_at,
                       observed_sequence,
                       left_out, discontinued, short_since
                from stock
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by merchant_id, offer_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query((row, number) -> read(row))
                .list();
    }

    /** The rows that exist, without a lock: another act may change them at any moment. */
    List<StockRow> glance(MerchantId merchant, Collection<OfferId> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, observed, buffer, withheld, uncovered, observed_at,
                       observed_sequence,
                       left_out, discontinued, short_since
                from stock
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by offer_id
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query((row, number) -> read(row))
                .list();
    }

    /** A page of a supplier's rows by offer, after the given one (null = from the first), without a lock. */
    List<StockRow> page(MerchantId merchant, SupplierId supplier, @Nullable OfferId after, int limit) {
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, observed, buffer, withheld, uncovered, observed_at,
                       observed_sequence,
                       left_out, discontinued, short_since
                from stock
                where merchant_id = :merchant and supplier_id = :supplier and offer_id > :after
                order by offer_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * A page of the rows a staged full file does not list and whose absence may mean something, by offer, after the given
     * one (null = from the first), without a lock.
     */
    List<StockRow> unlisted(MerchantId merchant, StagedRun run, @Nullable OfferId after, int limit) {
        return jdbc.sql("""
                select s.offer_id, s.sku_id, s.supplier_id, s.observed, s.buffer, s.withheld, s.uncovered, s.observed_at,
                       s.observed_sequence, s.left_out, s.discontinued, s.short_since
                from stock s
                where s.merchant_id = :merchant and s.supplier_id = :supplier and s.offer_id > :after
                  and not exists (select 1 from feed_staged f
                                  where f.merchant_id = :merchant and f.feed_run_id = :run and f.offer_id = s.offer_id
                                    and f.offer_id > :after and f.quantity is not null)
                  and (s.observed <> 0 and :absence <> 'KEEP' or s.discontinued and :absence = 'ZERO'
                       or not s.discontinued and :absence = 'DISCONTINUED'
                       or not s.left_out and s.observed_at is not null
                          and (:absence = 'KEEP'
                               or exists (select 1 from feed_staged u
                                          where u.merchant_id = :merchant and u.feed_run_id = :run
                                            and u.offer_id = s.offer_id)))
                order by s.offer_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("run", run.id().value())
                .param("absence", run.absence().name())
                .param("after", after == null ? FIRST : after.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Rows for offers that have none: nothing observed, nothing promised, kept back what is stated of more than them. */
    void insertMissing(MerchantId merchant, Collection<UnseenOffer> offers) {
        if (offers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into stock (merchant_id, offer_id, sku_id, supplier_id, observed, buffer, uncovered, left_out,
                                   discontinued)
                select :merchant, o.offer, o.sku, o.supplier, 0, coalesce(k.units, p.units, 0), 0, false, false
                from unnest(:offers::uuid[], :skus::uuid[], :suppliers::uuid[]) as o (offer, sku, supplier)
                left join stock_buffer k on k.merchant_id = :merchant and k.layer = 'SKU' and k.subject = o.sku
                left join stock_buffer p on p.merchant_id = :merchant and p.layer = 'SUPPLIER'
                                            and p.subject = o.supplier
                order by o.offer
                on conflict (merchant_id, offer_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param(
                        "offers",
                        SqlArrays.uuids(offers.stream()
                                .map(each -> each.offer().value())
                                .toList()))
                .param(
                        "skus",
                        SqlArrays.uuids(
                                offers.stream().map(each -> each.sku().value()).toList()))
                .param(
                        "suppliers",
                        SqlArrays.uuids(offers.stream()
                                .map(each -> each.supplier().value())
                                .toList()))
                .update();
    }

    /** Notes that offers whose rows are locked have ended, or that they go on. */
    void end(MerchantId merchant, Collection<OfferId> offers, boolean ended) {
        if (offers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update stock set ended = :ended
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and ended <> :ended
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .param("ended", ended)
                .update();
    }

    /** Writes rows that are locked. */
    void write(MerchantId merchant, List<StockRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int written = jdbc.sql("""
                update stock
                set observed = s.observed, buffer = s.buffer, withheld = s.withheld, uncovered = s.uncovered, observed_at = s.observed_at,
                    observed_sequence = s.observed_sequence, left_out = s.left_out, discontinued = s.discontinued,
                    short_since = s.short_since
                from unnest(:offers::uuid[], :observed::int[], :buffers::int[], :withheld::int[], :uncovered::bigint[],
                            :observedAt::timestamptz[], :sequences::bigint[], :leftOut::bool[],
                            :discontinued::bool[], :shortSince::timestamptz[])
                     as s (offer, observed, buffer, withheld, uncovered, observed_at,
                       observed_sequence, left_out,
                           discontinued, short_since)
                where stock.merchant_id = :merchant and stock.offer_id = s.offer
                """)
                .param("merchant", merchant.value())
                .param(
                        "offers",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.offer().value()).toList()))
                .param(
                        "observed",
                        SqlArrays.ints(
                                rows.stream().mapToInt(StockRow::observed).toArray()))
                .param(
                        "buffers",
                        SqlArrays.ints(rows.stream().mapToInt(StockRow::buffer).toArray()))
                .param(
                        "withheld",
                        SqlArrays.ints(
                                rows.stream().mapToInt(StockRow::withheld).toArray()))
                .param(
                        "uncovered",
                        SqlArrays.longs(
                                rows.stream().mapToLong(StockRow::uncovered).toArray()))
                .param(
                        "observedAt",
                        SqlArrays.instants(
                                rows.stream().map(StockRow::observedAt).toList()))
                .param(
                        "sequences",
                        SqlArrays.longs(
                                rows.stream().map(StockRow::observedSequence).toList()))
                .param("leftOut", bools(rows, StockRow::leftOut))
                .param("discontinued", bools(rows, StockRow::discontinued))
                .param(
                        "shortSince",
                        SqlArrays.instants(
                                rows.stream().map(StockRow::shortSince).toList()))
                .update();
        if (written != rows.size()) {
            throw new IllegalStateException("wrote " + written + " of " + rows.size() + " locked stock rows");
        }
    }

    private static SqlTypeValue bools(List<StockRow> rows, Predicate<StockRow> of) {
        boolean[] values = new boolean[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of.test(rows.get(i));
        }
        return SqlArrays.bools(values);
    }

    private static StockRow read(ResultSet row) throws SQLException {
        return new StockRow(
                Columns.offer(row),
                Columns.sku(row),
                Columns.supplier(row),
                row.getInt("observed"),
                row.getInt("buffer"),
                row.getInt("withheld"),
                row.getLong("uncovered"),
                Columns.instant(row, "observed_at"),
                Columns.number(row, "observed_sequence"),
                row.getBoolean("left_out"),
                row.getBoolean("discontinued"),
                Columns.instant(row, "short_since"));
    }
}
