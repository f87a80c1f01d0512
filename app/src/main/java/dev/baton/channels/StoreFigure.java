package dev.baton.channels;

import dev.baton.merchants.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a store shows of one variant and what it should, while its row is locked.
 *
 * <p>The store lowers its own figure with every sale, some time before the order is known here. So the figure it is
 * believed to show ({@link #inStore}) follows the orders that are known, and what it lacks beyond them is
 * {@link #unseen}: sold there, the order still on its way. Unseen units are taken off whatever the store is told; once
 * their order is known they are off the desired figure itself and not counted here any more. Thus no unit is
 * subtracted twice, and none is given back to the store that sold it.
 */
final class StoreFigure {

    /** Shopify's own bound. Source: shopify.dev, InventorySetQuantitiesUserErrorCode INVALID_QUANTITY_TOO_HIGH. */
    static final int MOST = 1_000_000_000;

    /** Orders are told with whole seconds, and clocks differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** A cancellation that gave units back in the store is known within this time, or the figure was raised by hand. */
    static final Duration GIVEN_BACK_TOLD = Duration.ofMinutes(10);

    /** Whether the figure of a variant is kept. */
    enum State {
        /** It is. */
        OFFERED,
        /** No SKU of the catalogue is known for it. */
        UNMAPPED,
        /** Nobody ships it: a gift card, a service. */
        NOT_SHIPPED,
        /** The store does not count its stock. */
        NOT_TRACKED,
        /** The store named no inventory item for it. */
        NO_ITEM,
        /** The store does not sell it any more. */
        NOT_LISTED
    }

    /** What the store answered for the variant. */
    enum Trouble {
        /** It has no such inventory item. */
        GONE,
        /** It does not count the item. */
        NOT_TRACKED,
        /** The item is not stocked at the location. */
        NOT_STOCKED,
        /** It refused the figure. */
        REFUSED
    }

    final UUID id;
    final StoreId store;
    final String variantId;

    @Nullable
    String itemId;

    @Nullable
    String sku;

    String title;
    State state;
    boolean sellsOn;
    int desired;

    @Nullable
    String limitedBy;

    @Nullable
    Integer inStore;

    int unseen;

    @Nullable
    Instant unseenAt;

    @Nullable
    Instant anchoredAt;

    boolean planDue;
    boolean pending;
    boolean mustRead;

    @Nullable
    Push push;

    int generation;

    @Nullable
    Trouble trouble;

    @Nullable
    String why;

    Instant changedAt;

    @Nullable
    Instant readAt;

    @Nullable
    Instant pushedAt;

    /** A figure on its way to the store. */
    record Push(UUID id, int quantity, int from) {}

    StoreFigure(UUID id, StoreId store, String variantId, String title, Instant now) {
        this.id = id;
        this.store = store;
        this.variantId = variantId;
        this.title = title;
        this.state = State.UNMAPPED;
        this.planDue = true;
        this.changedAt = now;
    }

    /** Whether the store may be read and told of it. */
    boolean isKept() {
        return state == State.OFFERED && trouble == null;
    }

    /** Whether a person is told of the variant. */
    boolean isWarnedOf() {
        return state == State.NOT_TRACKED || sellsOn || trouble != null;
    }

    /** Sold as one variant and noted as another of the same SKU: the two explain each other. */
    void settleWith(StoreFigure other, Instant now) {
        if (Integer.signum(unseen) * Integer.signum(other.unseen) < 0) {
            int left = explain(-other.unseen, now);
            other.unseen = -left;
            other.unseenAt = now;
        }
    }

    /** What the store should show, given the units of the same SKU in that store that no known order explains. */
    int wanted(int unseenOfSku) {
        return Math.max(0, desired - Math.max(0, unseenOfSku));
    }

    /** Whether an order of that time is in the figure already that the counting began with. */
    boolean contains(@Nullable Instant placedAt) {
        return anchoredAt == null || (placedAt != null && placedAt.isBefore(anchoredAt.minus(CLOCKS_DIFFER)));
    }

    /**
     * Orders that are known now explain so many of the unseen units; below 0 for units given back. Answers how many
     * are left that nothing unseen stood for.
     */
    int explain(int units, Instant now) {
        if (units == 0 || unseen == 0 || Integer.signum(units) != Integer.signum(unseen)) {
            return units;
        }
        int explained = Math.min(Math.abs(units), Math.abs(unseen)) * Integer.signum(units);
        unseen -= explained;
        unseenAt = now;
        return units - explained;
    }

    /** The store is believed to have lowered its own figure for an order; below 0 for units given back. */
    void sold(int units, Instant now) {
        if (inStore == null) {
            owe(units, now);
        } else {
            inStore -= units;
        }
    }

    /** It is known that an order was placed, not which of several variants of its SKU was lowered for it. */
    void owe(int units, Instant now) {
        if (units != 0) {
            unseen -= units;
            unseenAt = now;
        }
    }

    /** The store was read: what it lacks beyond what it was believed to show is unseen. */
    void read(int found, Instant now) {
        if (inStore != null && inStore != found) {
            unseen += inStore - found;
            unseenAt = now;
        }
        inStore = found;
        mustRead = false;
        trouble = null;
        why = null;
        readAt = now;
    }

    /** The store took the figure; sales that became known meanwhile came after it. */
    void told(Instant now) {
        Push taken = push;
        if (taken != null && inStore != null) {
            inStore += taken.quantity() - taken.from();
            pushedAt = now;
        }
        push = null;
    }

    /** The store did not take the figure. */
    void notTold(boolean stale) {
        push = null;
        mustRead |= stale;
    }

    void ail(Trouble what, @Nullable String reason, Instant now) {
        trouble = what;
        why = reason;
        mustRead = false;
        pending = false;
        readAt = now;
    }

    /** Units that seem given back and are not told for long were a figure raised by hand. */
    void forgetGivenBack(Instant now) {
        Instant since = unseenAt;
        if (unseen < 0 && since != null && since.plus(GIVEN_BACK_TOLD).isBefore(now)) {
            giveUp(now);
        }
    }

    /** No order will explain the unseen units any more: counting begins anew with what the store shows. */
    void giveUp(Instant now) {
        unseen = 0;
        unseenAt = null;
        anchoredAt = now;
    }

    /** What was counted before the store was switched on, or at another location, tells nothing. */
    void forgetBefore(Instant since) {
        if (anchoredAt != null && anchoredAt.isBefore(since)) {
            forgetStore();
        }
    }

    /** Another item's or location's figure tells nothing of this one's. */
    void forgetStore() {
        inStore = null;
        unseen = 0;
        unseenAt = null;
        anchoredAt = null;
        push = null;
        mustRead = false;
        trouble = null;
        why = null;
        generation++;
    }
}
