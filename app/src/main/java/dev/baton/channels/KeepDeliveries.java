package dev.baton.channels;

import dev.baton.channels.InboxRows.Known;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.work.NewWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a batch of one merchant's messages in one transaction: document, inbox row and the work of reading it.
 * The delivery key decides whether a message is new (D14); the row that comes second finds the first.
 */
@Component
class KeepDeliveries {

    private static final int ATTEMPTS = 5;

    private final InboxRows rows;
    private final Documents documents;
    private final FreshIntakes fresh;
    private final Ids ids;
    private final Desk desk;

    KeepDeliveries(InboxRows rows, Documents documents, FreshIntakes fresh, Ids ids, Desk desk) {
        this.rows = rows;
        this.documents = documents;
        this.fresh = fresh;
        this.ids = ids;
        this.desk = desk;
    }

    Arrived arrived(Delivery delivery) {
        return new Arrived(ids.next(), delivery);
    }

    Set<String> knownKeys(MerchantId merchant, StoreId store, String topic, Collection<String> keys) {
        return Set.copyOf(rows.knownKeys(merchant, store, topic, keys));
    }

    /** Receipts come in the given order; all messages belong to one merchant. */
    List<Receipt> keep(List<Arrived> batch) {
        MerchantId merchant = batch.getFirst().delivery().merchant();
        for (int attempt = 1; ; attempt++) {
            try {
                List<Receipt> receipts = desk.tenancy().inTransaction(merchant, () -> keepOnce(merchant, batch));
                Crash.at("channels.kept");
                return receipts;
            } catch (Overtaken overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            } catch (RuntimeException failure) {
                batch.forEach(arrived -> fresh.forget(arrived.intake()));
                throw failure;
            }
        }
    }

    /** Another node kept one of these messages between our look and our insert: look again. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another node kept the same message", null, false, false);
        }
    }

    private record DeliveryKey(UUID store, String topic, String key) {}

    private List<Receipt> keepOnce(MerchantId merchant, List<Arrived> batch) {
        List<Known> known = rows.known(merchant, batch);
        Map<DeliveryKey, UUID> first = new HashMap<>();
        List<Receipt> receipts = new ArrayList<>(batch.size());
        List<Arrived> fresher = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Arrived arrived = batch.get(i);
            Delivery delivery = arrived.delivery();
            Receipt settled = settled(delivery, known.get(i));
            if (settled != null) {
                receipts.add(settled);
                continue;
            }
            UUID same = first.putIfAbsent(
                    new DeliveryKey(delivery.store().value(), delivery.topic(), delivery.key()), arrived.intake());
            receipts.add(same == null ? new Receipt.Kept(arrived.intake()) : new Receipt.Repeated(same));
            if (same == null) {
                fresher.add(arrived);
            }
        }
        insert(merchant, fresher);
        return receipts;
    }

    private static @Nullable Receipt settled(Delivery delivery, Known known) {
        boolean outdated = delivery.connectionRevision() != null
                && (!known.connected() || !Objects.equals(delivery.connectionRevision(), known.revision()));
        if (outdated) {
            return new Receipt.Outdated();
        }
        return known.intake() == null ? null : new Receipt.Repeated(known.intake());
    }

    private void insert(MerchantId merchant, List<Arrived> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        List<DocumentId> kept = documents.storeAll(
                merchant,
                batch.stream().map(arrived -> document(arrived.delivery())).toList());
        if (rows.insert(merchant, batch, kept, now) != batch.size()) {
            throw new Overtaken();
        }
        for (int i = 0; i < batch.size(); i++) {
            fresh.remember(merchant, intake(batch.get(i), kept.get(i)));
        }
        desk.work()
                .add(
                        merchant,
                        batch.stream()
                                .map(arrived -> new NewWork(
                                        Queues.store(arrived.delivery().store()),
                                        ApplyIntakes.KIND,
                                        arrived.intake(),
                                        now,
                                        true))
                                .toList());
        Crash.at("channels.received");
    }

    private static NewDocument document(Delivery delivery) {
        return new NewDocument(
                "application/json",
                delivery.headersJson(),
                delivery.body(),
                RetentionClass.STORE_INTAKE,
                delivery.sourceVersion(),
                null);
    }

    private static Intake intake(Arrived arrived, DocumentId document) {
        Delivery delivery = arrived.delivery();
        return new Intake(
                arrived.intake(),
                delivery.store(),
                delivery.transport(),
                delivery.topic(),
                document,
                delivery.triggeredAt(),
                delivery.body());
    }
}
