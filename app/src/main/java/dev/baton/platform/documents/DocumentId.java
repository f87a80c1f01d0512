package dev.baton.platform.documents;

import java.util.UUID;

/** One stored document. */
public record DocumentId(UUID value) {}
