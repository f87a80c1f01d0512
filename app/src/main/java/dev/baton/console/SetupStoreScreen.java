package dev.baton.console;

import dev.baton.catalog.AdoptListings;
import dev.baton.channels.CheckStore;
import dev.baton.channels.DefineShopifyConnection;
import dev.baton.channels.ImportOpenOrders;
import dev.baton.channels.PullCatalogue;
import dev.baton.channels.ShopifyConnection;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting up: the store and its products. */
@RestController
class SetupStoreScreen {

    private static final int POLL_SECONDS = 60;
    private static final String PLACE = ".myshopify.com";
    private static final int MOST_ROUNDS = 100;

    private final SetupPage page;
    private final Defining defining;
    private final Reading reading;
    private final MerchantLookup merchants;
    private final Tenancy tenancy;
    private final Clock clock;

    SetupStoreScreen(
            SetupPage page,
            Defining defining,
            Reading reading,
            MerchantLookup merchants,
            Tenancy tenancy,
            Clock clock) {
        this.page = page;
        this.defining = defining;
        this.reading = reading;
        this.merchants = merchants;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** What makes a store known. */
    @Component("setupDefining")
    record Defining(DefineStore stores, DefineShopifyConnection connections) {}

    /** What is read of a store once it is. */
    @Component("setupReading")
    record Reading(CheckStore checks, ImportOpenOrders imports, PullCatalogue catalogue, AdoptListings adopt) {}

    /** Connects a store in watch mode, and has everything read of it that is needed. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/store")
    ResponseEntity<String> connect(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        try {
            String shop = shop(typed.text("shopDomain"));
            tenancy.run(merchant, () -> {
                MerchantSettings settings = merchants.settings(merchant);
                Instant cutOver = cutOver(typed.text("cutOver"), settings.zone());
                String code = shop.endsWith(PLACE) ? shop.substring(0, shop.length() - PLACE.length()) : shop;
                boolean live =
                        merchants.storeByCode(merchant, code).map(Store::live).orElse(false);
                Store store = defining.stores()
                        .define(
                                merchant,
                                new StoreDefinition(
                                        code,
                                        "shopify",
                                        typed.text("storeName").isEmpty() ? code : typed.text("storeName"),
                                        typed.text("storeCurrency").isEmpty()
                                                ? settings.bookCurrency()
                                                : typed.text("storeCurrency").toUpperCase(Locale.ROOT),
                                        settings.zone(),
                                        live));
                defining.connections().define(merchant, store.id(), connection(shop, typed));
                reading.checks().begin(merchant, store.id());
                reading.imports().begin(merchant, store.id(), cutOver);
                reading.catalogue().begin(merchant, store);
            });
            return Answer.seeOther(SetupPage.at("store", "store"));
        } catch (Problem refused) {
            return page.refused(staff, "store", typed, refused);
        }
    }

    /** By a token that lasts, or by the app's id and secret; the secret signs the webhooks in both cases. */
    private static ShopifyConnection connection(String shop, Typed typed) {
        String token = none(typed.text("token"));
        String client = none(typed.text("clientId"));
        String secret = none(typed.text("secret"));
        if (token == null && client == null) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "Give the access token of the app, or its client id and secret: Baton cannot ask the store"
                            + " otherwise.",
                    "token");
        }
        return new ShopifyConnection(
                shop,
                none(typed.text("apiBaseUrl")),
                token,
                token == null ? client : null,
                token == null ? secret : null,
                secret == null ? List.of() : List.of(secret),
                null,
                POLL_SECONDS);
    }

    /** "acme", "acme.myshopify.com" or the address of its office, as people copy it. */
    private static String shop(String typed) {
        String shop = typed.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^admin\\.shopify\\.com/store/", "")
                .replaceFirst("/.*$", "");
        return shop.contains(".") || shop.isEmpty() ? shop : shop + PLACE;
    }

    private Instant cutOver(String typed, ZoneId zone) {
        try {
            return typed.isEmpty()
                    ? clock.instant()
                    : LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Write a day and a time, as 2026-03-02T09:30.", "cutOver");
        }
    }

    private static @Nullable String none(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/check")
    ResponseEntity<String> check(Staff staff, Typed typed) {
        Store store = store(staff.merchant(), typed);
        tenancy.run(staff.merchant(), () -> {
            reading.checks().begin(staff.merchant(), store.id());
            reading.imports().begin(staff.merchant(), store.id(), clock.instant());
        });
        return typed.has(Back.FIELD)
                ? Done.CHECKING.backTo(typed, SetupPage.PATH)
                : Answer.seeOther(SetupPage.at("store", "check"));
    }

    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/pull")
    ResponseEntity<String> pull(Staff staff, Typed typed) {
        reading.catalogue().begin(staff.merchant(), store(staff.merchant(), typed));
        return Answer.seeOther(SetupPage.at("products", "pull"));
    }

    /** Every SKU of the store that nothing here is becomes one. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/adopt")
    ResponseEntity<String> adopt(Staff staff, Typed typed) {
        Store store = store(staff.merchant(), typed);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!reading.adopt().adopt(staff.merchant(), store.id()).more()) {
                break;
            }
        }
        return Answer.seeOther(SetupPage.at("", "adopt"));
    }

    private Store store(MerchantId merchant, Typed typed) {
        StoreId id = typed.id("id").map(StoreId::new).orElseThrow(SetupStoreScreen::nothing);
        return tenancy.inTransaction(
                merchant, () -> merchants.store(merchant, id).orElseThrow(SetupStoreScreen::nothing));
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such store.");
    }
}
