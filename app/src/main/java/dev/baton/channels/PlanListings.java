package dev.baton.channels;

import dev.baton.catalog.ListingGoods;
import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has variants worked out anew whose listing changed, in a store whose stock is kept. Joins the open transaction. */
@Component
public class PlanListings {

    private final AvailabilitySwitches switches;
    private final AvailabilityTouches touches;
    private final ListingGoods listings;
    private final StoreFigures figures;
    private final Clock clock;

    PlanListings(
            AvailabilitySwitches switches,
            AvailabilityTouches touches,
            ListingGoods listings,
            StoreFigures figures,
            Clock clock) {
        this.switches = switches;
        this.touches = touches;
        this.listings = listings;
        this.figures = figures;
        this.clock = clock;
    }

    /** Of these products. */
    void products(MerchantId merchant, StoreId store, Collection<String> productIds) {
        if (!productIds.isEmpty() && switches.kept(merchant).contains(store)) {
            figures.due(merchant, listings.ofProducts(merchant, store, productIds), clock.instant());
            touches.plan(merchant);
        }
    }

    /** All of the store: it was read as a whole. */
    public void all(MerchantId merchant, StoreId store) {
        Optional<Switch> kept = switches.find(merchant, store).filter(Switch::enabled);
        if (kept.isPresent()) {
            switches.planned(merchant, store, "");
            touches.plan(merchant);
        }
    }
}
