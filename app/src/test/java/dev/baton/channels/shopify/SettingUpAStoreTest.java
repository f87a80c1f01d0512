package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.channels.CheckStore;
import dev.baton.channels.ImportOpenOrders;
import dev.baton.channels.StoreCheck;
import dev.baton.channels.StoreImport;
import dev.baton.channels.Stores;
import dev.baton.merchants.StoreId;
import dev.baton.orders.Bucket;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.TaskBoard;
import dev.baton.testing.TestBaton;
import dev.baton.world.http.Body;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.NewShopOrder;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store is connected: its scopes, its webhooks, and the orders it has open, at the shop that refuses what Shopify would. */
class SettingUpAStoreTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Clock clock = baton.clock();
    private final Ledger ledger = new Ledger(Clock.systemUTC());
    private final ScriptedShop server = new ScriptedShop();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsGrantedIsFineAndMissingWebhooksAreMadeAndHealed() {
        dev.baton.world.shopify.AdminApi api = open(ShopProfile.ALL_SCOPES, shop(ShopProfile.ALL_SCOPES));
        StoreId store = Stores.shopify(baton, merchant, server.url());
        baton.bean(CheckStore.class).begin(merchant, store);
        assertThat(check(store).state()).isEqualTo(StoreCheck.State.ASKING);

        baton.runDue();
        assertThat(check(store).state()).isEqualTo(StoreCheck.State.FINE);
        assertThat(check(store).healed()).isEqualTo(10).isEqualTo(check(store).toldOf());
        assertThat(check(store).reason()).isNull();
        assertThat(api.subscriptions().addresses("orders/create"))
                .singleElement()
                .hasToString(TestBaton.PUBLIC_URL + "/hooks/shopify/" + merchant.hex() + "/" + store.value());

        baton.clock().advance(Duration.ofDays(1).plusMinutes(1));
        baton.runDue();
        assertThat(check(store).healed()).as("all are there").isZero();
        api.subscriptions().clear();
        baton.clock().advance(Duration.ofDays(1).plusMinutes(1));
        baton.runDue();
        assertThat(check(store).healed()).as("somebody took them away").isEqualTo(10);
        assertThat(ledger.facts(Fact.StoreCallRefused.class)).isEmpty();
    }

    @Test
    void aMissingScopeIsNamedAndATaskUntilItIsGranted() {
        Set<String> fewer = new HashSet<>(ShopProfile.ALL_SCOPES);
        fewer.remove("write_inventory");
        open(fewer, shop(fewer));
        StoreId store = Stores.shopify(baton, merchant, server.url());
        baton.bean(CheckStore.class).begin(merchant, store);
        baton.runDue();

        assertThat(check(store).state()).isEqualTo(StoreCheck.State.LACKING);
        assertThat(check(store).lacking()).containsExactly("write_inventory");
        assertThat(tasks()).containsExactly("channels.store-scopes");

        open(ShopProfile.ALL_SCOPES, shop(ShopProfile.ALL_SCOPES));
        baton.bean(CheckStore.class).begin(merchant, store);
        baton.runDue();
        assertThat(check(store).state()).isEqualTo(StoreCheck.State.FINE);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aStoreThatRefusesUsOrIsNeverAskedSaysSo() {
        server.answers(request -> new ScriptedShop.Reply(401, "{}"));
        StoreId store = Stores.shopify(baton, merchant, server.url());
        baton.bean(CheckStore.class).begin(merchant, store);
        baton.runDue();
        assertThat(check(store).state()).isEqualTo(StoreCheck.State.FAILED);
        assertThat(check(store).reason()).contains("does not accept the access token");

        Stores.connect(baton, merchant, store, null, List.of("hush"), 0);
        baton.bean(CheckStore.class).begin(merchant, store);
        baton.runDue();
        assertThat(check(store).reason()).contains("no access");
    }

    @Test
    void openOrdersAreReadAndThoseFromBeforeTheCutOverAreKnownAndNeverSent() {
        Shop shop = shop(ShopProfile.ALL_SCOPES);
        place(shop, 1);
        baton.clock().advance(Duration.ofHours(1));
        Instant cutOver = clock.instant();
        baton.clock().advance(Duration.ofHours(1));
        place(shop, 2);
        for (int i = 3; i < 30; i++) {
            place(shop, i);
        }
        open(ShopProfile.ALL_SCOPES, shop);
        StoreId store = Stores.shopify(baton, merchant, server.url());
        ImportOpenOrders importing = baton.bean(ImportOpenOrders.class);
        assertThatThrownBy(
                        () -> importing.begin(merchant, store, clock.instant().plusSeconds(60)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("cutOver"));

        importing.begin(merchant, store, cutOver);
        importing.begin(merchant, store, clock.instant());
        for (int i = 0; i < 6; i++) {
            baton.runDue();
        }

        StoreImport done =
                baton.in(merchant, () -> importing.last(merchant, store)).orElseThrow();
        assertThat(done.state()).isEqualTo(StoreImport.State.DONE);
        assertThat(done.taken()).isEqualTo(29);
        assertThat(done.cutOverAt()).isEqualTo(cutOver);
        Road road = new Road(merchant, store);
        OrderView before = road.order("5001");
        assertThat(before.lines().getFirst().units().getOrDefault(Bucket.OPEN, 0))
                .isZero();
        assertThat(before.holds()).isEmpty();
        assertThat(road.order("5002").holds()).as("nobody knows its SKU here").isNotEmpty();
        long held = baton.in(merchant, () -> baton.bean(OrderBoard.class).countHeld(merchant, null));
        assertThat(held).isEqualTo(28);
    }

    @Test
    void anImportThatTheStoreRefusesFailsAndGoesOnWhenItIsBegunAgain() {
        server.answers(request -> new ScriptedShop.Reply(403, "{}"));
        StoreId store = Stores.shopify(baton, merchant, server.url());
        ImportOpenOrders importing = baton.bean(ImportOpenOrders.class);
        importing.begin(merchant, store, clock.instant());
        baton.runDue();
        assertThat(baton.in(merchant, () -> importing.last(merchant, store)).orElseThrow())
                .satisfies(failed -> {
                    assertThat(failed.state()).isEqualTo(StoreImport.State.FAILED);
                    assertThat(failed.reason()).contains("403");
                });

        open(ShopProfile.ALL_SCOPES, shop(ShopProfile.ALL_SCOPES));
        importing.begin(merchant, store, clock.instant());
        baton.runDue();
        assertThat(baton.in(merchant, () -> importing.last(merchant, store))
                        .orElseThrow()
                        .state())
                .isEqualTo(StoreImport.State.DONE);
    }

    private Shop shop(Set<String> scopes) {
        return new Shop(
                new ShopProfile(
                        "web",
                        "Web",
                        "acme.myshopify.com",
                        "EUR",
                        "client",
                        "secret",
                        "shpat_test",
                        scopes,
                        true,
                        "hush",
                        77),
                clock,
                event -> {});
    }

    private dev.baton.world.shopify.AdminApi open(Set<String> scopes, Shop shop) {
        assertThat(shop.profile().scopes()).isEqualTo(scopes);
        dev.baton.world.shopify.AdminApi api =
                new dev.baton.world.shopify.AdminApi(shop, ledger, Clock.systemUTC(), ShopMood.calm());
        server.answers(request -> {
            Reply reply = api.handle(new Request(
                    "POST",
                    request.path(),
                    "",
                    Map.of("x-shopify-access-token", List.of(request.token())),
                    Body.of(request.body())));
            Reply.Answer answer = (Reply.Answer) reply;
            return new ScriptedShop.Reply(answer.status(), answer.body().text());
        });
        return api;
    }

    private static void place(Shop shop, int number) {
        Address berlin = new Address(
                "Ada",
                "Muster " + number,
                null,
                "Probestraße " + number,
                null,
                "Berlin",
                null,
                null,
                "10115",
                "Germany",
                "DE",
                "+4930123456");
        shop.place(new NewShopOrder(
                5_000L + number,
                number,
                new Buyer(number, "Ada", "Muster " + number, "ada" + number + "@customer.example", "+4930123456", "en"),
                berlin,
                List.of(new NewShopOrder.Line(90_000L + number, "UNKNOWN-" + number, "Lamp", 1, 1_000, 0, 0, 100)),
                "EUR",
                "standard",
                0,
                null,
                null,
                true));
    }

    private StoreCheck check(StoreId store) {
        return baton.in(merchant, () -> baton.bean(CheckStore.class).last(merchant, store))
                .orElseThrow();
    }

    private List<String> tasks() {
        return baton.in(
                merchant,
                () -> List.copyOf(baton.bean(TaskBoard.class).counts(merchant).keySet()));
    }
}
