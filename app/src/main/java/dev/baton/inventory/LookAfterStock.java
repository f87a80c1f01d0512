package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.JudgeAlerts.Verdict;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at a page of SKUs together and raises and closes their alerts. Locks no stock. Needs an open transaction. */
@Component
final class LookAfterStock {

    /** SKUs of one transaction. */
    static final int PAGE = 2_000;

    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final StockRows rows;
    private final FeedScopes scopes;
    private final WaitingRows waiting;
    private final SoldUnits sold;
    private final StockThresholds thresholds;
    private final AlertRows alerts;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    LookAfterStock(
            CatalogLookup catalog,
            SupplierLookup suppliers,
            StockRows rows,
            FeedScopes scopes,
            WaitingRows waiting,
            Figures figures,
            ApplicationEventPublisher news,
            Clock clock) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.rows = rows;
        this.scopes = scopes;
        this.waiting = waiting;
        this.sold = figures.sold();
        this.thresholds = figures.thresholds();
        this.alerts = figures.alerts();
        this.news = news;
        this.clock = clock;
    }

    /** What alerts are made of and kept in. */
    @Component
    record Figures(SoldUnits sold, StockThresholds thresholds, AlertRows alerts) {}

    void look(MerchantId merchant, List<SkuId> skus) {
        if (skus.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<SkuId, List<JudgeAlerts.Open>> open = alerts.open(merchant, skus);
        List<JudgeAlerts.Raised> raised = new ArrayList<>();
        List<UUID> over = new ArrayList<>();
        for (AlertFacts facts : facts(merchant, skus, now)) {
            Verdict verdict = JudgeAlerts.judge(facts, open.getOrDefault(facts.sku(), List.of()), now);
            raised.addAll(verdict.raised());
            over.addAll(verdict.over());
        }
        alerts.close(merchant, over, now);
        alerts.raise(merchant, raised, now);
        tell(merchant, raised);
    }

    private void tell(MerchantId merchant, List<JudgeAlerts.Raised> raised) {
        Set<SupplierId> low = raised.stream()
                .filter(each -> each.kind() == StockAlert.Kind.LOW)
                .flatMap(each -> each.facts().offers().stream())
                .filter(offer -> offer.observed() > 0 && !offer.discontinued())
                .map(AlertFacts.OfOffer::supplier)
                .collect(Collectors.toSet());
        if (!low.isEmpty()) {
            news.publishEvent(new StockRunsLow(merchant, low));
        }
    }

    private List<AlertFacts> facts(MerchantId merchant, List<SkuId> skus, Instant now) {
        Map<SkuId, SoldUnits.Pace> paces = sold.paces(merchant, skus, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Map<SkuId, Long> waits = waiting.units(merchant, skus);
        Map<SkuId, List<Offer>> offers = catalog.offersOf(merchant, skus);
        List<Offer> all = offers.values().stream().flatMap(List::stream).toList();
        Map<OfferId, StockRow> stock = rows
                .glance(merchant, all.stream().map(Offer::id).toList())
                .stream()
                .collect(Collectors.toMap(StockRow::offer, Function.identity()));
        Set<SupplierId> whose = all.stream().map(Offer::supplier).collect(Collectors.toSet());
        Speaking speaking = new Speaking(
                scopes.read(merchant, whose),
                suppliers.terms(merchant, whose),
                thresholds.inForce(merchant, skus, whose),
                now);
        List<AlertFacts> facts = new ArrayList<>();
        for (SkuId sku : skus) {
            List<StockRow> known = offers.getOrDefault(sku, List.of()).stream()
                    .map(offer -> stock.get(offer.id()))
                    .filter(row -> row != null)
                    .toList();
            facts.add(facts(
                    sku, paces.getOrDefault(sku, SoldUnits.Pace.NONE), waits.getOrDefault(sku, 0L), known, speaking));
        }
        return facts;
    }

    /** What tells how old a figure is, and how old it may be. */
    private record Speaking(
            Map<SupplierId, Scope> scopes,
            Map<SupplierId, SupplierTerms> terms,
            StockThresholds.InForce thresholds,
            Instant now) {

        /** A supplier that is away is not expected to speak. */
        int staleDays(SkuId sku, SupplierId supplier) {
            @Nullable SupplierTerms known = terms.get(supplier);
            boolean away = known != null && known.hours().isClosed(now, known.zone());
            return away ? 0 : thresholds.staleDays(sku, supplier);
        }
    }

    private static AlertFacts facts(
            SkuId sku, SoldUnits.Pace pace, long waits, Collection<StockRow> known, Speaking speaking) {
        long available =
                known.stream().mapToLong(row -> Math.max(0, row.available())).sum() - waits;
        return new AlertFacts(
                sku,
                pace.units(),
                pace.days(),
                Math.max(0, available),
                speaking.thresholds()
                        .lowDays(sku, known.stream().map(StockRow::supplier).toList()),
                known.stream()
                        .map(row -> new AlertFacts.OfOffer(
                                row.offer(),
                                row.supplier(),
                                row.observed(),
                                row.discontinued(),
                                speaking.scopes()
                                        .getOrDefault(row.supplier(), Scope.silent(row.supplier()))
                                        .effective(row),
                                speaking.staleDays(sku, row.supplier())))
                        .toList());
    }
}
