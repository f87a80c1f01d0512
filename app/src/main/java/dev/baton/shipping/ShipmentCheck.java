package dev.baton.shipping;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a shipment notice can be read at all. Too many units or an odd tracking number are no fault here. */
final class ShipmentCheck {

    private static final int MOST_PACKAGES = 200;
    private static final int MOST_LINES = 500;
    private static final int LONGEST_WORD = 200;

    /** Clocks and zones differ; a date alone is midnight. */
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private ShipmentCheck() {}

    /**
     * Looks at the notice by itself.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    static void shape(NewShipment notice, Instant now) {
        require(
                !notice.shippedAt().isAfter(now.plus(FURTHEST_AHEAD))
                        && !notice.shippedAt().isBefore(now.minus(LONGEST_AGO)),
                "shippedAt",
                "Say when the goods left: at most a day ahead and a year ago.");
        require(
                !notice.reference().isBlank() && notice.reference().length() <= LONGEST_WORD,
                "reference",
                "Give your own reference of this shipment, 1 to " + LONGEST_WORD + " characters.");
        require(
                !notice.packages().isEmpty() && notice.packages().size() <= MOST_PACKAGES,
                "packages",
                "Send 1 to " + MOST_PACKAGES + " packages.");
        for (int i = 0; i < notice.packages().size(); i++) {
            shape(notice.packages().get(i), "packages[" + i + "].");
        }
    }

    private static void shape(NewPackage parcel, String path) {
        require(
                parcel.carrier().length() <= LONGEST_WORD,
                path + "carrier",
                "Name the carrier in at most " + LONGEST_WORD + " characters.");
        require(
                parcel.trackingNumber().length() <= LONGEST_WORD,
                path + "trackingNumber",
                "A tracking number has at most " + LONGEST_WORD + " characters.");
        Integer weight = parcel.weightGrams();
        require(
                weight == null || weight > 0,
                path + "weightGrams",
                "Give the weight in grams, 1 or more, or leave it out.");
        String sscc = parcel.sscc();
        require(
                sscc == null || Sscc.read(sscc).isPresent(),
                path + "sscc",
                "An SSCC has 18 digits and its last one is a check digit: send it as it stands on the label, or leave it"
                        + " out.");
        List<PackageLine> lines = parcel.lines();
        require(
                !lines.isEmpty() && lines.size() <= MOST_LINES,
                path + "lines",
                "Say what is in the package: 1 to " + MOST_LINES + " lines.");
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            require(
                    lines.get(i).quantity() > 0,
                    path + "lines[" + i + "].quantity",
                    "Give the number of units, 1 or more.");
            require(seen.add(lines.get(i).line()), path + "lines[" + i + "].line", "Name each line once per package.");
        }
    }

    /**
     * Looks whether every line named is on the purchase order's document.
     *
     * @throws Problem UNKNOWN_LINE naming the field
     */
    static void lines(NewShipment notice, PurchaseOrderView of) {
        Set<Integer> known = of.lines().stream()
                .filter(line -> !line.withdrawn())
                .map(PurchaseOrderLine::line)
                .collect(Collectors.toSet());
        for (int p = 0; p < notice.packages().size(); p++) {
            List<PackageLine> lines = notice.packages().get(p).lines();
            for (int i = 0; i < lines.size(); i++) {
                if (!known.contains(lines.get(i).line())) {
                    throw new Problem(
                            PurchasingProblem.UNKNOWN_LINE,
                            "There is no line " + lines.get(i).line() + "; the document has the lines "
                                    + known.stream().sorted().toList() + ".",
                            "packages[" + p + "].lines[" + i + "].line");
                }
            }
        }
    }

    private static void require(boolean good, String field, String otherwise) {
        if (!good) {
            throw new Problem(CommonProblem.INVALID_FIELD, otherwise, field);
        }
    }
}
