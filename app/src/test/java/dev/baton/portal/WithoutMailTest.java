package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.RunningBaton;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.world.mail.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A Baton that is set up bit by bit: without a mail relay, then without a public address, then with both. */
class WithoutMailTest {

    private static final String PUBLIC = "https://baton.example";
    private static final String CUSTOMER = "@ada.example";
    private static final List<String> WAITING = List.of("mail.set-up");
    private static final List<String> WITHOUT_LINKS = List.of("mail.no-links", "notifications.no_public_url");

    private final ScriptedRelay relay = new ScriptedRelay();
    private RunningBaton baton = RunningBaton.fresh();
    private PortalShop shop = new PortalShop(baton, PortalShop.CONTACT, "en");

    @AfterEach
    void close() {
        baton.close();
        relay.close();
    }

    private void startAgain(String publicUrl) {
        baton = baton.startedAgain(relay, publicUrl.isEmpty() ? null : publicUrl);
        shop = shop.after(baton);
    }

    @Test
    @DisplayName("12. No SMTP: messages wait behind one task. No public URL: links are not sent, a task, nothing lost")
    void whatWaitsLeavesOnceThereIsARelayAndCarriesLinksOnceThereIsAnAddress() {
        shop.mailsCustomers();
        shop.goods("LAMP", "Desk lamp", false);
        shop.ordered("1", "LAMP×1");
        shop.ordered("2", "LAMP×2");
        goesBy(Duration.ofHours(2));
        until(() -> tasks().containsAll(WAITING) && mails("planned") == 2);
        goesBy(Duration.ofHours(2));

        assertThat(tasks())
                .filteredOn(kind -> kind.matches("(mail|notifications|portal)\\..*"))
                .containsExactlyElementsOf(WAITING);
        assertThat(states()).containsExactlyInAnyOrder("issued", "issued");

        startAgain("");
        goesBy(Duration.ofHours(2));
        until(() -> orders().size() == 2 && letters(CUSTOMER).size() == 2);

        until(() -> tasks().containsAll(WITHOUT_LINKS) && mails("sent") == 2);
        assertThat(tasks()).containsOnlyOnceElementsOf(WITHOUT_LINKS).doesNotContainAnyElementsOf(WAITING);
        assertThat(states()).containsExactlyInAnyOrder("sent", "sent");
        assertThat(orders()).allSatisfy(letter -> {
            assertThat(Jsoup.parse(letter.html()).select("a[data-action]")).isEmpty();
            assertThat(letter.text()).contains("Please answer this mail");
        });
        assertThat(letters(CUSTOMER))
                .allSatisfy(letter -> assertThat(Jsoup.parse(letter.html()).select("a[data-action]"))
                        .isEmpty());

        startAgain(PUBLIC);
        shop.ordered("3", "LAMP×3");
        until(() -> {
            goesBy(Duration.ofMinutes(1));
            return orders().size() == 3 && letters("3" + CUSTOMER).size() == 1;
        });

        until(() -> tasks().stream().noneMatch(WITHOUT_LINKS::contains));
        assertThat(open(orders().getLast())).contains("data-form=\"accept\"", "Waits for your answer");
        assertThat(open(letters("3" + CUSTOMER).getLast())).contains("#3", "Desk lamp");
    }

    /** The page the mail's first button leads to. */
    private String open(Letter letter) {
        Element button =
                Objects.requireNonNull(Jsoup.parse(letter.html()).selectFirst("a[data-action]"), letter.html());
        assertThat(button.attr("href")).startsWith(PUBLIC + "/");
        PortalShop.Reply page = shop.get(button.attr("href").substring(PUBLIC.length()));
        assertThat(page.status()).isEqualTo(200);
        return page.response().body();
    }

    private void goesBy(Duration time) {
        baton.clock().advance(time);
    }

    private static void until(java.util.concurrent.Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(30)).until(so);
    }

    /** Mails with a purchase order, not those that remind of one. */
    private List<Letter> orders() {
        return letters(PortalShop.CONTACT).stream()
                .filter(letter -> letter.header("X-Baton-Document").matches("\\d+-\\d+\\.v1"))
                .toList();
    }

    /** Mails that left for addresses that end so. */
    private List<Letter> letters(String to) {
        return SentLetters.to(relay, to);
    }

    private List<String> tasks() {
        return items("/api/v1/tasks?state=open").stream()
                .map(task -> task.path("kind").asString(""))
                .toList();
    }

    private long mails(String state) {
        return items("/api/v1/messages?state=" + state).size();
    }

    private List<String> states() {
        return items("/api/v1/purchase-orders").stream()
                .map(order -> order.path("state").asString(""))
                .toList();
    }

    private List<JsonNode> items(String path) {
        return shop.api("GET", path, null, Map.of()).path("items").valueStream().toList();
    }
}
