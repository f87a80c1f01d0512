package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreStock.Level;
import dev.baton.channels.StoreStock.LocationsAnswer;
import dev.baton.channels.StoreStock.NewFigure;
import dev.baton.channels.StoreStock.ReadAnswer;
import dev.baton.channels.StoreStock.SetAnswer;
import dev.baton.channels.StoreStock.StoreRefusal;
import dev.baton.channels.Stores;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import dev.baton.world.http.Body;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProfile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the adapter asks of stock figures, put to the shop that refuses whatever Shopify's schema does not have. */
class StrictShopStockTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Ledger ledger = new Ledger(Clock.systemUTC());
    private final Shop shop = new Shop(
            new ShopProfile(
                    "web",
                    "Web",
                    "acme.myshopify.com",
                    "EUR",
                    "client",
                    "secret",
                    "shpat_test",
                    ShopProfile.ALL_SCOPES,
                    true,
                    "hush",
                    77),
            Clock.systemUTC(),
            event -> {});
    private final dev.baton.world.shopify.AdminApi api =
            new dev.baton.world.shopify.AdminApi(shop, ledger, Clock.systemUTC(), ShopMood.calm());
    private final ScriptedShop server = new ScriptedShop();
    private final ShopifyStock stock = baton.bean(ShopifyStock.class);

    private StoreConnection connection() {
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
        StoreId store = Stores.shopify(baton, merchant, server.url());
        return baton.bean(StoreConnections.class).current(merchant, store).orElseThrow();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void readsSetsAndNamesPlacesAsTheSchemaHasThem() {
        StoreConnection connection = connection();
        shop.stock(11, "CUP", true, 3);
        shop.stock(12, "TEE", false, 5);

        assertThat(stock.read(connection, "77", List.of("11", "12", "99")))
                .isEqualTo(new ReadAnswer.Found(List.of(
                        new Level("11", true, true, 3),
                        new Level("12", true, false, 5),
                        new Level("99", false, false, null))));
        assertThat(stock.read(connection, "78", List.of("11")))
                .isEqualTo(new ReadAnswer.Found(List.of(new Level("11", true, true, null))));
        UUID key = UUID.randomUUID();
        List<NewFigure> figures = List.of(new NewFigure("11", 8, 3), new NewFigure("12", 6, 5));
        assertThat(stock.set(connection, key, "77", figures)).isInstanceOf(SetAnswer.Taken.class);
        assertThat(stock.set(connection, key, "77", figures)).isInstanceOf(SetAnswer.Taken.class);
        assertThat(shop.available("CUP")).isEqualTo(8);
        assertThat(ledger.facts(Fact.StockSet.class)).hasSize(1);
        assertThat(stock.locations(connection))
                .isInstanceOfSatisfying(
                        LocationsAnswer.Found.class,
                        found -> assertThat(found.locations())
                                .singleElement()
                                .satisfies(place -> assertThat(place.id()).isEqualTo("77")));
        assertThat(ledger.facts(Fact.StoreCallRefused.class)).isEmpty();
    }

    @Test
    void tellsStaleFiguresFromThoseTheShopDoesNotTake() {
        StoreConnection connection = connection();
        shop.stock(11, "CUP", true, 3);

        assertThat(stock.set(connection, UUID.randomUUID(), "77", List.of(new NewFigure("11", 8, 4))))
                .isInstanceOfSatisfying(
                        SetAnswer.NotTaken.class,
                        none -> assertThat(none.refused()).isEmpty());
        assertThat(stock.set(
                        connection,
                        UUID.randomUUID(),
                        "77",
                        List.of(new NewFigure("11", 8, 3), new NewFigure("99", 1, 0))))
                .isInstanceOfSatisfying(
                        SetAnswer.NotTaken.class,
                        none -> assertThat(none.refused()).singleElement().satisfies(refused -> {
                            assertThat(refused.index()).isEqualTo(1);
                            assertThat(refused.refusal()).isEqualTo(StoreRefusal.GONE);
                        }));
        assertThat(shop.available("CUP")).isEqualTo(3);
    }
}
