package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.shipping.PackingSlips;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything a purchase order mail says.
 *
 * @param brand the face of the store
 * @param link where the supplier answers; null = nobody outside reaches this Baton
 * @param slip what the slip in its attachments says, of the same order and brand; null where no mail is written of it
 */
record MailFacts(
        PurchaseOrderFacts order, Brand brand, @Nullable String link, PackingSlips.@Nullable Gathered slip) {

    /** How far the deadline may have moved on between writing a mail and sending it. */
    private static final Duration MOST_DRIFT = Duration.ofMinutes(5);

    /** Whether a mail of the one is a mail of the other: nothing differs but the deadline, by the time it took to write. */
    boolean isSameAs(MailFacts other) {
        Duration drift = Duration.between(
                order.order().respondBy(), other.order().order().respondBy());
        return drift.abs().compareTo(MOST_DRIFT) <= 0
                && timeless(order).equals(timeless(other.order()))
                && brand.equals(other.brand())
                && java.util.Objects.equals(link, other.link());
    }

    MailFacts with(PackingSlips.Gathered inTheBox) {
        return new MailFacts(order, brand, link, inTheBox);
    }

    private static PurchaseOrderFacts timeless(PurchaseOrderFacts facts) {
        ReadyToSend order = facts.order();
        return new PurchaseOrderFacts(
                new ReadyToSend(
                        order.id(),
                        order.number(),
                        order.version(),
                        order.salesOrder(),
                        order.supplier(),
                        order.store(),
                        order.storeOrderId(),
                        order.storeOrderName(),
                        order.customerRecord(),
                        order.subject(),
                        order.shipFrom(),
                        order.shipMethod(),
                        order.currency(),
                        order.issuedAt(),
                        Instant.EPOCH,
                        order.lines()),
                facts.supplier(),
                facts.merchantName(),
                facts.store(),
                facts.shipTo(),
                facts.giftMessage(),
                facts.entered());
    }
}
