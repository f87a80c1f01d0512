package dev.baton.platform.documents;

import org.jspecify.annotations.Nullable;

/**
 * Bytes to keep exactly as they are.
 *
 * @param headersJson the transport headers worth keeping, as a JSON object of texts; never credentials
 * @param sourceVersion the sender's API version, or null
 * @param subject the person the bytes speak of, whose key seals them; null = a key of the document's own
 */
public record NewDocument(
        String mediaType,
        String headersJson,
        Packed content,
        RetentionClass retention,
        @Nullable String sourceVersion,
        @Nullable SubjectKey subject) {

    /** Packs the bytes. */
    public NewDocument(
            String mediaType,
            String headersJson,
            byte[] bytes,
            RetentionClass retention,
            @Nullable String sourceVersion,
            @Nullable SubjectKey subject) {
        this(mediaType, headersJson, Packed.of(bytes), retention, sourceVersion, subject);
    }
}
