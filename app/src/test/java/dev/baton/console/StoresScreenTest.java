package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages of stores. */
class StoresScreenTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aStoreShowsHowItIsConnectedAndItsFiguresAreTrue() {
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/stores");
        Document one = ada.page(list.select("[data-row] th a").attr("href"));

        assertThat(list.select("[data-row]").text()).contains("Store main", "API", "Sends by the API", "Live");
        assertThat(one.select(".facts").text()).contains("Sends orders by the API", "EUR", "left alone");
        for (Element figure : one.select("[data-figure]")) {
            assertThat(ada.page(figure.attr("href")).select("[data-row]"))
                    .hasSize(Integer.parseInt(figure.attr("data-figure")));
        }
        assertThat(ada.page("/console/stores/drift").text()).contains("Nothing was wrong");
        assertThat(ada.get("/console/stores/nothing").statusCode()).isEqualTo(404);
        assertThat(ada.get("/console/stores/00000000-0000-7000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
    }
}
