package dev.baton.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a price list comes to, or came to.
 *
 * @param row of the file, from 1
 * @param before what holds otherwise at that time; null for an item that is no offer
 */
public record PriceChange(
        long row,
        String supplierSku,
        String shipFrom,
        Instant since,
        PriceOutcome outcome,
        @Nullable Cost before,
        Cost cost) {}
