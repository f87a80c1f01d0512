package dev.baton.api;

import dev.baton.channels.DefineShopifyConnection;
import dev.baton.channels.ShopifyConnection;
import dev.baton.merchants.Brand;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stores and how they are connected. */
@RestController
@RequestMapping("/api/v1/stores")
@Tag(name = "Stores")
class StoreCalls {

    private static final String SHOPIFY = "shopify";

    private final Tenancy tenancy;
    private final MerchantLookup lookup;
    private final DefineStore defineStore;
    private final DefineShopifyConnection defineConnection;

    StoreCalls(
            Tenancy tenancy, MerchantLookup lookup, DefineStore defineStore, DefineShopifyConnection defineConnection) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.defineStore = defineStore;
        this.defineConnection = defineConnection;
    }

    /**
     * A store as the merchant states it.
     *
     * @param brand code of the brand it shows; absent = the default brand
     * @param notifyCustomer who mails its customers; absent = the store
     * @param live absent = true; false = everything is planned, nothing is sent or pushed
     */
    record StoreBody(
            String kind,
            String name,
            String currency,
            ZoneId zone,
            @Nullable String brand,
            @Nullable MailSender notifyCustomer,
            @Nullable Boolean live,
            @Nullable Shopify shopify) {}

    /**
     * How a Shopify store is reached; meanings as in {@link ShopifyConnection}.
     *
     * @param webhookSecrets absent = the client secret
     * @param pollSeconds absent or 0 = never
     */
    record Shopify(
            String shopDomain,
            @Nullable String apiBaseUrl,
            @Nullable String accessToken,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable List<String> webhookSecrets,
            @Nullable String locationId,
            @Nullable Integer pollSeconds) {

        ShopifyConnection stated() {
            return new ShopifyConnection(
                    shopDomain,
                    apiBaseUrl,
                    accessToken,
                    clientId,
                    clientSecret,
                    webhookSecrets == null ? List.of() : webhookSecrets,
                    locationId,
                    pollSeconds == null ? 0 : pollSeconds);
        }

        @Override
        public String toString() {
            return "Shopify[" + shopDomain + "]";
        }
    }

    /** {@code webhookUrl} is null for a store that sends none. */
    record Defined(String id, String code, @Nullable String webhookUrl) {}

    record Row(
            String id,
            String code,
            String kind,
            String name,
            String currency,
            ZoneId zone,
            String brand,
            MailSender notifyCustomer,
            boolean live) {

        static Row of(Store store) {
            return new Row(
                    store.id().value().toString(),
                    store.code(),
                    store.kind(),
                    store.name(),
                    store.currency(),
                    store.zone(),
                    store.brand(),
                    store.notifyCustomer(),
                    store.live());
        }
    }

    record Rows(List<Row> items) {}

    @Operation(summary = "List the stores")
    @Needs(Scope.READ)
    @GetMapping
    Rows list(Caller caller) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> new Rows(
                        lookup.stores(caller.merchant()).stream().map(Row::of).toList()));
    }

    @Operation(summary = "Define a store", description = "Creates it or changes all but its kind.")
    @Needs(Scope.ADMIN)
    @PutMapping("/{code}")
    Defined define(Caller caller, @PathVariable String code, @RequestBody StoreBody body) {
        boolean shopify = body.kind().equals(SHOPIFY);
        if (shopify != (body.shopify() != null)) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    shopify
                            ? "shopify is missing: say how the store is reached."
                            : "shopify is for a store of that kind.",
                    "shopify");
        }
        StoreDefinition definition = new StoreDefinition(
                code,
                body.kind(),
                body.name(),
                body.currency(),
                body.zone(),
                body.brand() == null ? Brand.DEFAULT : body.brand(),
                body.notifyCustomer() == null ? MailSender.STORE : body.notifyCustomer(),
                !Boolean.FALSE.equals(body.live()));
        Store store = tenancy.inTransaction(caller.merchant(), () -> {
            Store defined = defineStore.define(caller.merchant(), definition);
            if (body.shopify() != null) {
                defineConnection.define(
                        caller.merchant(), defined.id(), body.shopify().stated());
            }
            return defined;
        });
        String id = store.id().value().toString();
        return new Defined(
                id,
                store.code(),
                shopify ? "/hooks/shopify/" + caller.merchant().hex() + "/" + id : null);
    }
}
