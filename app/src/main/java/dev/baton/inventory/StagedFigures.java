package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table feed_staged. Every method needs an open transaction. */
@Component
final class StagedFigures {

    /** The offer of the row that says that the table was not emptied since staging began. */
    private static final UUID MARK = new UUID(0, 0);

    private static final int PURGE_ROWS = 100_000;

    private final JdbcClient jdbc;
    private final SideBySide sides;

    StagedFigures(JdbcClient jdbc, SideBySide sides) {
        this.jdbc = jdbc;
        this.sides = sides;
    }

    void mark(MerchantId merchant, FeedRunId run) {
        jdbc.sql("""
                insert into feed_staged (merchant_id, feed_run_id, offer_id, sku_id, quantity)
                values (:merchant, :run, :mark, :mark, null)
                on conflict (merchant_id, feed_run_id, offer_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("mark", MARK)
                .update();
    }

    boolean isMarked(MerchantId merchant, FeedRunId run) {
        return jdbc.sql("""
                        select count(*) from feed_staged
                        where merchant_id = :merchant and feed_run_id = :run and offer_id = :mark
                        """)
                        .param("merchant", merchant.value())
                        .param("run", run.value())
                        .param("mark", MARK)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Those of the offers that are staged, with their figures; null where it is unclear. */
    Map<OfferId, @Nullable Integer> among(MerchantId merchant, FeedRunId run, Collection<OfferId> offers) {
        Map<OfferId, @Nullable Integer> staged = new HashMap<>();
        jdbc.sql("""
                select offer_id, quantity from feed_staged
                where merchant_id = :merchant and feed_run_id = :run and offer_id = any(:offers::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query(row -> {
                    int quantity = row.getInt("quantity");
                    staged.put(Columns.offer(row), row.wasNull() ? null : quantity);
                });
        return staged;
    }

    /** Keeps the figures; of two for one offer the lower, and any before none. */
    void keep(MerchantId merchant, FeedRunId run, List<Line> lines, Map<OfferId, SkuId> unclear) {
        List<UUID> offers = new ArrayList<>();
        List<UUID> skus = new ArrayList<>();
        List<@Nullable Integer> quantities = new ArrayList<>();
        for (Line line : lines) {
            offers.add(line.offer().value());
            skus.add(line.sku().value());
            quantities.add(line.quantity());
        }
        Map<OfferId, SkuId> only = new HashMap<>(unclear);
        lines.forEach(line -> only.remove(line.offer()));
        only.forEach((offer, sku) -> {
            offers.add(offer.value());
            skus.add(sku.value());
            quantities.add(null);
        });
        insert(merchant, run, offers, skus, quantities);
    }

    /** Most offers stand in a file once: looking for the others first would cost a third more. */
    private void insert(
            MerchantId merchant,
            FeedRunId run,
            List<UUID> offers,
            List<UUID> skus,
            List<@Nullable Integer> quantities) {
        jdbc.sql("savepoint staged").update();
        try {
            jdbc.sql("""
                    insert into feed_staged (merchant_id, feed_run_id, offer_id, sku_id, quantity)
                    select :merchant, :run, f.offer, f.sku, f.quantity
                    from unnest(:offers::uuid[], :skus::uuid[], :quantities::int[]) as f (offer, sku, quantity)
                    """)
                    .param("merchant", merchant.value())
                    .param("run", run.value())
                    .param("offers", SqlArrays.uuids(offers))
                    .param("skus", SqlArrays.uuids(skus))
                    .param("quantities", SqlArrays.ints(quantities))
                    .update();
            jdbc.sql("release savepoint staged").update();
        } catch (DuplicateKeyException stagedBefore) {
            jdbc.sql("rollback to savepoint staged").update();
            merge(merchant, run, offers, skus, quantities);
        }
    }

    private void merge(
            MerchantId merchant,
            FeedRunId run,
            List<UUID> offers,
            List<UUID> skus,
            List<@Nullable Integer> quantities) {
        jdbc.sql("""
                insert into feed_staged (merchant_id, feed_run_id, offer_id, sku_id, quantity)
                select :merchant, :run, f.offer, f.sku, f.quantity
                from unnest(:offers::uuid[], :skus::uuid[], :quantities::int[]) as f (offer, sku, quantity)
                on conflict (merchant_id, feed_run_id, offer_id)
                do update set quantity = least(feed_staged.quantity, excluded.quantity)
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("offers", SqlArrays.uuids(offers))
                .param("skus", SqlArrays.uuids(skus))
                .param("quantities", SqlArrays.ints(quantities))
                .update();
    }

    /** The first so many figures behind an offer (null = from the first), in the order of the offers. */
    List<Line> listed(MerchantId merchant, FeedRunId run, @Nullable OfferId after, int limit) {
        return jdbc.sql("""
                select offer_id, sku_id, quantity from feed_staged
                where merchant_id = :merchant and feed_run_id = :run and offer_id > :after and quantity is not null
                order by offer_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run.value())
                .param("after", after == null ? MARK : after.value())
                .param("limit", limit)
                .query((row, number) -> new Line(Columns.offer(row), Columns.sku(row), row.getInt("quantity")))
                .list();
    }

    /** What the run would change, but for {@code previousOffers}. */
    FeedDiff diff(MerchantId merchant, StagedRun run) {
        return sides.read(run.listed(), () -> counted(merchant, run));
    }

    private FeedDiff counted(MerchantId merchant, StagedRun run) {
        FeedDiff listed = jdbc.sql("""
                select count(*) as offers, count(*) filter (where f.quantity = 0) as zeros,
                       count(*) filter (where s.observed > 0) as stocked,
                       count(*) filter (where s.observed > 0 and f.quantity = 0) as lost,
                       count(*) filter (where f.quantity > coalesce(s.observed, 0)) as raised,
                       count(*) filter (where f.quantity < s.observed and f.quantity > 0) as lowered,
                       count(*) filter (where f.quantity = s.observed) as unchanged,
                       count(*) filter (where s.observed_at is null) as first_seen
                from feed_staged f
                left join stock s on s.merchant_id = f.merchant_id and s.supplier_id = :supplier
                                     and s.offer_id = f.offer_id
                where f.merchant_id = :merchant and f.feed_run_id = :run and f.quantity is not null
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("run", run.id().value())
                .query((row, number) -> new FeedDiff(
                        row.getInt("offers"),
                        row.getInt("zeros"),
                        row.getInt("stocked"),
                        row.getInt("lost"),
                        row.getInt("raised"),
                        row.getInt("lowered"),
                        row.getInt("unchanged"),
                        row.getInt("first_seen"),
                        null))
                .single();
        int absent = saysWhatIsAbsent(run) ? absent(merchant, run) : 0;
        return new FeedDiff(
                listed.offers(),
                listed.zeros(),
                listed.stocked() + absent,
                listed.lost() + absent,
                listed.raised(),
                listed.lowered(),
                listed.unchanged(),
                listed.firstSeen(),
                null);
    }

    private int absent(MerchantId merchant, StagedRun run) {
        return jdbc.sql("""
                select count(*) from stock s
                where s.merchant_id = :merchant and s.supplier_id = :supplier and s.observed > 0
                  and not exists (select 1 from feed_staged f
                                  where f.merchant_id = :merchant and f.merchant_id = s.merchant_id
                                    and f.feed_run_id = :run and f.offer_id = s.offer_id)
                """)
                .param("merchant", merchant.value())
                .param("supplier", run.supplier().value())
                .param("run", run.id().value())
                .query(Integer.class)
                .single();
    }

    /** Offers of the supplier that have stock by what is known now. */
    int stocked(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select count(*) from stock
                where merchant_id = :merchant and supplier_id = :supplier and observed > 0
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query(Integer.class)
                .single();
    }

    /** Offers the run would change, in the order of the offers, behind one (null = from the first). */
    List<FeedChange> changes(
            MerchantId merchant, StagedRun run, FeedChange.@Nullable Kind kind, @Nullable OfferId after, int limit) {
        return jdbc.sql("""
                (select f.offer_id, s.observed, s.observed_at, f.quantity
                 from feed_staged f
                 left join stock s on s.merchant_id = f.merchant_id and s.offer_id = f.offer_id
                 where f.merchant_id = :merchant and f.feed_run_id = :run and f.offer_id > :after
                   and f.quantity is not null and f.quantity is distinct from s.observed
                   and case :kind::text when 'RAISED' then f.quantity > coalesce(s.observed, 0)
                                        when 'LOWERED' then f.quantity < s.observed and f.quantity > 0
                                        when 'LOST' then s.observed > 0 and f.quantity = 0
                                        else true end
                 order by f.offer_id limit :limit)
                union all
                (select s.offer_id, s.observed, s.observed_at, 0
                 from stock s
                 where :absent and s.merchant_id = :merchant and s.supplier_id = :supplier and s.offer_id > :after
                   and s.observed > 0
                   and not exists (select 1 from feed_staged f
                                   where f.merchant_id = :merchant and f.merchant_id = s.merchant_id
                                     and f.feed_run_id = :run and f.offer_id = s.offer_id)
                 order by s.offer_id limit :limit)
                order by offer_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("run", run.id().value())
                .param("supplier", run.supplier().value())
                .param("kind", kind == null ? null : kind.name())
                .param("absent", saysWhatIsAbsent(run) && (kind == null || kind == FeedChange.Kind.LOST))
                .param("after", after == null ? MARK : after.value())
                .param("limit", limit)
                .query((row, number) -> new FeedChange(
                        Columns.offer(row),
                        row.getObject("observed_at") == null ? null : row.getInt("observed"),
                        row.getInt("quantity")))
                .list();
    }

    /** Whether what the file leaves out falls to 0. */
    private static boolean saysWhatIsAbsent(StagedRun run) {
        return run.mergedAs() == FeedMode.FULL && run.absence() != Absence.KEEP;
    }

    /** Deletes some of the run's rows; false when none is left. */
    boolean purge(MerchantId merchant, FeedRunId run) {
        return jdbc.sql("""
                        delete from feed_staged
                        where merchant_id = :merchant and feed_run_id = :run
                          and offer_id <= coalesce(
                              (select offer_id from feed_staged
                               where merchant_id = :merchant and feed_run_id = :run
                               order by offer_id offset :limit - 1 limit 1),
                              'ffffffff-ffff-ffff-ffff-ffffffffffff')
                        """)
                        .param("merchant", merchant.value())
                        .param("run", run.value())
                        .param("limit", PURGE_ROWS)
                        .update()
                >= PURGE_ROWS;
    }
}
