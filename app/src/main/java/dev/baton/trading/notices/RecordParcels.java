package dev.baton.trading.notices;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.ContentHash;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.notices.NoticeFault.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records one parcel of a ship notice by the act every other notice goes through. A table has no reference of the
 * supplier's own: what the parcel is names it, so that the same parcel in another table is the same.
 */
@Component
class RecordParcels {

    private static final int REFERENCE_BYTES = 12;
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);
    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;
    private final ShipmentLookup shipments;
    private final RecordShipments recordShipments;
    private final Clock clock;

    RecordParcels(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers,
            ShipmentLookup shipments,
            RecordShipments recordShipments,
            Clock clock) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
        this.shipments = shipments;
        this.recordShipments = recordShipments;
        this.clock = clock;
    }

    /** What became of a parcel. */
    sealed interface Told {

        /** It was recorded. */
        record Recorded() implements Told {}

        /** It had been told before, just so. */
        record Before() implements Told {}

        /**
         * Nothing was recorded.
         *
         * @param faults by the number of the row
         * @param others what is said of the rows without a fault of their own
         */
        record Refused(Map<Long, NoticeFault> faults, NoticeFault others) implements Told {

            static Refused all(NoticeFault fault) {
                return new Refused(Map.of(), fault);
            }

            boolean isUnknownOrder() {
                return others.kind() == Kind.ORDER;
            }
        }
    }

    /** Records the parcel these rows are of; opens a transaction. */
    Told record(MerchantId merchant, SupplierId supplier, List<NoticeRow> rows) {
        try {
            return tenancy.inTransaction(merchant, () -> once(merchant, supplier, rows));
        } catch (Problem refused) {
            if (refused.code() != PurchasingProblem.REFERENCE_REUSED) {
                return Told.Refused.all(NoticeFault.of(Kind.REFUSED, refused.detail()));
            }
            // the same table was read at the same time: what it wrote can be seen now
            return tenancy.inTransaction(merchant, () -> once(merchant, supplier, rows));
        }
    }

    private Told once(MerchantId merchant, SupplierId supplier, List<NoticeRow> rows) {
        NoticeRow first = rows.getFirst();
        Optional<PurchaseOrderView> found = purchaseOrders.ofSupplier(merchant, supplier, first.order());
        if (found.isEmpty()) {
            return Told.Refused.all(NoticeFault.of(Kind.ORDER, first.order()));
        }
        PurchaseOrderView order = found.get();
        Map<Long, NoticeFault> unknown = unknown(rows, order);
        if (!unknown.isEmpty()) {
            return new Told.Refused(unknown, NoticeFault.of(Kind.TOGETHER));
        }
        Map<String, Integer> contents = contents(rows, order);
        String reference = reference(first, contents);
        for (ShipmentView shipment : shipments.ofPurchaseOrder(merchant, order.id())) {
            for (ParcelView parcel : shipment.packages()) {
                if (shipment.reference().equals(reference) || isSame(parcel, rows)) {
                    return told(parcel, order).equals(contents)
                            ? new Told.Before()
                            : Told.Refused.all(NoticeFault.of(Kind.TOLD, named(first)));
                }
            }
        }
        Instant shippedAt = shippedAt(merchant, supplier, rows);
        if (shippedAt == null) {
            return Told.Refused.all(NoticeFault.of(Kind.DAY, String.valueOf(any(rows, NoticeRow::shippedOn))));
        }
        NewShipment notice =
                new NewShipment(order.number(), reference, shippedAt, List.of(parcel(rows, order, contents)));
        boolean before = recordShipments
                .record(merchant, supplier, List.of(notice))
                .getFirst()
                .replayed();
        return before ? new Told.Before() : new Told.Recorded();
    }

    private static Map<Long, NoticeFault> unknown(List<NoticeRow> rows, PurchaseOrderView order) {
        Map<Long, NoticeFault> unknown = new TreeMap<>();
        for (NoticeRow row : rows) {
            if (lines(row.sku(), order).isEmpty()) {
                String items = order.lines().stream()
                        .filter(line -> !line.withdrawn())
                        .map(PurchaseOrderLine::supplierSku)
                        .distinct()
                        .collect(Collectors.joining(", "));
                unknown.put(row.number(), NoticeFault.of(Kind.ITEM, row.sku(), order.number(), items));
            }
        }
        return unknown;
    }

    private static List<PurchaseOrderLine> lines(String sku, PurchaseOrderView order) {
        return order.lines().stream()
                .filter(line -> !line.withdrawn()
                        && (line.supplierSku().equalsIgnoreCase(sku)
                                || line.merchantSku().equalsIgnoreCase(sku)))
                .toList();
    }

    /** Units by the supplier's code of the first line that is meant. */
    private static Map<String, Integer> contents(List<NoticeRow> rows, PurchaseOrderView order) {
        Map<String, Integer> contents = new TreeMap<>();
        rows.forEach(
                row -> contents.merge(lines(row.sku(), order).getFirst().supplierSku(), row.quantity(), Integer::sum));
        return contents;
    }

    private static Map<String, Integer> told(ParcelView parcel, PurchaseOrderView order) {
        Map<Integer, String> codes = order.lines().stream()
                .collect(Collectors.toMap(PurchaseOrderLine::line, PurchaseOrderLine::supplierSku));
        Map<String, Integer> told = new TreeMap<>();
        parcel.lines()
                .forEach(units -> told.merge(
                        codes.getOrDefault(units.line(), ""), units.quantity() + units.excess(), Integer::sum));
        return told;
    }

    private static String reference(NoticeRow first, Map<String, Integer> contents) {
        boolean numbered = !first.tracking().isEmpty() || first.sscc() != null;
        byte[] hash = ContentHash.of(first.parcel() + (numbered ? "" : "\n" + contents + "\n" + first.shippedOn()));
        return "table-" + HexFormat.of().formatHex(hash, 0, REFERENCE_BYTES);
    }

    private static boolean isSame(ParcelView parcel, List<NoticeRow> rows) {
        String number = rows.getFirst().tracking().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String sscc = any(rows, NoticeRow::sscc);
        return (!number.isEmpty() && parcel.trackingNumber().equals(number))
                || (sscc != null && sscc.equals(parcel.sscc()));
    }

    private static String named(NoticeRow row) {
        return row.tracking().isEmpty() ? Objects.requireNonNullElse(row.sscc(), row.carrier()) : row.tracking();
    }

    /** Now where no day is said; null where the day is too far off. */
    private @Nullable Instant shippedAt(MerchantId merchant, SupplierId supplier, List<NoticeRow> rows) {
        LocalDate day = any(rows, NoticeRow::shippedOn);
        Instant now = clock.instant();
        if (day == null) {
            return now;
        }
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        ZoneId zone = terms == null ? ZoneOffset.UTC : terms.zone();
        Instant at = day.atStartOfDay(zone).toInstant();
        return at.isAfter(now.plus(FURTHEST_AHEAD)) || at.isBefore(now.minus(LONGEST_AGO)) ? null : at;
    }

    /** Where two lines are of one item, those that are still owed come first. */
    private static NewPackage parcel(List<NoticeRow> rows, PurchaseOrderView order, Map<String, Integer> contents) {
        List<PackageLine> packed = new ArrayList<>();
        contents.forEach((sku, quantity) -> {
            List<PurchaseOrderLine> lines = lines(sku, order);
            int left = quantity;
            for (int i = 0; i < lines.size() && left > 0; i++) {
                PurchaseOrderLine line = lines.get(i);
                boolean last = i == lines.size() - 1;
                int units =
                        last ? left : Math.min(left, Math.max(0, line.units().owed()));
                if (units > 0) {
                    packed.add(new PackageLine(line.line(), units));
                    left -= units;
                }
            }
        });
        return new NewPackage(
                rows.stream()
                        .map(NoticeRow::carrier)
                        .filter(said -> !said.isEmpty())
                        .findFirst()
                        .orElse(""),
                rows.getFirst().tracking(),
                any(rows, NoticeRow::weightGrams),
                any(rows, NoticeRow::sscc),
                packed);
    }

    /** What the first row that says it says; null = none does. */
    private static <T> @Nullable T any(List<NoticeRow> rows, Function<NoticeRow, @Nullable T> said) {
        for (NoticeRow row : rows) {
            T value = said.apply(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
