package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.PlaceOrders;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.purchasing.PurchaseOrderView;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a supplier is asked long after its order came: by a link that lives, in its own language. */
class LateQuestionsTest extends MailboxOfASupplier {

    @Test
    void theStoreCancelsWeeksLaterAndTheSupplierCanAnswer() throws MessagingException, IOException {
        PurchaseOrderView issued = mailed("de", "LAMP×3");
        road.work();
        road.later(Duration.ofDays(70));
        baton.bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1", "LAMP×3")
                                .cancelled("fraud")
                                .updatedAt(baton.clock().instant())
                                .build()));
        road.work();

        MimeMessage question = arrived().getLast();
        assertThat(question.getHeader("X-Baton-Document", null)).isEqualTo(issued.number() + ".v1.cancellation-1");
        Document page = page(question);
        String handle = page.select("a[data-action=open]").attr("href").replaceAll(".*/t/|#.*", "");
        assertThat(baton.bean(Links.class)
                        .open(LinkPurpose.PURCHASE_ORDER, handle)
                        .orElseThrow()
                        .until())
                .isAfter(baton.clock().instant().plus(Duration.ofDays(50)));
        assertThat(page.select("[data-reason]").text())
                .contains("die Bestellung des Kunden wurde storniert")
                .doesNotContain("fraud");
    }
}
