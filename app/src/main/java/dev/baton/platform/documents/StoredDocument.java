package dev.baton.platform.documents;

import java.time.Instant;

/** A document as it was stored: {@code bytes} are the very bytes, {@code sha256} their digest. */
public record StoredDocument(
        DocumentId id, String mediaType, String headersJson, byte[] bytes, byte[] sha256, Instant receivedAt) {}
