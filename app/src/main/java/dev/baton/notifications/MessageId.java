package dev.baton.notifications;

import java.util.UUID;

/** One mail to a customer. */
public record MessageId(UUID value) {}
