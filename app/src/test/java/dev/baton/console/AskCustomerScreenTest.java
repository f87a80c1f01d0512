package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.RunningBaton;
import dev.baton.merchants.Role;
import dev.baton.orders.AnswerQuestion;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.HoldKind;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tenancy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Staff have a customer asked whether a repeated order was meant, and see what came of it. */
class AskCustomerScreenTest {

    private static final String LIST =
            "/console/exceptions?cols=what%2Casked%2Canswer-by%2Csince&kind=possible_duplicate";
    private static final String WAY = "[data-way=ask-the-customer]";
    private static final String TASK = "orders.customer-silent";

    @Test
    void aClickAsksAndThePagesSaySo() {
        try (ConsoleShop shop = new ConsoleShop(RunningBaton.mailing())) {
            SalesOrderId order = repeated(shop);
            Staffer support = shop.as(Role.SUPPORT);
            Document hold = page(support);
            Map<String, String> form = Map.of(
                    "form-token", hold.select("input[name=form-token]").val(),
                    "hold", hold.select(WAY + " input[name=hold]").val());
            assertThat(page(shop.as(Role.VIEWER)).select(WAY)).isEmpty();
            assertThat(page(shop.as(Role.FINANCE)).select(WAY)).isEmpty();

            assertThat(held(support)).as("since when it stands").hasSize(1);
            assertThat(support.page(LIST + "&asked=no").select("[data-row]")).hasSize(1);
            assertThat(support.page(LIST + "&asked=yes").select("[data-row]")).isEmpty();

            HttpResponse<String> asked = support.send(hold, WAY + " form", Map.of());

            assertThat(asked.headers().firstValue("Location").orElseThrow()).endsWith("done=asked");
            assertThat(held(support))
                    .as("and since when, and until when, its customer was asked")
                    .hasSize(3);
            assertThat(support.page(LIST + "&asked=no").select("[data-row]")).isEmpty();
            assertThat(support.page(LIST + "&asked=yes").select("[data-row]")).hasSize(1);
            Document after = page(support);
            assertThat(after.select(WAY)).isEmpty();
            assertThat(after.select("section[aria-labelledby=why]").text())
                    .contains("The customer was asked by mail on", "support-", "The answer is awaited until");
            assertThat(support.post(AskCustomerScreen.PATH, form).statusCode()).isEqualTo(409);
            assertThat(support.page("/console/orders/" + order.value()).select("[data-asked]"))
                    .hasSize(1);

            shop.baton.bean(AnswerQuestion.class).answer(shop.merchant, order, CustomerAnswer.CANCEL);

            assertThat(support.page("/console/orders/" + order.value())
                            .select("[data-asked]")
                            .text())
                    .contains("It was not meant, said the customer on");
            assertThat(support.page("/console/exceptions?kind=orders.cancelled-by-customer")
                            .select("[data-row]")
                            .text())
                    .contains("Cancel and refund #1001 in the store");
        }
    }

    @Test
    void whoDoesNotAnswerIsATaskThatTheReleaseCloses() {
        try (ConsoleShop shop = new ConsoleShop(RunningBaton.mailing())) {
            SalesOrderId order = repeated(shop);
            Staffer before = shop.asOwner();
            before.send(page(before), WAY + " form", Map.of());
            await().until(() -> mailed(shop, order));

            shop.baton.clock().advance(Duration.ofHours(25));
            Staffer ada = shop.asOwner();
            await().until(() -> !ada.page("/console/exceptions?kind=" + TASK)
                    .select("[data-row]")
                    .isEmpty());
            assertThat(page(ada).select("section[aria-labelledby=why]").text()).contains("No answer came by");
            assertThat(held(ada)).startsWith("25 h ago", "1 h ago");
            Document task = ada.page(ada.page("/console/exceptions?kind=" + TASK)
                    .select("[data-row] [data-open]")
                    .attr("href"));
            ada.send(task, "[data-way=both-are-wanted] form", Map.of());

            assertThat(ada.page("/console/exceptions").select("[data-row]").text())
                    .doesNotContain("does not answer", "Possible duplicate");
        }
    }

    @Test
    void whereNoMailLeavesAPersonWritesItself() {
        try (ConsoleShop shop = new ConsoleShop()) {
            repeated(shop);
            Staffer ada = shop.asOwner();
            Document hold = page(ada);

            assertThat(hold.select(WAY + " a[href^=mailto:]")).hasSize(1);
            assertThat(hold.select(WAY + " form")).isEmpty();
            HttpResponse<String> refused = ada.post(
                    AskCustomerScreen.PATH,
                    Map.of(
                            "form-token", hold.select("input[name=form-token]").val(),
                            "hold", hold.select("input[name=hold]").val()));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("--smtp-url");
        }
    }

    @Test
    void aboutOtherHoldsAPersonWritesItself() {
        try (ConsoleShop shop = new ConsoleShop(RunningBaton.mailing())) {
            shop.shop.goods("LAMP", "Desk lamp", shop.acme);
            new HeldOrders(shop).of(HoldKind.UNPAID);
            Staffer ada = shop.asOwner();
            Document hold = ada.page(ada.page("/console/exceptions?kind=unpaid")
                    .select("[data-row] [data-open]")
                    .attr("href"));

            assertThat(hold.select(WAY + " a[href^=mailto:]")).hasSize(1);
        }
    }

    private static boolean mailed(ConsoleShop shop, SalesOrderId order) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton.bean(CustomerQuestionLookup.class).ofOrder(shop.merchant, order))
                .filter(question -> question.mailedAt() != null)
                .isPresent();
    }

    private static SalesOrderId repeated(ConsoleShop shop) {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        return new HeldOrders(shop).of(HoldKind.POSSIBLE_DUPLICATE);
    }

    private static Document page(Staffer staffer) {
        return staffer.page(staffer.page(LIST).select("[data-row] [data-open]").attr("href"));
    }

    /** The times the hold shows in the list of holds. */
    private static List<String> held(Staffer staffer) {
        return staffer.page("/console/exceptions?cols=what%2Casked%2Canswer-by%2Csince&kind=possible_duplicate")
                .select("[data-row] time")
                .eachText();
    }
}
