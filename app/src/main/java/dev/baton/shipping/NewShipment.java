package dev.baton.shipping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's notice that goods left (856).
 *
 * @param number the purchase order's number as it stands on the document
 * @param reference the supplier's own, unique among its shipments: a repeat under it posts nothing
 * @param packages at least one
 */
public record NewShipment(String number, String reference, Instant shippedAt, List<NewPackage> packages) {

    /**
     * One parcel.
     *
     * @param carrier a code or name in the supplier's words; blank = not said
     * @param trackingNumber as the supplier writes it; blank = none
     * @param weightGrams null = not weighed
     * @param sscc its serial shipping container code as it is written; null = none
     * @param lines what is in it, at least one
     */
    public record NewPackage(
            String carrier,
            String trackingNumber,
            @Nullable Integer weightGrams,
            @Nullable String sscc,
            List<PackageLine> lines) {

        public NewPackage {
            lines = List.copyOf(lines);
        }

        /** One without an SSCC. */
        public NewPackage(
                String carrier, String trackingNumber, @Nullable Integer weightGrams, List<PackageLine> lines) {
            this(carrier, trackingNumber, weightGrams, null, lines);
        }

        /** As notices are compared by: one without an SSCC says what it said before there were any. */
        @Override
        public String toString() {
            return "NewPackage[carrier=" + carrier + ", trackingNumber=" + trackingNumber + ", weightGrams="
                    + weightGrams + (sscc == null ? "" : ", sscc=" + sscc) + ", lines=" + lines + "]";
        }
    }

    /**
     * Units of one line of the purchase order in a parcel.
     *
     * @param quantity 1 or more
     */
    public record PackageLine(int line, int quantity) {}
}
