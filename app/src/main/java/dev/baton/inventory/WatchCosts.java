package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.CostQuestionsChanged;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.platform.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Raises an alert for each cost that jumped and waits for a person, whether the goods sell or not, and closes it with the
 * question. Runs inside the transaction of the news.
 */
@Component
class WatchCosts {

    private final CatalogLookup catalog;
    private final CostProposals proposals;
    private final InventoryLookup stock;
    private final SoldUnits sold;
    private final AlertRows alerts;
    private final Clock clock;

    WatchCosts(
            CatalogLookup catalog,
            CostProposals proposals,
            InventoryLookup stock,
            SoldUnits sold,
            AlertRows alerts,
            Clock clock) {
        this.catalog = catalog;
        this.proposals = proposals;
        this.stock = stock;
        this.sold = sold;
        this.alerts = alerts;
        this.clock = clock;
    }

    @EventListener
    void on(CostQuestionsChanged changed) {
        MerchantId merchant = changed.merchant();
        Instant now = clock.instant();
        Set<OfferId> waiting = proposals.openOf(merchant, changed.offers()).keySet();
        alerts.closeOf(
                merchant,
                Kind.COST_JUMP,
                changed.offers().stream()
                        .filter(offer -> !waiting.contains(offer))
                        .toList(),
                now);
        alerts.raise(merchant, raised(merchant, waiting, now), now);
    }

    private List<JudgeAlerts.Raised> raised(MerchantId merchant, Set<OfferId> waiting, Instant now) {
        Map<OfferId, Offer> offers = catalog.offers(merchant, waiting);
        Set<SkuId> skus = offers.values().stream().map(Offer::sku).collect(Collectors.toSet());
        if (skus.isEmpty()) {
            return List.of();
        }
        Map<SkuId, SoldUnits.Pace> paces = sold.paces(merchant, skus, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Map<SkuId, Long> sellable = stock.sellable(merchant, skus);
        List<JudgeAlerts.Raised> raised = new ArrayList<>();
        for (Offer offer : offers.values()) {
            SoldUnits.Pace pace = paces.getOrDefault(offer.sku(), SoldUnits.Pace.NONE);
            AlertFacts facts = new AlertFacts(
                    offer.sku(), pace.units(), pace.days(), sellable.getOrDefault(offer.sku(), 0L), 0, List.of());
            raised.add(new JudgeAlerts.Raised(Kind.COST_JUMP, facts, offer.id(), offer.supplier(), 0));
        }
        return raised;
    }
}
