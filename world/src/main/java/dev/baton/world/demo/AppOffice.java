package dev.baton.world.demo;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import dev.baton.world.shopify.Shop;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who decides what the app may do in the merchant's shops. */
final class AppOffice {

    private final Map<String, Shop> shops;
    private final Ledger ledger;

    /** @param shops by the store's code, as they are opened */
    AppOffice(Map<String, Shop> shops, Ledger ledger) {
        this.shops = shops;
        this.ledger = ledger;
    }

    /** Whether the app met a scope it was not granted, and still is not. */
    boolean isLacking() {
        return ledger.facts(Fact.StoreTroubled.class).stream()
                .filter(one -> one.trouble() == StoreTrouble.MISSING_SCOPE)
                .anyMatch(one -> lacks(shops.get(one.store())));
    }

    private static boolean lacks(@Nullable Shop shop) {
        return shop != null && !shop.scopes().equals(shop.profile().scopes());
    }

    /** Grants everything the app asks for. */
    void grant() {
        shops.forEach(
                (code, shop) -> shop.grant().forEach(scope -> ledger.write(new Fact.ScopeGranted("", code, scope))));
    }
}
