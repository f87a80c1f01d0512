package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.RunningBaton;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.orders.AnswerQuestion;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program has a customer asked whether a repeated order was meant. */
class AskCustomerCallsTest {

    private final RunningBaton baton = RunningBaton.mailing();
    private final MerchantId merchant = baton.newMerchant();
    private final ApiClient admin = new ApiClient(baton, merchant, baton.key(merchant, "admin"));
    private final CustomersShop shop =
            new CustomersShop(baton::bean, merchant, "shop", "#0f766e", MailSender.BATON, true);

    @Test
    void asksOnceAndTellsTheAnswer() {
        SalesOrderId order = repeated();
        String hold = duplicate().path("id").asString();
        assertThat(duplicate().path("asked").isNull()).isTrue();
        assertThat(admin.withScopes("read").post(ask(hold), "").status()).isEqualTo(403);

        ApiClient.Reply asked = admin.post(ask(hold), "");

        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.at("/id")).isEqualTo(hold);
        assertThat(asked.at("/asked/repeats")).isEqualTo("#1001");
        assertThat(asked.at("/asked/by")).startsWith("key:");
        assertThat(Duration.between(Instant.parse(asked.at("/asked/at")), Instant.parse(asked.at("/asked/answerBy"))))
                .isEqualTo(Duration.ofHours(24));
        assertThat(asked.json().at("/asked/answer").isNull()).isTrue();
        assertThat(duplicate().at("/asked/at").asString()).isEqualTo(asked.at("/asked/at"));
        ApiClient.Reply again = admin.post(ask(hold), "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/detail")).contains("asked already");

        baton.bean(AnswerQuestion.class).answer(merchant, order, CustomerAnswer.SEND_BOTH);

        JsonNode told = duplicate(admin.get("/api/v1/orders/" + order.value()), "holds");
        assertThat(told.at("/asked/answer").asString()).isEqualTo("send_both");
        assertThat(told.at("/asked/answeredAt").asString()).isNotEmpty();
        assertThat(admin.post(ask(hold), "").status()).isEqualTo(404);
    }

    @Test
    void theTimeToAnswerIsASetting() {
        assertThat(admin.put("/api/v1/settings", SetUp.SETTINGS).at("/customerAnswerHours"))
                .as("where it is left out")
                .isEqualTo("24");
        SetUp.good(admin.put(
                "/api/v1/settings",
                SetUp.SETTINGS.replace("\"graceSeconds\"", "\"customerAnswerHours\": 72, \"graceSeconds\"")));
        repeated();
        ApiClient.Reply asked = admin.post(ask(duplicate().path("id").asString()), "");

        assertThat(Duration.between(Instant.parse(asked.at("/asked/at")), Instant.parse(asked.at("/asked/answerBy"))))
                .isEqualTo(Duration.ofDays(3));
        assertThat(baton.bean(Tenancy.class)
                        .inTransaction(
                                merchant,
                                () -> baton.bean(MerchantLookup.class)
                                        .settings(merchant)
                                        .customerAnswerHours()))
                .isEqualTo(72);
        assertThat(admin.put(
                                "/api/v1/settings",
                                SetUp.SETTINGS.replace(
                                        "\"graceSeconds\"", "\"customerAnswerHours\": 0, \"graceSeconds\""))
                        .status())
                .isEqualTo(422);
    }

    private JsonNode duplicate() {
        return duplicate(admin.get("/api/v1/holds"), "items");
    }

    private static JsonNode duplicate(ApiClient.Reply reply, String list) {
        for (JsonNode hold : reply.json().path(list)) {
            if (hold.path("kind").asString().equals("POSSIBLE_DUPLICATE")) {
                return hold;
            }
        }
        throw new AssertionError(reply.text());
    }

    /** Nobody has to offer the goods for the hold. */
    private SalesOrderId repeated() {
        shop.place("1001", customer(), TestShop.BERLIN, "LAMP×1");
        return shop.place("1002", customer(), TestShop.BERLIN, "LAMP×1");
    }

    private static CustomerFacts customer() {
        return new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");
    }

    private static String ask(String hold) {
        return "/api/v1/holds/" + hold + "/ask-customer";
    }
}
