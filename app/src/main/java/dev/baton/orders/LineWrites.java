package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes rows of {@code order_line} and {@code line_move}. */
@Component
class LineWrites {

    private final JdbcClient jdbc;

    LineWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(MerchantId merchant, Collection<OrderState> states, Instant now) {
        List<LineState> fresh = new ArrayList<>();
        List<UUID> orders = new ArrayList<>();
        List<LineState> touched = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (OrderState state : states) {
            for (LineState line : state.lines) {
                if (line.fresh) {
                    fresh.add(line);
                    orders.add(state.head.id().value());
                } else if (line.touched) {
                    touched.add(line);
                }
            }
            moves.addAll(state.moves());
        }
        insert(merchant, fresh, orders);
        update(merchant, touched);
        insertMoves(merchant, moves, now);
    }

    private void insert(MerchantId merchant, List<LineState> lines, List<UUID> orders) {
        if (lines.isEmpty()) {
            return;
        }
        int inserted = buckets(lines, jdbc.sql("""
                insert into order_line (merchant_id, line_id, sales_order_id, position, store_line_id, store_quantity,
                    per_unit, sku, sku_id, title, requires_shipping, unit_price_minor, discount_minor, tax_minor,
                    reroutes, quantity, open, waiting, allocated, sent, accepted, shipped, delivered, lost, in_return,
                    returned, cancelled, cancel_requested, return_requested, store_sku, cancelled_here, cancel_refused,
                    asked_by_hand, set_title)
                select :merchant, l.id, l.sales_order, l.position, l.store_line, l.store_quantity, l.per_unit, l.sku,
                    l.sku_id, l.title, l.shipping, l.price, l.discount, l.tax, l.reroutes, l.quantity, l.open,
                    l.waiting, l.allocated, l.sent, l.accepted, l.shipped, l.delivered, l.lost, l.in_return,
                    l.returned, l.cancelled, l.cancel_requested, 0, l.store_sku, l.cancelled_here, l.cancel_refused,
                    l.asked_by_hand, l.set_title
                from unnest(:ids::uuid[], :orders::uuid[], :positions::int4[], :storeLines::text[], :shipping::bool[],
                    :storeQuantities::int4[], :perUnits::int4[], :skus::text[], :skuIds::uuid[], :titles::text[],
                    :prices::int8[], :discounts::int8[], :taxes::int8[], :reroutes::int4[], :quantities::int4[],
                    :open::int4[], :waiting::int4[], :allocated::int4[], :sent::int4[], :accepted::int4[],
                    :shipped::int4[], :delivered::int4[], :lost::int4[], :in_return::int4[], :returned::int4[],
                    :cancelled::int4[], :cancelRequested::int4[], :storeSkus::text[], :cancelledHere::int4[],
                    :cancelRefused::int4[], :askedByHand::int4[], :setTitles::text[])
                  as l (id, sales_order, position, store_line, shipping, store_quantity, per_unit, sku, sku_id, title,
                    price, discount, tax, reroutes, quantity, open, waiting, allocated, sent, accepted, shipped,
                    delivered, lost, in_return, returned, cancelled, cancel_requested, store_sku, cancelled_here,
                    cancel_refused, asked_by_hand, set_title)
                """))
                .param("merchant", merchant.value())
                .param("orders", SqlArrays.uuids(orders))
                .param("positions", SqlArrays.ints(ints(lines, l -> l.position)))
                .param("storeLines", SqlArrays.texts(Columns.of(lines, l -> l.storeLineId)))
                .update();
        OrderWrites.mustMatch(inserted, lines.size(), "order_line");
    }

    private void update(MerchantId merchant, List<LineState> unsorted) {
        if (unsorted.isEmpty()) {
            return;
        }
        List<LineState> lines = unsorted.stream()
                .sorted(Comparator.comparing((LineState line) -> line.id.value()))
                .toList();
        int updated = buckets(lines, jdbc.sql("""
                update order_line o set store_quantity = l.store_quantity, per_unit = l.per_unit, sku = l.sku,
                    sku_id = l.sku_id, title = l.title, unit_price_minor = l.price, discount_minor = l.discount,
                    tax_minor = l.tax, reroutes = l.reroutes, quantity = l.quantity, open = l.open,
                    waiting = l.waiting, allocated = l.allocated, sent = l.sent, accepted = l.accepted,
                    shipped = l.shipped, delivered = l.delivered, lost = l.lost, in_return = l.in_return,
                    returned = l.returned, cancelled = l.cancelled, cancel_requested = l.cancel_requested,
                    store_sku = l.store_sku, cancelled_here = l.cancelled_here, cancel_refused = l.cancel_refused,
                    asked_by_hand = l.asked_by_hand, requires_shipping = l.shipping, set_title = l.set_title
                from unnest(:ids::uuid[], :storeQuantities::int4[], :perUnits::int4[], :skus::text[],
                    :skuIds::uuid[], :titles::text[], :prices::int8[], :discounts::int8[], :taxes::int8[],
                    :reroutes::int4[], :quantities::int4[], :open::int4[], :waiting::int4[], :allocated::int4[],
                    :sent::int4[], :accepted::int4[], :shipped::int4[], :delivered::int4[], :lost::int4[],
                    :in_return::int4[], :returned::int4[], :cancelled::int4[], :cancelRequested::int4[],
                    :storeSkus::text[], :cancelledHere::int4[], :cancelRefused::int4[], :askedByHand::int4[],
                    :shipping::bool[], :setTitles::text[])
                  as l (id, store_quantity, per_unit, sku, sku_id, title, price, discount, tax, reroutes, quantity,
                    open, waiting, allocated, sent, accepted, shipped, delivered, lost, in_return, returned,
                    cancelled, cancel_requested, store_sku, cancelled_here, cancel_refused, asked_by_hand,
                    shipping, set_title)
                where o.merchant_id = :merchant and o.line_id = l.id
                """))
                .param("merchant", merchant.value())
                .update();
        OrderWrites.mustMatch(updated, lines.size(), "order_line");
    }

    private static StatementSpec buckets(List<LineState> lines, StatementSpec statement) {
        boolean[] shipping = new boolean[lines.size()];
        for (int i = 0; i < shipping.length; i++) {
            shipping[i] = lines.get(i).requiresShipping;
        }
        StatementSpec bound = statement
                .param("shipping", SqlArrays.bools(shipping))
                .param("ids", SqlArrays.uuids(Columns.of(lines, l -> l.id.value())))
                .param("storeQuantities", SqlArrays.ints(ints(lines, l -> l.storeQuantity)))
                .param("perUnits", SqlArrays.ints(ints(lines, l -> l.perUnit)))
                .param("skus", SqlArrays.texts(Columns.nullable(lines, l -> l.sku)))
                .param("skuIds", SqlArrays.uuids(Columns.nullable(lines, LineWrites::skuId)))
                .param("titles", SqlArrays.texts(Columns.of(lines, l -> l.title)))
                .param("prices", SqlArrays.longs(Columns.of(lines, l -> l.unitPriceMinor)))
                .param("discounts", SqlArrays.longs(Columns.of(lines, l -> l.discountMinor)))
                .param("taxes", SqlArrays.longs(Columns.of(lines, l -> l.taxMinor)))
                .param("reroutes", SqlArrays.ints(ints(lines, l -> l.reroutes)))
                .param("quantities", SqlArrays.ints(ints(lines, l -> l.quantity)))
                .param("cancelRequested", SqlArrays.ints(ints(lines, l -> l.cancelRequested)))
                .param("storeSkus", SqlArrays.texts(Columns.nullable(lines, l -> l.storeSku)))
                .param("setTitles", SqlArrays.texts(Columns.nullable(lines, l -> l.setTitle)))
                .param("cancelledHere", SqlArrays.ints(ints(lines, l -> l.cancelledHere)))
                .param("cancelRefused", SqlArrays.ints(ints(lines, l -> l.cancelRefused)))
                .param("askedByHand", SqlArrays.ints(ints(lines, l -> l.askedByHand)));
        for (Bucket bucket : Bucket.values()) {
            bound = bound.param(bucket.column(), SqlArrays.ints(ints(lines, l -> l.in(bucket))));
        }
        return bound;
    }

    private void insertMoves(MerchantId merchant, List<Move> moves, Instant now) {
        if (moves.isEmpty()) {
            return;
        }
        int inserted = jdbc.sql("""
                insert into line_move (merchant_id, line_id, cause_id, from_bucket, to_bucket, quantity, at)
                select :merchant, m.line, m.cause, m.from_bucket, m.to_bucket, m.quantity, :now
                from unnest(:lines::uuid[], :causes::uuid[], :froms::text[], :tos::text[], :quantities::int4[])
                     as m (line, cause, from_bucket, to_bucket, quantity)
                on conflict (merchant_id, line_id, cause_id, from_bucket, to_bucket) do nothing
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("lines", SqlArrays.uuids(Columns.of(moves, m -> m.line().value())))
                .param("causes", SqlArrays.uuids(Columns.of(moves, Move::cause)))
                .param("froms", SqlArrays.texts(Columns.of(moves, m -> m.from().column())))
                .param("tos", SqlArrays.texts(Columns.of(moves, m -> m.to().column())))
                .param(
                        "quantities",
                        SqlArrays.ints(moves.stream().mapToInt(Move::quantity).toArray()))
                .update();
        OrderWrites.mustMatch(inserted, moves.size(), "line_move");
    }

    private static @Nullable UUID skuId(LineState line) {
        SkuId sku = line.skuId;
        return sku == null ? null : sku.value();
    }

    private static int[] ints(List<LineState> lines, ToIntFunction<LineState> value) {
        return lines.stream().mapToInt(value).toArray();
    }
}
