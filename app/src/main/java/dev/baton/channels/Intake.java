package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document that came in and is kept.
 *
 * @param id the intake's id: the inbox row's and its work's subject
 * @param topic what the sender calls the event, such as {@code orders/create}
 * @param triggeredAt when the store noticed the change, or when we read it there; null when unknown
 */
public record Intake(
        UUID id,
        StoreId store,
        Transport transport,
        String topic,
        DocumentId document,
        @Nullable Instant triggeredAt,
        byte[] bytes) {

    @Override
    public String toString() {
        return "Intake[" + id + ", " + topic + ", " + bytes.length + " bytes]";
    }
}
