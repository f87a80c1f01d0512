package dev.baton.shopper;

import dev.baton.notifications.CustomerOrder;
import dev.baton.notifications.CustomerWords;
import dev.baton.notifications.TrackingLink;
import dev.baton.orders.CustomerQuestion;
import dev.baton.shopper.TrackingView.AnswerForm;
import dev.baton.shopper.TrackingView.Question;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says in a customer's words whether an order was meant that looks like a repeat; times are of the store's zone.
 *
 * @param mayAnswer whether the page was opened by the link that was mailed with the question
 * @param say the answer chosen in the mail; null = none
 * @param action where an answer is sent
 */
record QuestionWords(
        CustomerWords words,
        ZoneId zone,
        boolean mayAnswer,
        @Nullable String say,
        String action) {

    /** Null where there is nothing to be said: who did not come by the mail reads only of a question that stands. */
    @Nullable
    Question of(CustomerOrder order, CustomerQuestion asked) {
        if (stands(asked)) {
            return mayAnswer
                    ? question(words.say("ask.text", order.name(), asked.repeats()), asked, forms(order))
                    : question(words.say("ask.byMail"), asked, List.of());
        }
        if (!mayAnswer) {
            return null;
        }
        String settled = asked.answer() == null
                ? "ask.otherwise"
                : "ask.said." + asked.answer().name();
        return new Question(words.say("ask.title"), words.say(settled, order.name()), null, List.of());
    }

    static boolean stands(CustomerQuestion asked) {
        return asked.open() && asked.answer() == null;
    }

    private Question question(String text, CustomerQuestion asked, List<AnswerForm> forms) {
        return new Question(
                words.say("ask.title"), text, words.say("ask.by", words.moment(asked.answerBy(), zone)), forms);
    }

    private List<AnswerForm> forms(CustomerOrder order) {
        return List.of(
                form(TrackingLink.SAY_BOTH, words.say("answer.both"), words.say("ask.both.means", order.name())),
                form(
                        TrackingLink.SAY_CANCEL,
                        words.say("answer.cancel", order.name()),
                        words.say("ask.cancel.means", order.name())));
    }

    private AnswerForm form(String word, String button, String means) {
        return new AnswerForm(action, word, button, means, word.equals(say));
    }
}
