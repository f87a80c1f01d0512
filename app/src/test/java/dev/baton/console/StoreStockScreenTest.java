package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.RunningBaton;
import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.MerchantId;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store's stock is kept here or left alone, by the location that is chosen. */
class StoreStockScreenTest {

    private final RunningBaton baton = RunningBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final NewcomersWorld world = new NewcomersWorld();
    private final Staffer owner = owner();

    @AfterEach
    void close() {
        world.close();
    }

    private Staffer owner() {
        String email = "owner-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, email, ConsoleShop.PASSWORD);
        return new Staffer(baton.baseUrl()).signIn(email, ConsoleShop.PASSWORD);
    }

    /** The page of the store that lies at that address. */
    private String connected(String api) {
        HttpResponse<String> done = owner.send(
                owner.page(SetupPage.PATH),
                "#store-form",
                Map.of(
                        "shopDomain",
                        "acme",
                        "token",
                        NewcomersWorld.TOKEN,
                        "secret",
                        NewcomersWorld.SECRET,
                        "apiBaseUrl",
                        api));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        return owner.page("/console/stores").select("[data-row] th a").attr("href");
    }

    @Test
    void itIsKeptForTheLocationThatIsChosenAndLeftAloneAgain() {
        String store = connected(world.apiAddress());
        String stock = owner.page(store).select("[data-stock]").attr("href");
        Document before = owner.page(stock);
        assertThat(before.select("[data-kept]").attr("data-kept")).isEqualTo("no");
        assertThat(before.select("#location option").eachAttr("value")).containsExactly("77");

        HttpResponse<String> kept = owner.send(before, "#keep", Map.of());

        assertThat(owner.page(kept.headers().firstValue("Location").orElseThrow())
                        .text())
                .contains("Its stock is kept here from now on", "kept here, location 77");
        Document after = owner.page(stock);
        assertThat(after.select("[data-kept]").attr("data-kept")).isEqualTo("77");
        String figure = after.select("[data-figure]").attr("data-figure");
        assertThat(owner.page(after.select("[data-figure]").attr("href")).select("[data-row]"))
                .hasSize(Integer.parseInt(figure));

        owner.send(after, "#leave", Map.of());
        assertThat(owner.page(store).text()).contains("left alone");
        assertThat(owner.page(store + "/mails")
                        .select("[data-sender=delivered]")
                        .text())
                .as("which of Shopify's own mails to switch off")
                .contains("Out for delivery and Delivered");
        assertThat(owner.page(stock).select("#leave")).isEmpty();
    }

    @Test
    void aStoreThatDoesNotNameItsLocationsSaysWhy() {
        String store = connected("http://127.0.0.1:9");

        Document page = owner.page(store + "/stock");

        assertThat(page.select("[role=alert]").text()).contains("did not name its locations");
        assertThat(page.select("#keep")).isEmpty();
        HttpResponse<String> nowhere = owner.post(
                store + "/stock",
                Map.of(
                        "form-token",
                        owner.page(store).select("[name=form-token]").attr("value"),
                        "kept",
                        "yes",
                        "location",
                        "somewhere"));
        assertThat(nowhere.body()).contains("must be the number of a location");
        assertThat(owner.page(store).text()).contains("left alone");
    }
}
