package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.OfferWhy.Leaving;
import dev.baton.inventory.OfferWhy.Observed;
import dev.baton.inventory.StockStep.Kind;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditLine;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * "Why is this 3?": the figure of a SKU and of each of its offers as a sum in words, from what the suppliers said, what
 * is kept back, what is promised and what has left their shelves. Every method opens or joins a transaction; whoever
 * changes one of the figures waits until it ends, so that the numbers belong together.
 */
@Component
public final class StockLedger {

    /** Rows behind a figure that are shown. */
    public static final int MOST_ROWS = 100;

    /** Changes of a buffer that are looked through for an earlier moment. */
    private static final int MOST_CHANGES = 1_000;

    private final Tenancy tenancy;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final InventoryLookup inventory;
    private final LedgerRows rows;
    private final Deductions deductions;
    private final Audit audit;
    private final Clock clock;

    StockLedger(
            Tenancy tenancy,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            InventoryLookup inventory,
            LedgerRows rows,
            Deductions deductions,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.inventory = inventory;
        this.rows = rows;
        this.deductions = deductions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why the SKU shows what it shows now; without offers when nobody offers it. */
    public StockWhy why(MerchantId merchant, SkuId sku) {
        return tenancy.inTransaction(merchant, () -> {
            Instant now = clock.instant();
            StockExplanation stock = held(merchant, sku);
            Map<SupplierId, SupplierTerms> terms = terms(merchant, stock);
            List<OfferWhy> offers = stock.offers().stream()
                    .map(offer -> now(merchant, offer, terms.get(offer.supplier()), now))
                    .toList();
            return new StockWhy(sku, now, stock.published(), published(stock), offers);
        });
    }

    /**
     * Why the SKU's offers had what they had at an earlier moment. Each sum is made by taking back what happened since;
     * where something was not kept it says so.
     *
     * @param at not after now
     */
    public StockWhy whyAt(MerchantId merchant, SkuId sku, Instant at) {
        return tenancy.inTransaction(merchant, () -> {
            StockExplanation stock = held(merchant, sku);
            Map<SupplierId, SupplierTerms> terms = terms(merchant, stock);
            List<OfferWhy> offers = stock.offers().stream()
                    .map(offer -> then(merchant, offer, terms.get(offer.supplier()), at))
                    .toList();
            long all = offers.stream().mapToLong(OfferWhy::available).sum();
            return new StockWhy(
                    sku,
                    at,
                    null,
                    List.of(new StockStep(Kind.OFFERS, all, "All offers together had " + all + ".")),
                    offers);
        });
    }

    private StockExplanation held(MerchantId merchant, SkuId sku) {
        Set<OfferId> offers = catalog.everyOfferOf(merchant, List.of(sku)).getOrDefault(sku, List.of()).stream()
                .map(Offer::id)
                .collect(Collectors.toSet());
        rows.hold(merchant, offers);
        return inventory.explain(merchant, sku);
    }

    private Map<SupplierId, SupplierTerms> terms(MerchantId merchant, StockExplanation stock) {
        return suppliers.terms(
                merchant, stock.offers().stream().map(OfferStock::supplier).collect(Collectors.toSet()));
    }

    private static List<StockStep> published(StockExplanation stock) {
        List<StockStep> steps = new ArrayList<>();
        steps.add(new StockStep(
                Kind.OFFERS,
                stock.available(),
                stock.offers().isEmpty()
                        ? "Nobody offers it."
                        : "All offers together have " + stock.available() + "."));
        if (stock.waiting() > 0) {
            steps.add(new StockStep(
                    Kind.WAITING,
                    -stock.waiting(),
                    units(stock.waiting()) + " ordered that no supplier has; they are served first."));
        }
        long below = stock.waiting() - stock.available();
        if (below > 0) {
            steps.add(new StockStep(Kind.SHORT, below, "More waits than there is: a store shows 0."));
        }
        return steps;
    }

    private OfferWhy now(MerchantId merchant, OfferStock offer, @Nullable SupplierTerms terms, Instant now) {
        List<Observed> observations = rows.observations(merchant, offer.offer(), MOST_ROWS);
        List<StockStep> steps = new ArrayList<>();
        steps.add(new StockStep(Kind.OBSERVED, offer.observed(), observedWords(offer, terms, now)));
        take(steps, Kind.BUFFER, offer.buffer(), "kept back whatever the supplier says.");
        take(steps, Kind.WITHHELD, offer.withheld(), "not sold: the supplier's figures are too old to be believed.");
        take(
                steps,
                Kind.PROMISED,
                offer.uncovered() - offer.leaving(),
                "promised to orders; the supplier's figure still contains them.");
        take(
                steps,
                Kind.LEAVING,
                offer.leaving(),
                "taken by the supplier for orders; no figure young enough to lack them has come.");
        end(steps, offer.ended(), "not sold: the offer has ended.");
        close(steps);
        return new OfferWhy(
                offer.offer(),
                offer.supplier(),
                offer.shipFrom(),
                offer.supplierSku(),
                offer.available(),
                true,
                offer.effectiveAt(),
                offer.leftOut(),
                offer.discontinued(),
                steps,
                rows.claims(merchant, offer.offer(), MOST_ROWS),
                leaving(merchant, offer, terms),
                observations);
    }

    private List<Leaving> leaving(MerchantId merchant, OfferStock offer, @Nullable SupplierTerms terms) {
        int graceSeconds = terms == null ? 0 : terms.graceSeconds();
        return deductions.openOf(merchant, Set.of(offer.supplier()), List.of(offer.offer())).stream()
                .limit(MOST_ROWS)
                .map(row -> new Leaving(
                        row.key().claim(),
                        row.cause(),
                        row.quantity(),
                        row.effectiveAt(),
                        row.effectiveAt().plusSeconds(graceSeconds)))
                .toList();
    }

    private static String observedWords(OfferStock offer, @Nullable SupplierTerms terms, Instant now) {
        String who = terms == null ? "The supplier" : terms.name();
        @Nullable Instant at = offer.effectiveAt();
        if (at == null) {
            return who + " has never said how many it has.";
        }
        return who + " has " + offer.observed() + ", by a figure " + age(Duration.between(at, now)) + " old."
                + (offer.discontinued() ? " It has dropped the item." : "")
                + (offer.leftOut() ? " Its last full file left the item out, so the figure before stands." : "");
    }

    private static String age(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        long hours = minutes / 60;
        return hours >= 48 ? hours / 24 + " days" : hours >= 2 ? hours + " hours" : minutes(minutes);
    }

    private static String minutes(long minutes) {
        return minutes == 0 ? "less than a minute" : minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private OfferWhy then(MerchantId merchant, OfferStock offer, @Nullable SupplierTerms terms, Instant at) {
        LedgerRows.Since since = rows.since(merchant, offer.offer(), at);
        int observed =
                rows.nextApplied(merchant, offer.offer(), at).map(Observed::was).orElse(offer.observed());
        boolean withheldSince = changesSince(
                        merchant, "WithholdStock", offer.supplier().value(), at)
                .findAny()
                .isPresent();
        boolean resumedSince = changesSince(
                        merchant, "ResumeOffers", offer.offer().value(), at)
                .findAny()
                .isPresent();
        int buffer = changesSince(merchant, "SetBuffers", offer.offer().value(), at)
                .findFirst()
                .map(AuditLine::from)
                .map(Integer::parseInt)
                .orElse(offer.buffer());
        List<StockStep> steps = new ArrayList<>();
        String who = terms == null ? "The supplier" : terms.name();
        steps.add(new StockStep(Kind.OBSERVED, observed, "By what was known then " + who + " had " + observed + "."));
        take(steps, Kind.BUFFER, buffer, "kept back.");
        take(steps, Kind.WITHHELD, withheldSince ? 0 : offer.withheld(), "not sold: the figures were too old.");
        take(
                steps,
                Kind.PROMISED,
                offer.uncovered() - since.raised() + since.lowered(),
                "promised to orders and still contained in the figure.");
        Optional<Instant> endedAt = offer.ended() ? endedAt(merchant, offer) : Optional.empty();
        end(steps, endedAt.filter(ended -> !ended.isAfter(at)).isPresent(), "not sold: the offer had ended.");
        close(steps);
        return new OfferWhy(
                offer.offer(),
                offer.supplier(),
                offer.shipFrom(),
                offer.supplierSku(),
                steps.stream().mapToLong(StockStep::units).sum(),
                since.whole() && !withheldSince && !resumedSince,
                null,
                offer.leftOut(),
                offer.discontinued(),
                steps,
                List.of(),
                List.of(),
                rows.observations(merchant, offer.offer(), MOST_ROWS).stream()
                        .filter(each ->
                                each.knownAt() == null || !each.knownAt().isAfter(at))
                        .toList());
    }

    private Optional<Instant> endedAt(MerchantId merchant, OfferStock offer) {
        return Optional.ofNullable(
                        catalog.ends(merchant, List.of(offer.offer())).get(offer.offer()))
                .map(OfferEnd::at);
    }

    /** Of an offer that has ended nothing that is left is sold. */
    private static void end(List<StockStep> steps, boolean ended, String words) {
        long left = steps.stream().mapToLong(StockStep::units).sum();
        if (ended && left > 0) {
            take(steps, Kind.ENDED, left, words);
        }
    }

    private Stream<AuditLine> changesSince(MerchantId merchant, String act, UUID aggregate, Instant at) {
        return audit.of(merchant, List.of(aggregate), MOST_CHANGES).stream()
                .filter(line -> line.act().equals(act) && line.at().isAfter(at));
    }

    private static void take(List<StockStep> steps, Kind kind, long units, String words) {
        if (units != 0) {
            steps.add(new StockStep(kind, -units, units(units) + " " + words));
        }
    }

    private static void close(List<StockStep> steps) {
        long sum = steps.stream().mapToLong(StockStep::units).sum();
        if (sum < 0) {
            steps.add(new StockStep(
                    Kind.SHORT, -sum, "More is promised and kept back than the supplier has: nothing more is sold."));
        }
    }

    private static String units(long units) {
        return units == 1 ? "1 unit is" : units + " units are";
    }
}
