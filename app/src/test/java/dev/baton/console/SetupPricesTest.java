package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.Offer;
import dev.baton.catalog.SkuDefinition;
import dev.baton.merchants.Role;
import dev.baton.platform.Micros;
import dev.baton.platform.Tenancy;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Setting up: a supplier's own price list is shown, looked at, used, and what is the merchant's becomes offers. */
class SetupPricesTest {

    private static final String STEP = "/console/setup?step=offers";

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPriceListBecomesOffers() {
        shop.baton
                .bean(DefineSkus.class)
                .define(shop.merchant, List.of(new SkuDefinition("LAMP-1", "Desk lamp", 500, true, List.of())));
        Staffer ada = shop.asOwner();

        HttpResponse<String> shown = ada.upload(
                ada.page(STEP),
                "[data-listed] form[enctype]",
                "prices.csv",
                "SKU;Description;Cost\nlamp 1;Desk lamp;12,50\nCHAIR-9;Chair;80,00\n");

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(303);
        String file = shown.headers().firstValue("Location").orElseThrow();
        assertThat(file).startsWith("/console/price-lists/acme-prices/files/");
        await().until(() -> !ada.page(file).select("form[action$=price-file]").isEmpty());
        assertThat(offers()).as("nothing counts yet").isEmpty();
        ada.send(ada.page(file), "form[action$=price-file]", Map.of());
        await().until(() -> ada.page(STEP).text().contains("2 items of its list are no offers yet"));

        Document step = ada.page(STEP);
        ada.send(step, "form[action=/console/setup/match]", Map.of());

        assertThat(offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.unitCostMicros()).isEqualTo(Micros.parse("12.50")));
        assertThat(ada.page(STEP + "&done=matched").text())
                .contains("1 item of its list is no offer yet", "is an offer now");
    }

    private List<Offer> offers() {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(CatalogLookup.class)
                                .bySupplierSku(shop.merchant, shop.acme, List.of("lamp 1"))
                                .getOrDefault("lamp 1", List.of()));
    }

    @Test
    void aFileThatIsNoPriceListIsRefusedWithItsColumns() {
        Staffer ada = shop.asOwner();

        HttpResponse<String> refused =
                ada.upload(ada.page(STEP), "[data-listed] form[enctype]", "recipe.csv", "Flour;Eggs\na little;three\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert]").text()).contains("Flour, Eggs", "name them SKU and Cost");
        assertThat(page.select("[data-listed] input[aria-invalid=true]")).hasSize(1);
        assertThat(shop.as(Role.SUPPORT).page(STEP).select("[data-listed]")).isEmpty();
    }
}
