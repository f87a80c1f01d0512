package dev.baton.platform.documents;

import java.time.Instant;
import java.util.Map;

/** A document as it was stored: {@code bytes} are the very bytes, {@code sha256} their digest. */
public record StoredDocument(
        DocumentId id, String mediaType, String headersJson, byte[] bytes, byte[] sha256, Instant receivedAt) {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/json", "json",
            "application/problem+json", "json",
            "application/xml", "xml",
            "application/pdf", "pdf",
            "message/rfc822", "eml",
            "text/csv", "csv",
            "text/html", "html",
            "text/plain", "txt",
            "text/xml", "xml");

    /** A name to save it by, its ending after what it is. */
    public String fileName(String stem) {
        String type = mediaType.split(";", 2)[0].strip();
        return stem + "." + ENDINGS.getOrDefault(type, "bin");
    }
}
