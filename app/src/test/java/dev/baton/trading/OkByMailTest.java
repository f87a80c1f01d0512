package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("5. The supplier answers \"ok\" by mail")
class OkByMailTest extends MailboxRoad {

    @Test
    @DisplayName(
            "until mail is read as an answer it answers nothing: a person reads it, and the order stays unanswered")
    void anOkAnswersNothingAndIsAPersonsMatter() {
        PurchaseOrderView order = sent();

        arrives("""
                From: orders-%1$s@acme.example
                To: mail@baton.example
                Subject: Re: Purchase order %2$s
                In-Reply-To: <%2$s.v1.%1$s@baton.example>
                Message-ID: <ok-%1$s@acme.example>

                ok
                """.formatted(road.merchant.hex(), order.number()));

        assertThat(road.purchaseOrder(order.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.taskKinds()).contains("trading.mail-to-read");
    }
}
