package dev.baton.catalog;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price list that came in.
 *
 * @param source the list it is an edition of
 * @param statedAt when it came: what becomes known later is not overwritten by it
 * @param since from when its costs hold where a row names no day; null = from when it came
 * @param mends the run whose faulty rows it brings again, mended; it counts as stated when that one was
 * @param proposal true: nothing changes before a person says so
 */
public record NewPriceRun(
        UUID source,
        SupplierId supplier,
        Instant statedAt,
        @Nullable Instant since,
        @Nullable PriceRunId mends,
        boolean proposal) {}
