package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.shipping.PackingSlips;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mail says that carries a purchase order: its first, or the question whether it may read differently.
 *
 * @param order as it stands, or as it is to read if the supplier agrees
 * @param change what is asked; null = this is the purchase order itself
 * @param brand the face of the store
 * @param link where the supplier answers; null = nobody outside reaches this Baton
 * @param slip what the slip in its attachments says, of the same order and brand; null where no mail is written of it
 */
record MailFacts(
        PurchaseOrderFacts order,
        @Nullable AmendmentNotice change,
        Brand brand,
        @Nullable String link,
        PackingSlips.@Nullable Gathered slip) {

    /**
     * Whether a mail of the one is a mail of the other. The deadline and the end of the link move on with the clock
     * while the mail is written; those that were written hold.
     */
    boolean isSameAs(MailFacts other) {
        return timeless(order).equals(timeless(other.order()))
                && Objects.equals(asked(change), asked(other.change()))
                && brand.equals(other.brand())
                && (link == null) == (other.link() == null);
    }

    MailFacts with(PackingSlips.Gathered inTheBox) {
        return new MailFacts(order, change, brand, link, inTheBox);
    }

    /** The key of its transmission. */
    String key() {
        return change == null
                ? TransmissionKeys.ofOrder(order.order().number(), order.order().version())
                : TransmissionKeys.ofAmendment(order.order().number(), change.version(), change.ordinal());
    }

    /** What the mark on proposed papers says; null on those that hold. */
    @Nullable
    String mark() {
        return change == null
                ? null
                : SupplierWords.of(order.supplier().language())
                        .say("amendment.proposed", order.order().number());
    }

    private static @Nullable Object asked(@Nullable AmendmentNotice change) {
        return change == null ? null : List.of(change.id(), change.version(), change.changes());
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
                        order.lines(),
                        order.instructions()),
                facts.supplier(),
                facts.merchantName(),
                facts.store(),
                facts.shipTo(),
                facts.giftMessage(),
                facts.entered());
    }
}
