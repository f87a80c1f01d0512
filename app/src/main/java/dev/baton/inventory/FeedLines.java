package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.OffersByCode;
import dev.baton.catalog.OffersByCode.Found;
import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the offers a feed's rows speak of. */
@Component
final class FeedLines {

    private final OffersByCode catalog;

    FeedLines(OffersByCode catalog) {
        this.catalog = catalog;
    }

    /** One figure for one offer. */
    record Line(OfferId offer, SkuId sku, int quantity) {}

    /**
     * The lines in the order of their offers, each offer once, and what could not be taken as it was.
     *
     * @param unclear offers a row may have meant without saying which, with their SKU: neither listed nor left out
     * @param unused positions of the rows that name no offer
     */
    record Matched(List<Line> lines, Map<OfferId, SkuId> unclear, List<FeedFault> faults, Set<Integer> unused) {}

    Matched match(MerchantId merchant, NewFeedRun run) {
        return match(run.rows(), find(merchant, run.supplier(), run.rows()));
    }

    /** The offers the rows may mean, by the supplier's codes. */
    Map<String, List<Found>> find(MerchantId merchant, SupplierId supplier, List<FeedRow> rows) {
        Set<String> supplierSkus = LinkedHashSet.newLinkedHashSet(rows.size());
        rows.forEach(row -> supplierSkus.add(row.supplierSku().strip()));
        return catalog.find(merchant, supplier, supplierSkus);
    }

    Matched match(List<FeedRow> rows, Map<String, List<Found>> offers) {
        Map<OfferId, Line> lines = HashMap.newHashMap(rows.size());
        Map<OfferId, SkuId> unclear = new HashMap<>();
        Set<Integer> unused = new HashSet<>();
        List<FeedFault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FeedRow row = rows.get(i);
            List<Found> candidates = offers.getOrDefault(row.supplierSku().strip(), List.of());
            List<Found> matching = matching(row, candidates);
            if (matching.size() != 1) {
                matching.forEach(offer -> unclear.put(offer.offer(), offer.sku()));
                unused.add(i);
                faults.add(new FeedFault(i, row.supplierSku(), why(candidates, matching)));
            } else {
                Found offer = matching.getFirst();
                take(new Line(offer.offer(), offer.sku(), quantity(row, i, faults)), row, i, lines, faults);
            }
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(line -> line.offer().value()));
        return new Matched(sorted, unclear, faults, unused);
    }

    private static List<Found> matching(FeedRow row, List<Found> candidates) {
        return row.shipFrom() == null
                ? candidates
                : candidates.stream()
                        .filter(offer -> offer.shipFrom().equals(row.shipFrom()))
                        .toList();
    }

    private static String why(List<Found> candidates, List<Found> matching) {
        if (candidates.isEmpty()) {
            return "No offer of this supplier has that item: define the offer, then send the row again.";
        }
        return matching.isEmpty()
                ? "The item is offered from other places only: name one of them, or define this one."
                : "The item is offered from several places: name shipFrom; the row was not used.";
    }

    private static int quantity(FeedRow row, int index, List<FeedFault> faults) {
        if (row.quantity() < 0) {
            faults.add(new FeedFault(index, row.supplierSku(), "A figure below 0 was taken as 0."));
        }
        return Math.max(0, row.quantity());
    }

    private static void take(Line line, FeedRow row, int index, Map<OfferId, Line> lines, List<FeedFault> faults) {
        @Nullable Line first = lines.get(line.offer());
        if (first != null) {
            faults.add(new FeedFault(
                    index, row.supplierSku(), "The item stands on two rows: the lower figure was taken."));
        }
        if (first == null || line.quantity() < first.quantity()) {
            lines.put(line.offer(), line);
        }
    }
}
