package dev.baton.orders;

import dev.baton.catalog.SkuId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an order while an act works on it, under the lock of its sales order. */
final class LineState {

    final OrderLineId id;
    final int position;
    final String storeLineId;
    final boolean fresh;
    boolean requiresShipping;
    int storeQuantity;
    int perUnit;

    @Nullable
    String sku;

    @Nullable
    SkuId skuId;

    String title;
    long unitPriceMinor;
    long discountMinor;
    long taxMinor;
    int reroutes;
    int quantity;
    int cancelRequested;

    /** The SKU the store gave the line; null when it gave none. */
    @Nullable
    String storeSku;

    /** What the customer bought where this is a part of it: the store's title of the bundle; null = bought as it is. */
    @Nullable
    String setTitle;

    /** Units cancelled here that the store still wants. */
    int cancelledHere;

    /** Units that go on although they are not wanted: refused by the supplier, or gone by then. */
    int cancelRefused;

    /** Units asked back because somebody fulfilled them by hand. */
    int askedByHand;

    boolean touched;
    int waitingBefore;

    /** What waits of the line is served by a person, not by stock that comes. */
    boolean servedByHand;

    private final Map<Bucket, Integer> buckets = new EnumMap<>(Bucket.class);

    LineState(OrderLineId id, int position, String storeLineId, boolean requiresShipping, String title, boolean fresh) {
        this.id = id;
        this.position = position;
        this.storeLineId = storeLineId;
        this.requiresShipping = requiresShipping;
        this.title = title;
        this.fresh = fresh;
    }

    int in(Bucket bucket) {
        return buckets.getOrDefault(bucket, 0);
    }

    /** As read from the row. */
    void set(Bucket bucket, int units) {
        buckets.put(bucket, units);
    }

    /** New units were ordered; they begin open. */
    void order(int units) {
        quantity += units;
        buckets.merge(Bucket.OPEN, units, Integer::sum);
        touched = true;
    }

    /** Units that are cancelled from the beginning: a bundle's part of what was cancelled before it was known. */
    void orderCancelled(int units) {
        quantity += units;
        buckets.merge(Bucket.CANCELLED, units, Integer::sum);
        touched = true;
    }

    void shift(Bucket from, Bucket to, int units) {
        if (units <= 0 || in(from) < units) {
            throw new IllegalStateException(
                    "cannot move " + units + " units from " + from + " to " + to + " of line " + id.value());
        }
        buckets.merge(from, -units, Integer::sum);
        buckets.merge(to, units, Integer::sum);
        touched = true;
    }

    void requestCancel(int units) {
        cancelRequested += units;
        touched = true;
    }

    /** Units that are neither cancelled nor asked to be. */
    int live() {
        return quantity - in(Bucket.CANCELLED) - cancelRequested;
    }

    /** Units the store wanted when it was last heard, as far as we know. */
    int wantedByStore() {
        return live() + cancelledHere + askedByHand - cancelRefused;
    }

    /** Units asked back go on: the supplier refused, or they had left. */
    void goOn(int units) {
        requestCancel(-units);
        cancelRefused += units;
    }

    /** Units to be planned now. */
    int toPlan(boolean waitingToo) {
        return in(Bucket.OPEN) + (waitingToo && !servedByHand ? in(Bucket.WAITING) : 0);
    }

    /** Units whose supplier is still to be found. */
    int toPlan() {
        return in(Bucket.OPEN) + in(Bucket.WAITING);
    }
}
