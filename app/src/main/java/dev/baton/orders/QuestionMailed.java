package dev.baton.orders;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hears that a question has left by mail: the customer's time to answer runs from then on. */
@Component
public final class QuestionMailed {

    private final CustomerQuestions questions;
    private final MerchantLookup merchants;

    QuestionMailed(CustomerQuestions questions, MerchantLookup merchants) {
        this.questions = questions;
        this.merchants = merchants;
    }

    /**
     * Sets when the customer of the order has to have answered; a question that left before, or is answered, stays as it
     * is. Needs an open transaction of the merchant.
     */
    public void mailed(MerchantId merchant, SalesOrderId order, Instant at) {
        Duration time = Duration.ofHours(merchants.settings(merchant).customerAnswerHours());
        questions.mailed(merchant, order, at, at.plus(time));
    }
}
