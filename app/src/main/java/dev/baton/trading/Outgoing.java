package dev.baton.trading;

import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.work.LeasedWork;
import java.net.URI;
import java.time.Instant;

/**
 * An attempt that has begun: its bytes and keys are stored, nothing has left yet.
 *
 * @param row the transmission as it was before this attempt
 * @param attempt number of this attempt
 * @param secret signs it, {@code whsec_} and base64
 * @param customer seals the reply
 */
record Outgoing(
        LeasedWork work,
        Transmission row,
        int attempt,
        byte[] body,
        URI url,
        String secret,
        SubjectKey customer,
        Instant beganAt) {}
