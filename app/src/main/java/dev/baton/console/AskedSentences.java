package dev.baton.console;

import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerQuestion;
import dev.baton.platform.MerchantId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What customers were asked about holds, in a sentence each. Needs an open transaction of the merchant. */
@Component
class AskedSentences {

    private final People people;

    AskedSentences(People people) {
        this.people = people;
    }

    /** By the hold. */
    Map<UUID, String> of(MerchantId merchant, Collection<CustomerQuestion> questions, Moments moments) {
        Map<UUID, String> sentences = new LinkedHashMap<>();
        if (!questions.isEmpty()) {
            Map<String, String> names = people.of(merchant).stream()
                    .collect(Collectors.toMap(member -> member.person().value().toString(), MemberView::email));
            questions.forEach(each -> sentences.put(each.hold(), sentence(each, names, moments)));
        }
        return sentences;
    }

    private static String sentence(CustomerQuestion question, Map<String, String> names, Moments moments) {
        String by = question.askedByKind().equals("person")
                ? names.getOrDefault(question.askedBy(), "a former colleague")
                : "a program";
        return "The customer was asked by mail on " + moments.at(question.askedAt()) + " by " + by + ". "
                + cameOf(question, moments);
    }

    private static String cameOf(CustomerQuestion question, Moments moments) {
        if (question.answer() != null && question.answeredAt() != null) {
            return (question.answer() == CustomerAnswer.SEND_BOTH ? "Both were meant" : "It was not meant")
                    + ", said the customer on " + moments.at(question.answeredAt()) + ".";
        }
        if (!question.open()) {
            return "It was decided without an answer.";
        }
        return question.answerBy().isAfter(moments.now())
                ? "The answer is awaited until " + moments.at(question.answerBy()) + "."
                : "No answer came by " + moments.at(question.answerBy()) + "; one that still comes counts.";
    }
}
