package dev.baton.trading;

import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.work.LeasedWork;
import java.time.Instant;

/**
 * An attempt that has begun: its bytes and keys are stored, nothing has left yet.
 *
 * @param row the transmission as it was before this attempt
 * @param attempt number of this attempt
 * @param customer seals the reply
 */
record Outgoing(
        LeasedWork work, Transmission row, int attempt, byte[] body, Way way, SubjectKey customer, Instant beganAt) {}
