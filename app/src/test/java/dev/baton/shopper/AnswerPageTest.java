package dev.baton.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.RunningBaton;
import dev.baton.notifications.TestPicture;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OrderView.HoldView;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditLine;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.testing.Axe;
import dev.baton.testing.Chromium;
import dev.baton.testing.Repository;
import dev.baton.testing.TestShop;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the mail that asks whether both orders were meant to the page that takes the answer, over HTTP. */
class AnswerPageTest {

    private static final Pattern LINK = Pattern.compile("https://baton\\.example(/o/[^\"?\\s]+\\?say=(both|cancel))");
    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/shopper");
    private static final int SCANNERS = 20;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private CustomersPages pages;

    @BeforeEach
    void open() {
        pages = new CustomersPages(RunningBaton.mailing(), "nordlicht", "#0f766e");
        pages.shop.goods("LAMP", "Desk lamp, oak", pages.acme);
        pages.shop.logo(TestPicture.png(0x0f766e));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({"both, You said that both were meant", "cancel, You said that order #1002 was not meant"})
    @DisplayName("Twenty scanners open both links and change nothing; one tap answers, a second changes nothing")
    void whatTheCustomerSaysIsDone(String said, String words) {
        SalesOrderId second = asked("en");
        for (String answer : List.of("both", "cancel")) {
            for (int i = 0; i < SCANNERS; i++) {
                assertThat(pages.get(mailed(answer)).statusCode()).isEqualTo(200);
                assertThat(head(mailed(answer)).statusCode()).isEqualTo(200);
            }
        }
        assertThat(duplicate(second).open()).isTrue();
        String page = pages.get(mailed(said)).body();
        assertThat(page)
                .contains("Your order waits for your answer", "#1001", "Please answer by")
                .contains("name=\"say\" value=\"both\"", "name=\"say\" value=\"cancel\"")
                .containsOnlyOnce("class=\"button main\"")
                .doesNotContain("<script");

        HttpResponse<String> first = pages.post(path(mailed(said)), Map.of("say", said));
        HttpResponse<String> twice =
                pages.post(path(mailed(said)), Map.of("say", said.equals("both") ? "cancel" : "both"));

        for (HttpResponse<String> answer : List.of(first, twice)) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue(path(mailed(said)));
        }
        assertThat(pages.get(mailed("cancel")).body()).contains(words).doesNotContain("<form");
        if (said.equals("both")) {
            pages.until(() -> pages.units(second, Bucket.SENT) == 1);
            pages.shop.ship(second, "ups", "1Z999AA10123456784", 1);
            assertThat(pages.get(mailed("both")).body()).contains("Your order is on its way");
        } else {
            assertThat(pages.units(second, Bucket.CANCELLED)).isEqualTo(1);
            assertThat(pages.shop.purchaseOrders(second)).isEmpty();
        }
        assertThat(audit(second))
                .anySatisfy(line -> {
                    assertThat(line.act()).isEqualTo(said.equals("both") ? "ReleaseHolds" : "CancelOrders");
                    assertThat(line.actorKind()).isEqualTo("customer");
                    assertThat(line.actorId()).isEqualTo(second.value().toString());
                    assertThat(line.why()).contains("the customer says");
                })
                .filteredOn(line -> line.actorKind().equals("customer"))
                .hasSize(1);
    }

    @Test
    void whatWasDecidedMeanwhileStands() {
        SalesOrderId second = asked("en");
        pages.baton
                .bean(ReleaseHolds.class)
                .release(pages.merchant, duplicate(second).id(), "both are wanted");

        assertThat(pages.post(path(mailed("cancel")), Map.of("say", "cancel")).statusCode())
                .isEqualTo(303);

        assertThat(pages.get(mailed("cancel")).body())
                .contains("Order #1002 was decided meanwhile.")
                .doesNotContain("<form");
        assertThat(pages.units(second, Bucket.CANCELLED)).isZero();
        assertThat(pages.shop.order(second).cancelledAt()).isNull();
    }

    @Test
    void onlyTheLinkThatWasMailedWithTheQuestionAnswersIt() {
        SalesOrderId second = asked("en");
        String look = pages.link(second);

        assertThat(pages.get(look).body())
                .contains("Answer by the link in that mail")
                .doesNotContain("<form");
        assertThat(pages.post(look, Map.of("say", "cancel")).statusCode()).isEqualTo(303);
        for (String other : List.of(over(second), look + "x", "/o/nothing")) {
            assertThat(pages.post(other, Map.of("say", "cancel")).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        for (Map<String, String> nothing : List.of(Map.of("say", "perhaps"), Map.of("x", "y"))) {
            assertThat(pages.post(path(mailed("both")), nothing).statusCode()).isEqualTo(303);
        }

        assertThat(duplicate(second).open()).isTrue();
        assertThat(pages.shop.order(second).cancelledAt()).isNull();
    }

    @Test
    void anOrderNobodyAskedAboutShowsNoQuestion() {
        SalesOrderId order = pages.sent("1009", "en", "LAMP×3");

        assertThat(pages.get(pages.link(order)).body()).doesNotContain("data-question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void asksInTheCustomersLanguage(String language) {
        asked(language);

        String page = pages.get(mailed("cancel")).body();

        assertThat(page)
                .contains("lang=\"" + language + "\"", "#1001")
                .doesNotContain("Did you mean", "Please answer")
                .doesNotContain("{0}");
    }

    @Test
    void theQuestionAndTheAnswerInABrowserWithoutScripts() {
        SalesOrderId second = asked("en");
        try (Chromium chromium = Chromium.start()) {
            for (int width : new int[] {390, 1440}) {
                for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    look(chromium.browser(), "asked", mailed("cancel"), width, theme);
                }
            }
            look(chromium.browser(), "asked-unchosen", path(mailed("cancel")), 390, ColorScheme.LIGHT);
            try (BrowserContext context = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(390, 844)
                            .setJavaScriptEnabled(false))) {
                Page page = context.newPage();
                page.navigate(pages.url(mailed("cancel")).toString());
                page.click("text=No, cancel order #1002");
                assertThat(page.textContent("[data-question]")).contains("You said that order #1002 was not meant");
            }
            look(chromium.browser(), "answered", mailed("cancel"), 390, ColorScheme.LIGHT);
            look(chromium.browser(), "answered", mailed("cancel"), 1440, ColorScheme.DARK);
        }
        assertThat(pages.shop.order(second).cancelledAt()).isNotNull();
    }

    private void look(Browser browser, String name, String path, int width, ColorScheme theme) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setColorScheme(theme)
                .setBypassCSP(true))) {
            Page page = context.newPage();
            page.navigate(pages.url(path).toString());
            page.screenshot(Chromium.picture()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(
                            name + "-" + width + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page))
                    .as(name + " at " + width + " " + theme)
                    .isEmpty();
        }
    }

    /** Orders the same twice, and has the customer asked; answers the second once its mail is there. */
    private SalesOrderId asked(String language) {
        pages.shop.place("1001", customer("1001", language), TestShop.BERLIN, "LAMP×1");
        SalesOrderId second = pages.shop.place("1002", customer("1002", language), TestShop.BERLIN, "LAMP×1");
        pages.baton
                .bean(AskCustomer.class)
                .ask(pages.merchant, duplicate(second).id());
        pages.until(() -> !links("both").isEmpty());
        return second;
    }

    private CustomerFacts customer(String id, String language) {
        return new CustomerFacts("Ada Muster", id + "." + tag + "@customer.example", null, language);
    }

    private HoldView duplicate(SalesOrderId order) {
        return pages.shop.order(order).holds().stream()
                .filter(hold -> hold.kind() == HoldKind.POSSIBLE_DUPLICATE)
                .findFirst()
                .orElseThrow();
    }

    private String mailed(String answer) {
        return links(answer).getFirst();
    }

    /** The links of the mail that asked, without where they lead. */
    private List<String> links(String answer) {
        return RunningBaton.RELAY.messages().stream()
                .filter(mail -> mail.contains("To: 1002." + tag))
                .map(mail -> mail.replace("=\r\n", "").replace("=3D", "="))
                .flatMap(mail -> LINK.matcher(mail).results())
                .filter(link -> link.group(2).equals(answer))
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    private static String path(String link) {
        Matcher path = Pattern.compile("[^?]+").matcher(link);
        return path.find() ? path.group() : link;
    }

    private HttpResponse<String> head(String path) {
        return CustomersPages.send(HttpRequest.newBuilder(pages.url(path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** A link that answers, and is over. */
    private String over(SalesOrderId order) {
        return "/o/"
                + pages.baton
                        .bean(Tenancy.class)
                        .inTransaction(
                                pages.merchant,
                                () -> pages.baton
                                        .bean(Links.class)
                                        .sign(
                                                pages.merchant,
                                                LinkPurpose.TRACKING,
                                                order.value(),
                                                3,
                                                pages.baton.clock().instant().minus(Duration.ofMinutes(1))));
    }

    private List<AuditLine> audit(SalesOrderId order) {
        return pages.baton
                .bean(Tenancy.class)
                .inTransaction(
                        pages.merchant,
                        () -> pages.baton.bean(Audit.class).of(pages.merchant, List.of(order.value()), 100));
    }
}
