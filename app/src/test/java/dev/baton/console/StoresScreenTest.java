package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Role;
import java.net.http.HttpResponse;
import java.util.Map;
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

    @Test
    void whoTellsCustomersOfWhatIsAgreedOnThePageOfTheStore() {
        Staffer ada = shop.asOwner();
        String path = ada.page("/console/stores").select("[data-row] th a").attr("href");
        Document store = ada.page(path);
        assertThat(store.select(".facts").text()).contains("Mails to customers from here");
        Document mails = ada.page(store.select("[data-mails]").attr("href"));
        assertThat(mails.select("[data-sender=shipped] option[selected]").val()).isEqualTo("baton");
        assertThat(mails.select("[data-sender]"))
                .hasSize(MessageKind.toldByStores().size());

        HttpResponse<String> agreed = ada.send(mails, "#senders", Map.of("shipped", "store", "refunded", "store"));

        Document after = ada.page(agreed.headers().firstValue("Location").orElseThrow());
        assertThat(after.text()).contains("It is agreed who tells customers of what", "5 of 7 kinds from here");
        assertThat(after.select("[data-timeline]").text()).contains("Who tells customers of what");
        Document again = ada.page(path + "/mails");
        assertThat(again.select("[data-sender=shipped] option[selected]").val()).isEqualTo("store");
        assertThat(again.select("[data-sender=delivered] option[selected]").val())
                .isEqualTo("baton");
        assertThat(shop.as(Role.SUPPORT).get(path + "/mails").statusCode()).isEqualTo(403);
        assertThat(ada.get("/console/stores/00000000-0000-7000-8000-000000000000/mails")
                        .statusCode())
                .isEqualTo(404);
    }
}
