package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever packs is told, written on its page, seen as the supplier sees it. */
class InstructionsScreenTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aProductsInstructionsAreWrittenKeptByVersionAndPreviewed() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        Staffer ada = shop.asOwner();
        String path = ada.page("/console/products/sku?code=LAMP")
                .select("a[href^=/console/instructions]")
                .attr("href");
        Document empty = ada.page(path);
        assertThat(empty.text()).contains("Nothing is told yet");

        ada.send(empty, "#instructions", Map.of("packaging", "Wrap twice", "label", "FRAGILE"));
        ada.send(ada.page(path), "#instructions", Map.of("packaging", "Wrap three times"));

        Document page = ada.page(path);
        assertThat(page.select("textarea[name=packaging]").text()).isEqualTo("Wrap three times");
        assertThat(page.text()).contains("Version 2");
        assertThat(page.select("[data-earlier]").text())
                .contains("Version 1", "Packaging: Wrap twice", "Label: FRAGILE");
        Document mail = ada.page(page.select("[data-preview]").attr("href"));
        assertThat(mail.select("[data-instruction]").text()).contains("LAMP: Wrap three times", "LAMP: FRAGILE");
        HttpResponse<String> refused = ada.send(ada.page(path), "#instructions", Map.of("insert", "x".repeat(4_001)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[aria-invalid=true]").attr("name"))
                .isEqualTo("insert");
    }

    @Test
    void aBrandAndAnOrderHaveTheirs() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        Staffer ada = shop.asOwner();
        String brand = ada.page("/console/settings/brands/one?code=default")
                .select("a[href^=/console/instructions]")
                .attr("href");
        ada.send(ada.page(brand), "#instructions", Map.of("insert", "Thank-you card"));
        assertThat(ada.page(ada.page(brand).select("[data-preview]").attr("href"))
                        .select("[data-instruction]")
                        .text())
                .contains("Thank-you card");
        assertThat(ada.get("/console/instructions?about=PRODUCT&of=NOPE").statusCode())
                .isEqualTo(404);
        assertThat(ada.get("/console/instructions?about=WEATHER&of=x").statusCode())
                .isEqualTo(404);
    }
}
