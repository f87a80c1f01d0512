package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.merchants.MessageKind;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.AnswerRecall;
import dev.baton.purchasing.AnswerRecall.Answer;
import dev.baton.purchasing.AnswerRecall.RecallReply;
import dev.baton.purchasing.GiveUpRecall;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.tracking.ScanCode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer reads of a parcel that left after it was cancelled, and what tracking makes of one that comes back. */
@DisplayName("12. Shipped after a confirmed cancel")
class RecalledParcelTest extends MailedOrders {

    /** The supplier agrees not to ship some units of the first line, and ships more than it owes by one of them or all. */
    private Recall shippedAllTheSame(SalesOrderId order, int cancelled, int shipped) {
        shop.cancel(order, 0, cancelled);
        road.work();
        PurchaseOrderView of = shop.purchaseOrders(order).getFirst();
        road.baton
                .bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        of.supplier(),
                        of.number(),
                        new CancellationReply(of.cancellations().getFirst().id(), true, null));
        gathered();
        shop.ship(order, "ups", ONE, shipped);
        gathered();
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(RecallLookup.class)
                        .of(road.merchant, of.id())
                        .getFirst());
    }

    private void answer(Recall recall, SalesOrderId order, Answer answer) {
        PurchaseOrderView of = shop.purchaseOrders(order).getFirst();
        road.baton
                .bean(AnswerRecall.class)
                .answer(road.merchant, of.supplier(), of.number(), new RecallReply(recall.id(), answer, null));
    }

    private GiveUpRecall.GivenUp giveUp(Recall recall) {
        return road.baton.bean(GiveUpRecall.class).giveUp(road.merchant, recall.id());
    }

    @ParameterizedTest
    @DisplayName("left to the customer: one mail says that it comes after all, with what is in it and its number")
    @CsvSource({
        "en,a parcel comes after all,On its way",
        "de,ein Paket kommt doch noch,Unterwegs",
        "fr,un colis arrive malgré tout,En route",
        "es,un paquete llega a pesar de todo,En camino"
    })
    void comesAfterAll(String language, String subject, String heading) {
        String id = "r-" + language;
        SalesOrderId order = place(shop, id, language, "LAMP×3", "BULB×1");
        Recall recall = shippedAllTheSame(order, 2, 2);
        answer(recall, order, Answer.REFUSED);
        int before = raw(id).size();

        assertThat(giveUp(recall).now()).isTrue();
        assertThat(giveUp(recall).now()).isFalse();
        gathered();
        gathered();

        assertThat(raw(id)).hasSize(before + 1);
        assertThat(raw(id).getLast()).contains("X-Baton-Message: order.after_all");
        assertThat(last(id).subject()).contains("#" + id).contains(subject);
        assertThat(last(id).text())
                .contains(heading + ":\n  1 × Title of LAMP\n", ONE, "https://baton.example/o/")
                .doesNotContain("BULB");
        assertThat(newest(order).kind()).isEqualTo(MessageKind.AFTER_ALL);
        assertThat(road.taskKinds()).doesNotContain("shipping.after-cancel");
        CustomerOrder seen = road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(CustomerOrderLookup.class)
                        .find(road.merchant, order)
                        .orElseThrow());
        assertThat(seen.items().getFirst().cancelled())
                .as("the page does not say that what comes will not come")
                .isEqualTo(1);
        assertThat(seen.items().getFirst().sent()).isEqualTo(2);
    }

    @Test
    @DisplayName("nothing is told before the supplier has refused")
    void nothingIsToldBefore() {
        SalesOrderId order = place("r-open", "LAMP×1");
        Recall recall = shippedAllTheSame(order, 1, 1);

        assertThatThrownBy(() -> giveUp(recall))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("write down what it says first");
        gathered();

        assertThat(raw("r-open").getLast()).contains("X-Baton-Message: order.cancelled");
    }

    @ParameterizedTest
    @DisplayName("stopped: that it turns round, is lost, or is never seen again is no trouble of anybody's")
    @EnumSource(
            value = ScanCode.class,
            names = {"RETURNED", "EXCEPTION", "LOST", "IN_TRANSIT"})
    void whatIsStoppedIsNotWaitedFor(ScanCode then) {
        SalesOrderId order = place("r-" + then, "LAMP×1");
        Recall recall = shippedAllTheSame(order, 1, 1);
        answer(recall, order, Answer.STOPS);
        int mails = raw("r-" + then).size();

        shop.scan(ONE, then, 1, null, null);
        road.work();
        road.later(Duration.ofDays(30));
        road.later(Duration.ofDays(30));

        assertThat(road.taskKinds()).isEmpty();
        assertThat(raw("r-" + then)).hasSize(mails);
    }
}
