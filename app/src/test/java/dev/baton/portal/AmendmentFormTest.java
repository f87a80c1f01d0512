package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.BeginAmendments;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The store wants a sent delivery otherwise: the supplier is asked on its page. */
class AmendmentFormTest {

    private static final String NEW_STREET = """
            {"name": "Ada Muster", "line1": "Neue Straße 9", "city": "Berlin", "postcode": "10117",
             "countryCode": "DE", "phone": "+4930123456"}""";

    private final PortalShop shop = new PortalShop("en");

    @Test
    void saysWhatIsWantedNowAndTakesTheAnswer() {
        Asked asked = asked("yes-1");
        Reply page = shop.get(shop.link(asked.order()));
        assertThat(page.page().select("#amendment [data-wish]").eachText())
                .containsExactly("Ada Muster Neue Straße 9 10117 Berlin Germany Telephone +4930123456");
        assertThat(page.page().select("[data-ship-to]").text()).contains("Probestraße 1");

        Reply answered = shop.submit(page, "amendment", Map.of("answer", "yes"));

        assertThat(answered.status()).isEqualTo(303);
        assertThat(asked.now().status()).isEqualTo(Amendment.Status.AGREED);
        assertThat(shop.order(asked.order().number()).version()).isEqualTo(2);
        Reply after = shop.get(shop.link(asked.order()));
        assertThat(after.page().select("#amendment")).isEmpty();
        assertThat(after.page().select("[data-ship-to]").text()).contains("Neue Straße 9");
    }

    @Test
    void aNoIsTakenAndAPersonIsTold() {
        Asked asked = asked("no-1");
        Reply page = shop.get(shop.link(asked.order()));

        shop.submit(page, "amendment", Map.of("answer", "no"));

        assertThat(asked.now().status()).isEqualTo(Amendment.Status.REFUSED);
        assertThat(shop.order(asked.order().number()).version()).isEqualTo(1);
        assertThat(shop.taskKinds()).anyMatch(kind -> kind.contains("amendment"));
    }

    @Test
    void looksDoNotAnswerAndASecondTapChangesNothing() {
        Asked asked = asked("twice-1");
        Reply page = shop.get(shop.link(asked.order()));
        for (int i = 0; i < 20; i++) {
            shop.get(shop.link(asked.order()) + "?answer=yes");
        }
        assertThat(asked.now().status()).isEqualTo(Amendment.Status.ASKED);

        shop.submit(page, "amendment", Map.of("answer", "yes"));
        Reply again = shop.submit(page, "amendment", Map.of("answer", "no"));

        assertThat(again.status()).isEqualTo(303);
        assertThat(asked.now().status()).isEqualTo(Amendment.Status.AGREED);
    }

    private final class Asked {

        private final PurchaseOrderView order;

        private Asked(PurchaseOrderView order) {
            this.order = order;
        }

        private PurchaseOrderView order() {
            return order;
        }

        private Amendment now() {
            return shop.order(order.number()).amendments().getLast();
        }
    }

    private Asked asked(String id) {
        shop.goods("LAMP", "Desk lamp", false);
        PurchaseOrderView sent = shop.sent(id, "LAMP×2");
        shop.changed(id, NEW_STREET, "LAMP×2");
        Amendment planned = shop.order(sent.number()).amendments().getLast();
        shop.in(() -> shop.baton.bean(BeginAmendments.class).begin(shop.merchant, List.of(planned.id())));
        return new Asked(sent);
    }
}
