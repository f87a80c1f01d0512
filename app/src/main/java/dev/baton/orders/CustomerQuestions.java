package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what customers were asked. Every method needs an open transaction, and the order locked. */
@Component
class CustomerQuestions {

    private final JdbcClient jdbc;

    CustomerQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(MerchantId merchant, CustomerQuestion question) {
        jdbc.sql("""
                insert into customer_question (merchant_id, hold_id, sales_order_id, repeats, asked_at, asked_by_kind,
                                               asked_by, answer_by)
                values (:merchant, :hold, :order, :repeats, :at, :kind, :by, :answerBy)
                """)
                .param("merchant", merchant.value())
                .param("hold", question.hold())
                .param("order", question.order().value())
                .param("repeats", question.repeats())
                .param("at", SqlArrays.instant(question.askedAt()))
                .param("kind", question.askedByKind())
                .param("by", question.askedBy())
                .param("answerBy", SqlArrays.instant(question.answerBy()))
                .update();
    }

    /** The question of the order has left; one that had before, or is answered, is not touched. */
    void mailed(MerchantId merchant, SalesOrderId order, Instant at, Instant answerBy) {
        jdbc.sql("""
                update customer_question set mailed_at = :at, answer_by = :answerBy
                where merchant_id = :merchant and sales_order_id = :order and mailed_at is null and answer is null
                """)
                .param("at", SqlArrays.instant(at))
                .param("answerBy", SqlArrays.instant(answerBy))
                .param("merchant", merchant.value())
                .param("order", order.value())
                .update();
    }

    /** Keeps the first answer; there is never a second. */
    void answer(MerchantId merchant, UUID hold, CustomerAnswer answer, Instant at) {
        int changed = jdbc.sql("""
                update customer_question set answer = :answer, answered_at = :at
                where merchant_id = :merchant and hold_id = :hold and answer is null
                """)
                .param("answer", answer.name())
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("hold", hold)
                .update();
        OrderWrites.mustMatch(changed, 1, "customer_question");
    }
}
