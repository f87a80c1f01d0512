package dev.baton.trading.prices;

import dev.baton.catalog.PriceRunId;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a price list as it came.
 *
 * @param version of the list's definition it is read by
 * @param run what became of it in the catalogue
 * @param mends the file whose faulty rows it brings again
 * @param unreadable why it is no table; null when it is one, or is not read yet
 */
public record PriceFile(
        PriceFileId id,
        PriceListId list,
        int version,
        PriceRunId run,
        DocumentId document,
        String name,
        long bytes,
        Instant receivedAt,
        @Nullable PriceFileId mends,
        @Nullable String unreadable) {}
