package dev.baton.trading.notices;

import dev.baton.platform.tables.CellNumber;
import dev.baton.platform.tables.TableRow;
import dev.baton.shipping.Sscc;
import dev.baton.trading.notices.NoticeFault.Kind;
import dev.baton.trading.prices.WeightUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a ship notice: units of an item in a parcel.
 *
 * @param number of the row, as a spreadsheet counts
 * @param quantity 0 where there is a fault
 * @param tracking as the supplier writes it; empty = none
 * @param sscc 18 digits; null = none, or a fault
 * @param shippedOn null = not said
 * @param fault why it cannot be used; null = it can
 */
record NoticeRow(
        long number,
        String order,
        String sku,
        int quantity,
        String carrier,
        String tracking,
        @Nullable String sscc,
        @Nullable Integer weightGrams,
        @Nullable LocalDate shippedOn,
        @Nullable NoticeFault fault) {

    private static final int MOST_UNITS = 1_000_000;

    /** A parcel heavier than this is a mistake in the unit. */
    private static final BigDecimal MOST_GRAMS = BigDecimal.valueOf(5_000_000);

    /** A row of the template nobody filled in: nothing says that this has left. */
    boolean isUntouched() {
        return fault == null && carrier.isEmpty() && tracking.isEmpty() && sscc == null;
    }

    /** Rows of one parcel have the same: by its number, else by its SSCC, else by its carrier. */
    String parcel() {
        String number = tracking.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String which = number.isEmpty()
                ? sscc == null ? "carrier " + carrier.toUpperCase(Locale.ROOT) : "sscc " + sscc
                : "number " + number;
        return order + "\n" + which;
    }

    NoticeRow with(NoticeFault wrong) {
        return new NoticeRow(number, order, sku, quantity, carrier, tracking, sscc, weightGrams, shippedOn, wrong);
    }

    static NoticeRow read(TableRow row, Map<NoticeColumn, Integer> places) {
        return new Reading(row, places).row();
    }

    /** Reads the cells of one row and keeps the first fault. */
    private static final class Reading {

        private final TableRow row;
        private final Map<NoticeColumn, Integer> places;
        private @Nullable NoticeFault fault;

        private Reading(TableRow row, Map<NoticeColumn, Integer> places) {
            this.row = row;
            this.places = places;
            this.fault = row.fault() == null ? null : NoticeFault.of(Kind.ROW, row.fault());
        }

        private NoticeRow row() {
            String carrier = cell(NoticeColumn.CARRIER);
            String tracking = cell(NoticeColumn.TRACKING);
            String written = cell(NoticeColumn.SSCC);
            String sscc = Sscc.read(written).map(Sscc::digits).orElse(null);
            boolean none = carrier.isEmpty() && tracking.isEmpty() && written.isEmpty();
            int quantity = quantity();
            if (!written.isEmpty() && sscc == null) {
                differs(Kind.SSCC, written);
            }
            Integer weight = weight();
            LocalDate day = day();
            if (none && (weight != null || day != null)) {
                differs(Kind.PARCEL);
            }
            // a row of the template that nobody filled in may say whatever it likes
            boolean untouched = none && weight == null && day == null && row.fault() == null;
            return new NoticeRow(
                    row.number(),
                    cell(NoticeColumn.ORDER),
                    cell(NoticeColumn.SKU),
                    quantity,
                    carrier,
                    tracking,
                    sscc,
                    weight,
                    day,
                    untouched ? null : fault);
        }

        private int quantity() {
            String cell = cell(NoticeColumn.QUANTITY);
            if (CellNumber.readUnmarked(cell) instanceof CellNumber.Value value
                    && value.number().stripTrailingZeros().scale() <= 0
                    && value.number().signum() > 0
                    && value.number().compareTo(BigDecimal.valueOf(MOST_UNITS)) <= 0) {
                return value.number().intValueExact();
            }
            differs(Kind.QUANTITY, cell);
            return 0;
        }

        private @Nullable Integer weight() {
            String cell = cell(NoticeColumn.WEIGHT);
            if (cell.isEmpty()) {
                return null;
            }
            // "2,5 kg" in one cell is the same as a column of its own
            int letters = cell.replaceFirst("\\p{L}.*$", "").length();
            String unit = cell(NoticeColumn.UNIT).isEmpty() ? cell.substring(letters) : cell(NoticeColumn.UNIT);
            Optional<WeightUnit> known = WeightUnit.named(unit);
            if (!(CellNumber.readUnmarked(cell.substring(0, letters).strip()) instanceof CellNumber.Value value)) {
                differs(Kind.WEIGHT, cell);
                return null;
            }
            if (unit.isBlank() || known.isEmpty()) {
                differs(Kind.UNIT, unit);
                return null;
            }
            BigDecimal grams = value.number().multiply(known.get().grams()).setScale(0, RoundingMode.HALF_UP);
            if (grams.signum() <= 0 || grams.compareTo(MOST_GRAMS) > 0) {
                differs(Kind.WEIGHT, cell);
                return null;
            }
            return grams.intValueExact();
        }

        private @Nullable LocalDate day() {
            String cell = cell(NoticeColumn.SHIPPED);
            if (cell.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(cell.length() > 10 ? cell.substring(0, 10) : cell);
            } catch (DateTimeParseException none) {
                differs(Kind.DAY, cell);
                return null;
            }
        }

        private String cell(NoticeColumn column) {
            Integer place = places.get(column);
            return place == null ? "" : row.cell(place).strip();
        }

        private void differs(Kind kind, String... parts) {
            if (fault == null) {
                fault = NoticeFault.of(kind, parts);
            }
        }
    }
}
