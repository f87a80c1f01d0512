package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock an offer is expected to have.
 *
 * @param sourceId the allocation that is filled later; the offer's own id where the merchant says so
 * @param expectedOn in the supplier's zone
 * @param quantity selling units for those who wait; null = not known, taken as enough
 */
public record ExpectedStock(
        OfferId offer,
        UUID sourceId,
        Source source,
        LocalDate expectedOn,
        @Nullable Integer quantity) {

    /** Who says so. */
    public enum Source {
        /** The supplier, with a date for units it has not got now. */
        SUPPLIER,
        /** The merchant's own word. */
        MERCHANT
    }
}
