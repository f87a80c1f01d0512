package dev.baton.trading;

import java.util.UUID;

/** Identifies one document on its way to one supplier; also its {@code webhook-id}. */
public record TransmissionId(UUID value) {

    /** The header every attempt carries, by which the supplier recognises a repeat. */
    String webhookId() {
        return "msg_" + value;
    }
}
