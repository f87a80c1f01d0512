package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Micros;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.NamedCost;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.DecideCounterOffer;
import dev.baton.purchasing.DecideCounterOffer.Choice;
import dev.baton.purchasing.PurchaseOrderView;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a supplier that named another cost is told by mail. */
class MailedCostAnswersTest extends MailboxOfASupplier {

    @ParameterizedTest
    @CsvSource({
        "en, REFUSE, 'Purchase order {0}: your other cost', 'A piece costs 7.77 EUR, not 1,234.50 EUR.', use the button",
        "de, ACCEPT, 'Bestellung {0}: Ihr anderer Preis', 'Ein Stück kostet 1.234,50 EUR.', nicht zu antworten",
        "fr, REFUSE, 'Commande {0} : votre autre prix', 'Une pièce coûte 7,77 EUR, et non 1 234,50 EUR.', le bouton",
        "es, ACCEPT, 'Pedido {0}: su otro precio', 'Una unidad cuesta 1.234,50 EUR.', No hace falta que responda"
    })
    void aSupplierIsToldByMailWhetherItGetsAnotherCost(
            String language, Choice choice, String subject, String cost, String ask)
            throws MessagingException, IOException {
        PurchaseOrderView issued = mailed(language, "LAMP×3");
        road.work();
        long asked = issued.lines().getFirst().unitCostMicros();
        baton.bean(Acknowledge.class)
                .acknowledge(
                        road.merchant,
                        issued.supplier(),
                        issued.number(),
                        new Acknowledgement(
                                "A-1",
                                List.of(new Statement(1, Action.ACCEPT, 3, null, null, null)),
                                List.of(new NamedCost(1, 1_234_500_000)),
                                "EUR"));
        CounterOffer offer = baton.bean(Tenancy.class)
                .inTransaction(
                        road.merchant,
                        () -> baton.bean(CounterOfferLookup.class)
                                .of(road.merchant, issued.id())
                                .getFirst());
        baton.bean(DecideCounterOffer.class).decide(road.merchant, offer.id(), choice, "as <agreed> & known");
        road.work();

        MimeMessage word = arrived().get(1);
        String ordered = Micros.format(asked);
        String meant = cost.replace("7.77", ordered).replace("7,77", ordered.replace('.', ','));
        assertThat(page(word).select("[data-said]").html())
                .as("no amount breaks")
                .contains("&nbsp;EUR");
        assertThat(word.getHeader("X-Baton-Document", null)).isEqualTo(issued.number() + ".v1.price-1");
        assertThat(word.getSubject()).isEqualTo(subject.replace("{0}", issued.number()));
        assertThat(page(word).select("[data-said]").text()).isEqualTo(meant);
        assertThat(page(word).select("[data-reason]").text()).endsWith("as <agreed> & known");
        assertThat(page(word).select("tr[data-line=1] [data-quantity]").text()).isEqualTo("3");
        assertThat(page(word).select("th")).as("each column is named").hasSize(3);
        assertThat(page(word).text()).contains(ask);
        assertThat(page(word).select("[data-answer-by]")).isEmpty();
        assertThat(MailedParts.text(word).replace('\u00a0', ' ')).contains("1) 3 × S-LAMP", meant);
    }
}
