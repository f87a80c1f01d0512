package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores of test merchants. */
public final class Stores {

    public static final String SECRET = "hush-hush";
    public static final String DOMAIN = "acme.myshopify.com";

    private Stores() {}

    /** A live store without any connection. */
    public static StoreId plain(TestBaton baton, MerchantId merchant, String code, String kind) {
        UUID store = UUID.randomUUID();
        baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("""
                insert into store (merchant_id, store_id, code, kind, name, currency, zone, live, created_at)
                values (:merchant, :store, :code, :kind, 'A store', 'EUR', 'Europe/Berlin', true, :at)
                """)
                        .param("merchant", merchant.value())
                        .param("store", store)
                        .param("code", code)
                        .param("kind", kind)
                        .param("at", Timestamp.from(TestClock.START))
                        .update());
        return new StoreId(store);
    }

    /** A live Shopify store that takes webhooks, and is asked at the given address when there is one. */
    public static StoreId shopify(TestBaton baton, MerchantId merchant, @Nullable String apiBaseUrl) {
        StoreId store = plain(baton, merchant, "shop", "shopify");
        connect(baton, merchant, store, apiBaseUrl, List.of(SECRET), 0);
        return store;
    }

    public static void connect(
            TestBaton baton,
            MerchantId merchant,
            StoreId store,
            @Nullable String apiBaseUrl,
            List<String> secrets,
            int pollSeconds) {
        String token = apiBaseUrl == null ? null : "shpat_test";
        baton.bean(DefineShopifyConnection.class)
                .define(
                        merchant,
                        store,
                        new ShopifyConnection(DOMAIN, apiBaseUrl, token, null, null, secrets, null, pollSeconds));
    }
}
