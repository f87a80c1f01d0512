package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
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

    static final String NO_OFFER =
            "No offer of this supplier has that item: define the offer, then send the row again.";
    static final String OTHER_PLACES =
            "The item is offered from other places only: name one of them, or define this one.";
    static final String SEVERAL_PLACES =
            "The item is offered from several places: name shipFrom; the row was not used.";
    static final String BELOW_ZERO = "A figure below 0 was taken as 0.";
    static final String ON_TWO_ROWS = "The item stands on two rows: the lower figure was taken.";

    private final CatalogLookup catalog;

    FeedLines(CatalogLookup catalog) {
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
        Set<String> supplierSkus = new LinkedHashSet<>();
        run.rows().forEach(row -> supplierSkus.add(row.supplierSku().strip()));
        Map<String, List<Offer>> offers = catalog.bySupplierSku(merchant, run.supplier(), supplierSkus);
        Map<OfferId, Line> lines = new HashMap<>();
        Map<OfferId, SkuId> unclear = new HashMap<>();
        Set<Integer> unused = new HashSet<>();
        List<FeedFault> faults = new ArrayList<>();
        for (int i = 0; i < run.rows().size(); i++) {
            FeedRow row = run.rows().get(i);
            List<Offer> candidates = offers.getOrDefault(row.supplierSku().strip(), List.of());
            List<Offer> matching = matching(row, candidates);
            if (matching.size() != 1) {
                matching.forEach(offer -> unclear.put(offer.id(), offer.sku()));
                unused.add(i);
                faults.add(new FeedFault(i, row.supplierSku(), why(candidates, matching)));
            } else {
                Offer offer = matching.getFirst();
                take(new Line(offer.id(), offer.sku(), quantity(row, i, faults)), row, i, lines, faults);
            }
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(line -> line.offer().value()));
        return new Matched(sorted, unclear, faults, unused);
    }

    private static List<Offer> matching(FeedRow row, List<Offer> candidates) {
        return row.shipFrom() == null
                ? candidates
                : candidates.stream()
                        .filter(offer -> offer.shipFrom().equals(row.shipFrom()))
                        .toList();
    }

    private static String why(List<Offer> candidates, List<Offer> matching) {
        if (candidates.isEmpty()) {
            return NO_OFFER;
        }
        return matching.isEmpty() ? OTHER_PLACES : SEVERAL_PLACES;
    }

    private static int quantity(FeedRow row, int index, List<FeedFault> faults) {
        if (row.quantity() < 0) {
            faults.add(new FeedFault(index, row.supplierSku(), BELOW_ZERO));
        }
        return Math.max(0, row.quantity());
    }

    private static void take(Line line, FeedRow row, int index, Map<OfferId, Line> lines, List<FeedFault> faults) {
        @Nullable Line first = lines.get(line.offer());
        if (first != null) {
            faults.add(new FeedFault(index, row.supplierSku(), ON_TWO_ROWS));
        }
        if (first == null || line.quantity() < first.quantity()) {
            lines.put(line.offer(), line);
        }
    }
}
