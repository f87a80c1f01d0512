package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the offers a feed's rows speak of. */
@Component
final class FeedLines {

    private final CatalogLookup catalog;

    FeedLines(CatalogLookup catalog) {
        this.catalog = catalog;
    }

    /** One figure for one offer. */
    record Line(Offer offer, int quantity) {}

    /** The lines in the order of their offers, each offer once, and what could not be taken as it was. */
    record Matched(List<Line> lines, List<FeedFault> faults) {}

    Matched match(MerchantId merchant, NewFeedRun run) {
        Set<String> supplierSkus = new LinkedHashSet<>();
        run.rows().forEach(row -> supplierSkus.add(row.supplierSku().strip()));
        Map<String, List<Offer>> offers = catalog.bySupplierSku(merchant, run.supplier(), supplierSkus);
        Map<OfferId, Line> lines = new HashMap<>();
        List<FeedFault> faults = new ArrayList<>();
        for (int i = 0; i < run.rows().size(); i++) {
            FeedRow row = run.rows().get(i);
            @Nullable
            Offer offer = offer(row, i, offers.getOrDefault(row.supplierSku().strip(), List.of()), faults);
            if (offer != null) {
                take(new Line(offer, quantity(row, i, faults)), row, i, lines, faults);
            }
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(line -> line.offer().id().value()));
        return new Matched(sorted, faults);
    }

    private static @Nullable Offer offer(FeedRow row, int index, List<Offer> candidates, List<FeedFault> faults) {
        List<Offer> matching = row.shipFrom() == null
                ? candidates
                : candidates.stream()
                        .filter(offer -> offer.shipFrom().equals(row.shipFrom()))
                        .toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        String message;
        if (candidates.isEmpty()) {
            message = "No offer of this supplier has that item: define the offer, then send the row again.";
        } else if (matching.isEmpty()) {
            message = "The item is offered from other places only: name one of them, or define this one.";
        } else {
            message = "The item is offered from several places: name shipFrom; the row was not used.";
        }
        faults.add(new FeedFault(index, row.supplierSku(), message));
        return null;
    }

    private static int quantity(FeedRow row, int index, List<FeedFault> faults) {
        if (row.quantity() < 0) {
            faults.add(new FeedFault(index, row.supplierSku(), "A figure below 0 was taken as 0."));
        }
        return Math.max(0, row.quantity());
    }

    private static void take(Line line, FeedRow row, int index, Map<OfferId, Line> lines, List<FeedFault> faults) {
        @Nullable Line first = lines.get(line.offer().id());
        if (first != null) {
            faults.add(new FeedFault(
                    index, row.supplierSku(), "The item stands on two rows: the lower figure was taken."));
        }
        if (first == null || line.quantity() < first.quantity()) {
            lines.put(line.offer().id(), line);
        }
    }
}
