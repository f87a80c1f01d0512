package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopProduct;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists goods in shops and has Baton read them and show there what may be sold. */
final class Shelving {

    private static final long FIRST_PRODUCT = 7_400_000_000_000L;
    private static final long FIRST_VARIANT = 7_500_000_000_000L;

    /** Looks until the products of a shop are read; one takes a tenth of a second. */
    private static final int PATIENCE = 300;

    private static final int LOOK_EVERY_MILLIS = 100;

    private final BatonApi baton;
    private final Market market;

    Shelving(BatonApi baton, Market market) {
        this.baton = baton;
        this.market = market;
    }

    /** The merchant lists goods in a shop; it shows none of them to be there until it is told. */
    void list(Shop shop, Instant now) {
        int place = 0;
        for (Goods goods : market.listed()) {
            place++;
            long variant = FIRST_VARIANT + place;
            String price = BigDecimal.valueOf(goods.priceCents(), 2).toPlainString();
            int grams = Math.max(1, goods.grams());
            shop.list(new ShopProduct(
                    FIRST_PRODUCT + place,
                    goods.title(),
                    "ACTIVE",
                    now,
                    List.of(new ShopProduct.Variant(variant, "One size", goods.sku(), null, price, grams))));
            shop.stock(variant, goods.sku(), true, 0);
        }
    }

    /**
     * Has Baton read a shop's products and keep its figures from then on.
     *
     * @throws SetupFailed when Baton refuses, or does not come to an end of it
     */
    void keep(ShopProfile profile) {
        read(profile.code());
        for (int look = 0; look < PATIENCE; look++) {
            JsonNode pull = baton.get("/api/v1/stores/" + profile.code() + "/catalogue/pulls/latest")
                    .orEmpty();
            if (Json.text(pull, "state").equals("done")) {
                ObjectNode setting =
                        Json.object().put("enabled", true).put("locationId", Long.toString(profile.locationId()));
                MerchantSetup.require(
                        "stock figures of " + profile.code(),
                        baton.put("/api/v1/stores/" + profile.code() + "/availability/setting", setting));
                return;
            }
            rest();
        }
        throw new SetupFailed("Baton does not come to the end of the products of " + profile.code());
    }

    /** Has Baton read all products of a shop. */
    void read(String store) {
        MerchantSetup.require(
                "reading of the products of " + store,
                baton.post("/api/v1/stores/" + store + "/catalogue/pulls", Json.object()));
    }

    /** What a shop shows of all that it lists. */
    Map<String, Integer> shown(Shop shop) {
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (Goods goods : market.listed()) {
            Integer available = shop.available(goods.sku());
            if (available != null) {
                shown.put(goods.sku(), available);
            }
        }
        return shown;
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
