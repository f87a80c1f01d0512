package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Merges what is plain of a staged file set-wise: figures younger than all that is known, of offers of which nothing is
 * promised. What is not plain is named, and goes the way that looks at each row. The rule is that of {@link Figure} and
 * {@link Balance#observe}; a test holds the two ways to the same result. Every method needs an open transaction.
 */
@Component
final class MergePlain {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final FeedScopes scopes;
    private final StockChanges stock;
    private final SideBySide sides;

    MergePlain(JdbcClient jdbc, FeedScopes scopes, StockChanges stock, SideBySide sides) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.stock = stock;
        this.sides = sides;
    }

    /** Whether a figure of the run is younger than all that runs say of offers they do not list. */
    boolean fits(MerchantId merchant, FeedMerge run) {
        Scope scope = scopes.lock(merchant, run.supplier());
        return run.order().sequence() == null
                && run.order().against(scope.fullAt(), scope.fullSequence()) == FeedOrder.Age.NEWER
                && run.order().against(scope.announcedAt(), scope.announcedSequence()) != FeedOrder.Age.OLDER;
    }

    /** The last offer of the next so many staged figures; null when there are not as many. */
    @Nullable
    OfferId partAfter(MerchantId merchant, FeedMerge run, @Nullable OfferId after, int figures) {
        return jdbc.sql("""
                select offer_id from feed_staged
                where merchant_id = :merchant and feed_run_id = :run and offer_id > :after
                order by offer_id
                offset :skipped limit 1
                """)
                .param("merchant", merchant.value())
                .param("run", run.id().value())
                .param("after", after == null ? FIRST : after.value())
                .param("skipped", figures - 1)
                .query((row, number) -> Columns.offer(row))
                .optional()
                .orElse(null);
    }

    /** A part of the staged figures: behind an offer (null = from the first) up to one (null = to the last). */
    record Part(@Nullable OfferId after, @Nullable OfferId upTo) {

        UUID from() {
            return after == null ? FIRST : after.value();
        }

        UUID to() {
            return upTo == null ? new UUID(-1, -1) : upTo.value();
        }
    }

    /** What was written: rows, those of them whose figure is another, and the last of them. */
    record Written(int rows, int applied, @Nullable OfferId last) {}

    /** Writes the first so many figures of a part whose offers have no stock row yet, and tells of them. */
    Written insertFresh(MerchantId merchant, StagedRun staged, FeedMerge run, Part part, int most) {
        Fresh fresh = sides.read(staged.offers(), () -> fresh(merchant, run, part, most));
        stock.tell(merchant, fresh.moved, fresh.awaited);
        return fresh.written;
    }

    /** What was written of offers that are seen for the first time. */
    private record Fresh(Written written, List<SkuId> moved, List<SkuId> awaited) {}

    /** Buffers are looked up, not joined: walking side by side, each stretch would sort the whole file by its SKUs. */
    private Fresh fresh(MerchantId merchant, FeedMerge run, Part part, int most) {
        return jdbc.sql("""
                with fresh as (
                    insert into stock (merchant_id, offer_id, sku_id, supplier_id, observed, buffer, uncovered,
                                       left_out, discontinued, observed_at)
                    select :merchant, f.offer_id, f.sku_id, :supplier, f.quantity,
                           coalesce(case when (select exists (select 1 from stock_buffer b
                                                              where b.merchant_id = :merchant and b.layer = 'SKU'))
                                         then (select k.units from stock_buffer k
                                               where k.merchant_id = :merchant and k.layer = 'SKU'
                                                 and k.subject = f.sku_id) end,
                                    (select p.units from stock_buffer p
                                     where p.merchant_id = :merchant and p.layer = 'SUPPLIER'
                                       and p.subject = :supplier), 0), 0,
                           false, false, :at
                    from feed_staged f
                    where f.merchant_id = :merchant and f.feed_run_id = :run
                      and f.offer_id > :after and f.offer_id <= :upTo and f.quantity is not null
                      and not exists (select 1 from stock s
                                      where s.merchant_id = :merchant and s.supplier_id = :supplier
                                        and s.offer_id = f.offer_id and s.offer_id > :after)
                    order by f.offer_id
                    limit :most
                    on conflict (merchant_id, offer_id) do nothing
                    returning offer_id, sku_id, observed, buffer),
                noted as (
                    insert into stock_observation (merchant_id, offer_id, source_id, source, effective_at, quantity,
                                                   was, outcome)
                    select :merchant, fresh.offer_id, :run, 'FEED', :at, fresh.observed, 0, 'APPLIED'
                    from fresh where fresh.observed <> 0)
                select count(*) as written, count(*) filter (where fresh.observed <> 0) as applied,
                       (select last.offer_id from fresh last order by last.offer_id desc limit 1) as last,
                       array_agg(fresh.sku_id) filter (where fresh.observed > fresh.buffer) as moved,
                       array_agg(fresh.sku_id) filter (where fresh.observed > fresh.buffer
                           and fresh.sku_id in (select w.sku_id from waiting_demand w
                                                where w.merchant_id = :merchant)) as awaited
                from fresh
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("run", run.id().value())
                .param("after", part.from())
                .param("upTo", part.to())
                .param("at", SqlArrays.instant(run.order().at()))
                .param("most", most)
                .query((row, number) -> new Fresh(
                        new Written(row.getInt("written"), row.getInt("applied"), last(row)),
                        skus(row, "moved"),
                        skus(row, "awaited")))
                .single();
    }

    private static @Nullable OfferId last(ResultSet row) throws SQLException {
        @Nullable UUID last = row.getObject("last", UUID.class);
        return last == null ? null : new OfferId(last);
    }

    private static List<SkuId> skus(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((UUID[]) array.getArray()).map(SkuId::new).toList();
    }

    /** Writes the first so many plain figures of a part and tells of them. */
    Written merge(MerchantId merchant, StagedRun staged, FeedMerge run, Part part, int most) {
        Seen seen = sides.read(staged.offers(), () -> due(merchant, run, part, most));
        if (seen.rows > 0) {
            write(merchant, run, seen);
            stock.tell(merchant, seen.moved, seen.awaited);
        }
        return seen.written();
    }

    /** Locks the rows to be written. */
    private Seen due(MerchantId merchant, FeedMerge run, Part part, int most) {
        Seen seen = new Seen();
        jdbc.sql("""
                with due as materialized (
                    select s.offer_id, s.sku_id, s.observed as was, f.quantity,
                           f.quantity <> s.observed or s.discontinued as applies,
                           s.observed - s.buffer - s.withheld as could_sell,
                           f.quantity - s.buffer - s.withheld as can_sell
                    from feed_staged f
                    join stock s on s.merchant_id = f.merchant_id and s.offer_id = f.offer_id
                                    and s.merchant_id = :merchant and s.supplier_id = :supplier
                                    and s.offer_id > :after and s.offer_id <= :upTo
                    where f.merchant_id = :merchant and f.feed_run_id = :run
                      and f.offer_id > :after and f.offer_id <= :upTo and f.quantity is not null
                      and s.uncovered = 0 and s.short_since is null
                      and (s.observed_at is null or s.observed_at < :at)
                      and (s.observed <> f.quantity or s.discontinued or s.left_out or s.observed_at is null or :delta)
                    order by s.offer_id
                    limit :most
                    for no key update of s)
                select due.offer_id, due.sku_id, due.was, due.quantity, due.applies,
                       greatest(due.can_sell, 0) <> greatest(due.could_sell, 0) as moved,
                       due.can_sell > greatest(due.could_sell, 0)
                       and due.sku_id in (select w.sku_id from waiting_demand w
                                          where w.merchant_id = :merchant) as awaited
                from due
                order by due.offer_id
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("run", run.id().value())
                .param("after", part.from())
                .param("upTo", part.to())
                .param("at", SqlArrays.instant(run.order().at()))
                .param("delta", run.mode() == FeedMode.DELTA)
                .param("most", most)
                .query(seen::take);
        return seen;
    }

    private void write(MerchantId merchant, FeedMerge run, Seen due) {
        jdbc.sql("""
                with due as (
                    select * from unnest(:offers::uuid[], :quantities::int[], :was::int[], :applies::bool[])
                                  as d (offer_id, quantity, was, applies)),
                written as (
                    update stock
                    set observed = due.quantity, observed_at = :at, discontinued = false, left_out = false
                    from due
                    where stock.merchant_id = :merchant and stock.offer_id = due.offer_id)
                insert into stock_observation (merchant_id, offer_id, source_id, source, effective_at, quantity, was,
                                               outcome)
                select :merchant, due.offer_id, :run, 'FEED', :at, due.quantity, due.was, 'APPLIED'
                from due where due.applies
                on conflict (merchant_id, offer_id, source_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("run", run.id().value())
                .param("at", SqlArrays.instant(run.order().at()))
                .param("offers", SqlArrays.uuids(due.offers))
                .param("quantities", SqlArrays.ints(due.quantities))
                .param("was", SqlArrays.ints(due.was))
                .param("applies", SqlArrays.bools(due.applies()))
                .update();
    }

    /** What comes back of the rows that are written. */
    private static final class Seen {

        private final List<UUID> offers = new ArrayList<>();
        private final List<Integer> quantities = new ArrayList<>();
        private final List<Integer> was = new ArrayList<>();
        private final List<Boolean> applies = new ArrayList<>();
        private final List<SkuId> moved = new ArrayList<>();
        private final List<SkuId> awaited = new ArrayList<>();
        private int rows;
        private int applied;

        void take(ResultSet row) throws SQLException {
            rows++;
            offers.add(Columns.offer(row).value());
            quantities.add(row.getInt("quantity"));
            was.add(row.getInt("was"));
            boolean other = row.getBoolean("applies");
            applies.add(other);
            applied += other ? 1 : 0;
            if (row.getBoolean("moved")) {
                moved.add(Columns.sku(row));
            }
            if (row.getBoolean("awaited")) {
                awaited.add(Columns.sku(row));
            }
        }

        boolean[] applies() {
            boolean[] flags = new boolean[applies.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = applies.get(i);
            }
            return flags;
        }

        Written written() {
            return new Written(rows, applied, offers.isEmpty() ? null : new OfferId(offers.getLast()));
        }
    }

    /**
     * The first so many figures behind an offer (null = the first) that still mean something: each is looked at. All
     * others confirm what is known, and write nothing.
     */
    List<Line> rest(MerchantId merchant, StagedRun staged, FeedMerge run, @Nullable OfferId after, int most) {
        return sides.read(staged.offers(), () -> rest(merchant, run, after, most));
    }

    private List<Line> rest(MerchantId merchant, FeedMerge run, @Nullable OfferId after, int most) {
        return jdbc.sql("""
                select f.offer_id, f.sku_id, f.quantity
                from feed_staged f
                left join stock s on s.merchant_id = f.merchant_id and s.offer_id = f.offer_id
                                     and s.merchant_id = :merchant and s.supplier_id = :supplier
                                     and s.offer_id > :after
                where f.merchant_id = :merchant and f.feed_run_id = :run
                  and f.offer_id > :after and f.quantity is not null
                  and (s.offer_id is null or s.observed_at is null or s.observed_at >= :at or s.observed <> f.quantity
                       or s.discontinued or s.left_out or :delta
                       or (s.uncovered > 0 and exists (
                           select 1 from stock_deduction d
                           where d.merchant_id = :merchant and d.supplier_id = :supplier and d.offer_id = f.offer_id
                             and d.covered_at is null and d.effective_at <= :contains)))
                  and not coalesce(s.observed_at = :at and s.observed = f.quantity and not s.discontinued
                                   and not s.left_out, false)
                order by f.offer_id
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("run", run.id().value())
                .param("supplier", run.supplier().value())
                .param("after", after == null ? FIRST : after.value())
                .param("at", SqlArrays.instant(run.order().at()))
                .param("contains", SqlArrays.instant(run.contains()))
                .param("delta", run.mode() == FeedMode.DELTA)
                .param("most", most)
                .query((row, number) -> new Line(Columns.offer(row), Columns.sku(row), row.getInt("quantity")))
                .list();
    }
}
