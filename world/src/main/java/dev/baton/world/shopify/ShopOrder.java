package dev.baton.world.shopify;

import dev.baton.world.story.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order at the shop; guarded by its shop's lock. */
final class ShopOrder {

    /** FO and line ids are kept apart from order ids by these steps, so that no id names two things. */
    private static final long FULFILLMENT_ORDER_STEP = 5_000_000_000_000L;

    private static final long FULFILLMENT_LINE_STEP = 7_000_000_000_000L;

    /** One line, with all units it ever had, and what became of them. */
    static final class Line {
        NewShopOrder.Line placed;
        int removed;
        int fulfilled;

        Line(NewShopOrder.Line placed) {
            this.placed = placed;
        }

        int current() {
            return placed.quantity() - removed;
        }

        /** Units still to be fulfilled. */
        int remaining() {
            return Math.max(0, current() - fulfilled);
        }

        long fulfilmentLineId() {
            return placed.id() + FULFILLMENT_LINE_STEP;
        }
    }

    /** One fulfilment: units by line id, with the tracking it was given. */
    record Fulfilment(
            long id,
            String name,
            Instant at,
            Map<Long, Integer> units,
            List<String> trackingNumbers,
            List<String> trackingUrls,
            @Nullable String company) {}

    /** One refund: units by line id, and how they go back on the shelf ({@code cancel}, {@code return} …). */
    record Refund(long id, Instant at, Map<Long, Integer> units, String restockType, long cents) {}

    final NewShopOrder placed;
    final Instant createdAt;
    final Map<Long, Line> lines = new LinkedHashMap<>();
    final List<Fulfilment> fulfilments = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
    Address shipTo;

    @Nullable
    String note;

    boolean paid;
    boolean edited;
    Instant updatedAt;

    @Nullable
    Instant cancelledAt;

    String cancelReason = "customer";

    ShopOrder(NewShopOrder placed, Instant createdAt) {
        this.placed = placed;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.shipTo = placed.shipTo();
        this.note = placed.note();
        this.paid = placed.paid();
        placed.lines().forEach(line -> lines.put(line.id(), new Line(line)));
    }

    /** Every change is newer than the one before, to the second Shopify shows. */
    void touch(Instant now) {
        Instant next = updatedAt.plusSeconds(1);
        updatedAt = now.isAfter(next) ? now : next;
    }

    long fulfilmentOrderId() {
        return placed.id() + FULFILLMENT_ORDER_STEP;
    }

    String fulfilmentOrderStatus() {
        if (cancelledAt != null) {
            return fulfilments.isEmpty() ? "CANCELLED" : "CLOSED";
        }
        if (lines.values().stream().allMatch(line -> line.remaining() == 0)) {
            return "CLOSED";
        }
        return fulfilments.isEmpty() ? "OPEN" : "IN_PROGRESS";
    }

    String fulfillmentStatus() {
        if (lines.values().stream().allMatch(line -> line.remaining() == 0) && !fulfilments.isEmpty()) {
            return "FULFILLED";
        }
        return fulfilments.isEmpty() ? "UNFULFILLED" : "PARTIALLY_FULFILLED";
    }

    String financialStatus() {
        long refunded = refundedCents();
        if (!paid) {
            return cancelledAt == null ? "PENDING" : "VOIDED";
        }
        return refunded == 0 ? "PAID" : refunded >= totalCents() ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }

    long refundedCents() {
        return refunds.stream().mapToLong(Refund::cents).sum();
    }

    /** Every line as it was placed or added. */
    private Stream<NewShopOrder.Line> placedLines() {
        return lines.values().stream().map(line -> line.placed);
    }

    long subtotalCents() {
        return placedLines()
                .mapToLong(line -> line.priceCents() * line.quantity() - line.discountCents())
                .sum();
    }

    long discountCents() {
        return placedLines().mapToLong(NewShopOrder.Line::discountCents).sum();
    }

    long taxCents() {
        return placedLines().mapToLong(NewShopOrder.Line::taxCents).sum();
    }

    long totalCents() {
        return subtotalCents() + taxCents() + placed.shippingCents();
    }

    long weightGrams() {
        return placedLines()
                .mapToLong(line -> (long) line.grams() * line.quantity())
                .sum();
    }
}
