package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.AnswerQuestion;
import dev.baton.orders.AnswerQuestion.Outcome;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OrderView.HoldView;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;

/** Orders of the same, whose customer may be asked whether both were meant, and who decides. */
abstract class AskedOrders extends MailedOrders {

    static final String SILENT = "orders.customer-silent";
    static final String IN_THE_STORE = "orders.cancelled-by-customer";

    /** The later of two orders of the same, held. */
    SalesOrderId repeated() {
        place("1001", "LAMP×1");
        SalesOrderId second = place("1002", "LAMP×1");
        assertThat(duplicate(second).open()).isTrue();
        return second;
    }

    CustomerFacts customer(String id) {
        return new CustomerFacts("Ada Muster", address(id), null, "en");
    }

    HoldView duplicate(SalesOrderId order) {
        return road.order(order).holds().stream()
                .filter(hold -> hold.kind() == HoldKind.POSSIBLE_DUPLICATE)
                .findFirst()
                .orElseThrow();
    }

    CustomerQuestion ask(SalesOrderId order) {
        return road.baton
                .bean(AskCustomer.class)
                .ask(road.merchant, duplicate(order).id());
    }

    Outcome answer(SalesOrderId order, CustomerAnswer answer) {
        return road.baton.bean(AnswerQuestion.class).answer(road.merchant, order, answer);
    }

    CustomerQuestion question(SalesOrderId order) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(CustomerQuestionLookup.class)
                        .ofOrder(road.merchant, order)
                        .orElseThrow());
    }

    /** As a person here does. */
    void decide(SalesOrderId order, CustomerAnswer how) {
        switch (how) {
            case SEND_BOTH ->
                road.baton
                        .bean(ReleaseHolds.class)
                        .release(road.merchant, duplicate(order).id(), "both are wanted");
            case CANCEL -> shop.cancel(order, -1, 0);
        }
    }

    long waiting() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select count(*) from work where merchant_id = :merchant and kind = 'orders.unanswered'")
                        .param("merchant", road.merchant.value())
                        .query(Long.class)
                        .single());
    }
}
