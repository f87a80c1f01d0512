package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.shipping.PackingSlips;
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

    /**
     * Whether a mail of the one is a mail of the other. The deadline and the end of the link move on with the clock
     * while the mail is written; those that were written hold.
     */
    boolean isSameAs(MailFacts other) {
        return timeless(order).equals(timeless(other.order()))
                && brand.equals(other.brand())
                && (link == null) == (other.link() == null);
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
