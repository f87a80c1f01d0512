package dev.baton.channels;

import dev.baton.channels.InboxRows.Kept;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.StoredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refunds that came by themselves from stores that cannot be asked. They are added to every whole order that does not
 * know them, so that an older message that comes late undoes none, whatever the order of arrival. Every method needs
 * an open transaction of the merchant.
 */
@Component
class KnownRefunds {

    private final InboxRows rows;
    private final Documents documents;
    private final StoreConnections connections;
    private final IntakeReaders readers;

    KnownRefunds(InboxRows rows, Documents documents, StoreConnections connections, IntakeReaders readers) {
        this.rows = rows;
        this.documents = documents;
        this.connections = connections;
        this.readers = readers;
    }

    /** The orders with the refunds they do not know, in the same order. */
    List<ReadOrder> addedTo(MerchantId merchant, List<ReadOrder> orders) {
        Set<StoreId> silent = orders.stream()
                .map(read -> read.order().store())
                .distinct()
                .filter(store -> !canBeAsked(merchant, store))
                .collect(Collectors.toSet());
        Map<OrderKey, List<Intake>> refunds = new HashMap<>();
        for (StoreId store : silent) {
            List<String> ids = orders.stream()
                    .filter(read -> read.order().store().equals(store))
                    .map(read -> read.order().storeOrderId())
                    .toList();
            for (Intake refund : open(merchant, rows.refundsOf(merchant, store, ids))) {
                if (readers.read(refund) instanceof Reading.RefundAlone alone) {
                    refunds.computeIfAbsent(new OrderKey(store, alone.storeOrderId()), key -> new ArrayList<>())
                            .add(refund);
                }
            }
        }
        return refunds.isEmpty()
                ? orders
                : orders.stream()
                        .map(read -> with(read, refunds.getOrDefault(keyOf(read), List.of())))
                        .toList();
    }

    /** The order as the last whole message told of it; null when there is none. */
    @Nullable
    ReadOrder lastWhole(MerchantId merchant, OrderKey order) {
        for (Intake intake : open(merchant, rows.lastApplied(merchant, order))) {
            if (readers.read(intake) instanceof Reading.Whole whole) {
                return whole.order();
            }
        }
        return null;
    }

    /** The order with a refund; unchanged where it knows it. */
    ReadOrder with(ReadOrder order, List<Intake> refunds) {
        ReadOrder merged = order;
        for (Intake refund : refunds) {
            merged = readers.of(refund.transport()).withRefund(merged, refund);
        }
        return merged;
    }

    private static OrderKey keyOf(ReadOrder read) {
        return new OrderKey(read.order().store(), read.order().storeOrderId());
    }

    private boolean canBeAsked(MerchantId merchant, StoreId store) {
        return connections
                .remembered(merchant, store)
                .map(StoreConnection::canCall)
                .orElse(true);
    }

    private List<Intake> open(MerchantId merchant, List<Kept> kept) {
        Map<DocumentId, StoredDocument> stored =
                documents.readAll(merchant, kept.stream().map(Kept::document).toList());
        List<Intake> opened = new ArrayList<>(kept.size());
        for (Kept row : kept) {
            StoredDocument document = stored.get(row.document());
            if (document != null) {
                opened.add(row.with(document.bytes()));
            }
        }
        return opened;
    }
}
