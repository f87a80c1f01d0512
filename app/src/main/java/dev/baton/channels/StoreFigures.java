package dev.baton.channels;

import dev.baton.catalog.ListedVariant;
import dev.baton.channels.StoreFigure.Push;
import dev.baton.channels.StoreFigure.State;
import dev.baton.channels.StoreFigure.Trouble;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table store_figure. Every method needs an open transaction of the merchant; rows are locked in the order of
 * their keys, and whoever has locked rows changes them and writes them as a whole.
 */
@Component
class StoreFigures {

    private final JdbcClient jdbc;
    private final Ids ids;

    StoreFigures(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Rows for variants that have none, and a word that these are to be worked out anew. */
    void due(MerchantId merchant, Collection<ListedVariant> variants, Instant now) {
        List<ListedVariant> inOrder = variants.stream()
                .sorted(Comparator.comparing(
                                (ListedVariant each) -> each.store().value())
                        .thenComparing(ListedVariant::variantId))
                .toList();
        if (inOrder.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into store_figure (merchant_id, store_id, variant_id, figure_id, title, state, sells_on, desired,
                                          unseen, plan_due, pending, must_read, generation, changed_at)
                select :merchant, v.store, v.variant, v.id, v.title, 'UNMAPPED', false, 0, 0, true, false, false, 0, :now
                from unnest(:stores::uuid[], :variants::text[], :ids::uuid[], :titles::text[])
                     as v (store, variant, id, title)
                on conflict (merchant_id, store_id, variant_id) do update set plan_due = true
                where not store_figure.plan_due
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param(
                        "stores",
                        SqlArrays.uuids(list(inOrder, each -> each.store().value())))
                .param("variants", SqlArrays.texts(list(inOrder, ListedVariant::variantId)))
                .param("ids", SqlArrays.uuids(list(inOrder, each -> ids.next())))
                .param("titles", SqlArrays.texts(list(inOrder, ListedVariant::title)))
                .update();
    }

    /** Some rows that are to be worked out anew, locked. */
    List<StoreFigure> lockDue(MerchantId merchant, int limit) {
        return jdbc.sql("""
                select store_id, variant_id, figure_id, item_id, sku, title, state, sells_on, desired, limited_by,
                       in_store, unseen, unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity,
                       push_from, generation, trouble, why, changed_at, read_at, pushed_at
                from store_figure
                where merchant_id = :merchant and plan_due
                order by merchant_id, store_id, variant_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Some rows of a store that are to be read or told and have no call under way, locked. */
    List<StoreFigure> lockPending(MerchantId merchant, StoreId store, int limit) {
        return jdbc.sql("""
                select store_id, variant_id, figure_id, item_id, sku, title, state, sells_on, desired, limited_by,
                       in_store, unseen, unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity,
                       push_from, generation, trouble, why, changed_at, read_at, pushed_at
                from store_figure
                where merchant_id = :merchant and store_id = :store and pending and push_id is null
                order by merchant_id, store_id, variant_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** The rows of one call to the store that has no answer yet, locked; empty when every call has one. */
    List<StoreFigure> lockUnanswered(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select store_id, variant_id, figure_id, item_id, sku, title, state, sells_on, desired, limited_by,
                       in_store, unseen, unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity,
                       push_from, generation, trouble, why, changed_at, read_at, pushed_at
                from store_figure
                where merchant_id = :merchant and store_id = :store and push_id = (
                    select push_id from store_figure
                    where merchant_id = :merchant and store_id = :store and push_id is not null
                    order by push_id limit 1)
                order by merchant_id, store_id, variant_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** The rows of these variants of a store, locked. */
    List<StoreFigure> lock(MerchantId merchant, StoreId store, Collection<String> variants) {
        return jdbc.sql("""
                select store_id, variant_id, figure_id, item_id, sku, title, state, sells_on, desired, limited_by,
                       in_store, unseen, unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity,
                       push_from, generation, trouble, why, changed_at, read_at, pushed_at
                from store_figure
                where merchant_id = :merchant and store_id = :store and variant_id = any(:variants::text[])
                order by merchant_id, store_id, variant_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("variants", SqlArrays.texts(variants))
                .query((row, number) -> read(row))
                .list();
    }

    /** The rows of variants with these SKUs in these stores, one pair each, locked. */
    List<StoreFigure> lockSkus(MerchantId merchant, List<StoreId> stores, List<String> skus) {
        return jdbc.sql("""
                select store_id, variant_id, figure_id, item_id, sku, title, state, sells_on, desired, limited_by,
                       in_store, unseen, unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity,
                       push_from, generation, trouble, why, changed_at, read_at, pushed_at
                from store_figure
                where merchant_id = :merchant
                  and (store_id, sku) in (select store, sku from unnest(:stores::uuid[], :skus::text[]) as s (store, sku))
                order by merchant_id, store_id, variant_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("stores", SqlArrays.uuids(list(stores, StoreId::value)))
                .param("skus", SqlArrays.texts(skus))
                .query((row, number) -> read(row))
                .list();
    }

    /** A page of the kept rows of a store by variant, after the given one, locked. */
    List<StoreFigure> lockPage(MerchantId merchant, StoreId store, String after, int limit) {
        return jdbc.sql("""
                select store_id, variant_id, figure_id, item_id, sku, title, state, sells_on, desired, limited_by,
                       in_store, unseen, unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity,
                       push_from, generation, trouble, why, changed_at, read_at, pushed_at
                from store_figure
                where merchant_id = :merchant and store_id = :store and variant_id > :after and state = 'OFFERED'
                order by merchant_id, store_id, variant_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Unseen units by SKU, over all variants of the store that share it, but for the rows given. */
    Map<String, Integer> unseenBeside(MerchantId merchant, StoreId store, List<StoreFigure> rows) {
        Map<String, Integer> unseen = new HashMap<>();
        jdbc.sql("""
                select sku, sum(unseen) as units from store_figure
                where merchant_id = :merchant and store_id = :store and sku = any(:skus::text[]) and unseen <> 0
                  and not (variant_id = any(:variants::text[]))
                group by sku
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .param("skus", SqlArrays.texts(some(rows, row -> row.sku)))
                .param("variants", SqlArrays.texts(list(rows, row -> row.variantId)))
                .query(row -> {
                    unseen.put(row.getString("sku"), row.getInt("units"));
                });
        return unseen;
    }

    private static StoreFigure read(ResultSet row) throws SQLException {
        StoreFigure figure = new StoreFigure(
                row.getObject("figure_id", UUID.class),
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("variant_id"),
                row.getString("title"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
        figure.itemId = row.getString("item_id");
        figure.sku = row.getString("sku");
        figure.state = State.valueOf(row.getString("state"));
        figure.sellsOn = row.getBoolean("sells_on");
        figure.desired = row.getInt("desired");
        figure.limitedBy = row.getString("limited_by");
        figure.inStore = row.getObject("in_store", Integer.class);
        figure.unseen = row.getInt("unseen");
        figure.unseenAt = instant(row, "unseen_at");
        figure.anchoredAt = instant(row, "anchored_at");
        figure.planDue = row.getBoolean("plan_due");
        figure.pending = row.getBoolean("pending");
        figure.mustRead = row.getBoolean("must_read");
        UUID push = row.getObject("push_id", UUID.class);
        figure.push = push == null ? null : new Push(push, row.getInt("push_quantity"), row.getInt("push_from"));
        figure.generation = row.getInt("generation");
        String trouble = row.getString("trouble");
        figure.trouble = trouble == null ? null : Trouble.valueOf(trouble);
        figure.why = row.getString("why");
        figure.readAt = instant(row, "read_at");
        figure.pushedAt = instant(row, "pushed_at");
        return figure;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Writes rows that are locked. */
    void write(MerchantId merchant, Collection<StoreFigure> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int written = jdbc.sql("""
                update store_figure f
                set item_id = v.item, sku = v.sku, title = v.title, state = v.state, sells_on = v.sells_on::boolean,
                    desired = v.desired, limited_by = v.limited_by, in_store = v.in_store, unseen = v.unseen,
                    unseen_at = v.unseen_at, anchored_at = v.anchored_at, plan_due = v.plan_due::boolean,
                    pending = v.pending::boolean, must_read = v.must_read::boolean, push_id = v.push_id,
                    push_quantity = v.push_quantity, push_from = v.push_from, generation = v.generation,
                    trouble = v.trouble, why = v.why, changed_at = v.changed_at, read_at = v.read_at,
                    pushed_at = v.pushed_at
                from unnest(:stores::uuid[], :variants::text[], :items::text[], :skus::text[], :titles::text[],
                            :states::text[], :sellsOn::text[], :desired::int[], :limits::text[], :inStore::int[],
                            :unseen::int[], :unseenAt::timestamptz[], :anchoredAt::timestamptz[], :planDue::text[],
                            :pending::text[], :mustRead::text[], :pushes::uuid[], :pushQuantities::int[],
                            :pushFroms::int[], :generations::int[], :troubles::text[], :whys::text[],
                            :changedAt::timestamptz[], :readAt::timestamptz[], :pushedAt::timestamptz[])
                     as v (store, variant, item, sku, title, state, sells_on, desired, limited_by, in_store, unseen,
                           unseen_at, anchored_at, plan_due, pending, must_read, push_id, push_quantity, push_from,
                           generation, trouble, why, changed_at, read_at, pushed_at)
                where f.merchant_id = :merchant and f.store_id = v.store and f.variant_id = v.variant
                """)
                .param("merchant", merchant.value())
                .param("stores", SqlArrays.uuids(list(rows, row -> row.store.value())))
                .param("variants", SqlArrays.texts(list(rows, row -> row.variantId)))
                .param("items", SqlArrays.texts(some(rows, row -> row.itemId)))
                .param("skus", SqlArrays.texts(some(rows, row -> row.sku)))
                .param("titles", SqlArrays.texts(list(rows, row -> row.title)))
                .param("states", SqlArrays.texts(list(rows, row -> row.state.name())))
                .param("sellsOn", SqlArrays.texts(list(rows, row -> Boolean.toString(row.sellsOn))))
                .param("desired", SqlArrays.ints(list(rows, row -> row.desired)))
                .param("limits", SqlArrays.texts(some(rows, row -> row.limitedBy)))
                .param("inStore", SqlArrays.ints(some(rows, row -> row.inStore)))
                .param("unseen", SqlArrays.ints(list(rows, row -> row.unseen)))
                .param("unseenAt", SqlArrays.instants(some(rows, row -> row.unseenAt)))
                .param("anchoredAt", SqlArrays.instants(some(rows, row -> row.anchoredAt)))
                .param("planDue", SqlArrays.texts(list(rows, row -> Boolean.toString(row.planDue))))
                .param("pending", SqlArrays.texts(list(rows, row -> Boolean.toString(row.pending))))
                .param("mustRead", SqlArrays.texts(list(rows, row -> Boolean.toString(row.mustRead))))
                .param("pushes", SqlArrays.uuids(some(rows, row -> row.push == null ? null : row.push.id())))
                .param(
                        "pushQuantities",
                        SqlArrays.ints(some(rows, row -> row.push == null ? null : (Integer) row.push.quantity())))
                .param(
                        "pushFroms",
                        SqlArrays.ints(some(rows, row -> row.push == null ? null : (Integer) row.push.from())))
                .param("generations", SqlArrays.ints(list(rows, row -> row.generation)))
                .param("troubles", SqlArrays.texts(some(rows, row -> row.trouble == null ? null : row.trouble.name())))
                .param("whys", SqlArrays.texts(some(rows, row -> row.why)))
                .param("changedAt", SqlArrays.instants(list(rows, row -> row.changedAt)))
                .param("readAt", SqlArrays.instants(some(rows, row -> row.readAt)))
                .param("pushedAt", SqlArrays.instants(some(rows, row -> row.pushedAt)))
                .update();
        if (written != rows.size()) {
            throw new IllegalStateException("wrote " + written + " of " + rows.size() + " locked figures");
        }
    }

    private static <S, T> List<T> list(Collection<S> rows, Function<S, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    private static <S, T> List<@Nullable T> some(Collection<S> rows, Function<S, @Nullable T> value) {
        List<@Nullable T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
