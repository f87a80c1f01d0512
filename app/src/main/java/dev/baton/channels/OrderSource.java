package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document besides its bytes.
 *
 * @param triggeredAt when the store noticed the change, or when we read the order from it; null when unknown
 */
public record OrderSource(
        StoreId store, DocumentId document, @Nullable Instant triggeredAt) {}
