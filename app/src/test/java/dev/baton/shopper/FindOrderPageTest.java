package dev.baton.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.baton.RunningBaton;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The look-up by number and mail address: it leads to the page, tells strangers nothing, and has its limits. */
class FindOrderPageTest {

    private static final String FORWARDED = "X-Forwarded-For";

    private final CustomersPages pages = new CustomersPages("blue", "#1d4ed8");
    private final String path = "/o/" + pages.merchant.value() + "/blue";

    @BeforeEach
    void open() {
        pages.shop.goods("LAMP", "Desk lamp", pages.acme);
        pages.shop.goods("BULB", "Bulb", pages.acme);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private HttpResponse<String> lookUp(String number, String mail, String... headers) {
        return pages.post(path, Map.of("order", number, "email", mail), headers);
    }

    @Test
    void leadsFromNumberAndMailToThePage() {
        pages.sent("1010", "en", "LAMP×1");

        Document form = Jsoup.parse(pages.get(path).body());
        assertThat(form.select("form").attr("action")).startsWith(path);
        HttpResponse<String> found = lookUp(" 1010", "1010@Customer.example ");
        assertThat(found.statusCode()).isEqualTo(303);
        String page = found.headers().firstValue("location").orElseThrow();
        assertThat(pages.get(page).body()).contains("#1010");
        assertThat(pages.get("/o/" + pages.merchant.value() + "/nowhere").statusCode())
                .isEqualTo(404);
        assertThat(pages.get("/o/nobody/blue").statusCode()).isEqualTo(404);
    }

    @Test
    void answersAnUnknownNumberAWrongAddressAndANumberTriedTooOftenAlike() {
        pages.sent("1011", "en", "LAMP×1");
        pages.sent("1012", "en", "BULB×1");

        HttpResponse<String> unknown = lookUp("9999", "1012@customer.example");
        HttpResponse<String> wrong = lookUp("1011", "1012@customer.example");
        for (int i = 0; i < LookupLimits.PER_ORDER; i++) {
            lookUp("# 1012", i + "@customer.example");
        }
        HttpResponse<String> tooOften = lookUp("1012", "1012@customer.example");

        assertThat(List.of(unknown.statusCode(), wrong.statusCode(), tooOften.statusCode()))
                .containsOnly(200);
        assertThat(plain(unknown, "9999")).isEqualTo(plain(wrong, "1011")).isEqualTo(plain(tooOften, "1012"));
        assertThat(wrong.body()).contains("We found no order with this number and address, or the number was tried");
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet())
                .isEqualTo(tooOften.headers().map().keySet());
        pages.baton.clock().advance(Duration.ofMinutes(11));
        assertThat(lookUp("1012", "1012@customer.example").statusCode()).isEqualTo(303);
    }

    private static String plain(HttpResponse<String> answer, String number) {
        return answer.body().replaceAll("nonce=\"[^\"]+\"", "").replace("value=\"" + number + "\"", "value=\"…\"");
    }

    /** How long an answer takes follows from what is asked of the database: one look for the order in each case. */
    @Test
    void looksForTheOrderOnceWhateverItAnswers() {
        pages.sent("1013", "en", "LAMP×1");

        assertThat(looksDuring("9999")).isEqualTo(1);
        for (int i = 0; i < LookupLimits.PER_ORDER; i++) {
            assertThat(looksDuring("1013")).isEqualTo(1);
        }
        assertThat(looksDuring("1013")).as("its tries are used up").isEqualTo(1);
    }

    private long looksDuring(String number) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        try {
            lookUp(number, "nobody@customer.example");
            return List.copyOf(seen.list).stream()
                    .filter(event -> event.getFormattedMessage().contains("store_order_name = any("))
                    .count();
        } finally {
            logger.detachAppender(seen);
        }
    }

    @Test
    void limitsOneCallerWhateverItSaysAboutItself() {
        for (int i = 0; i < LookupLimits.PER_CALLER; i++) {
            assertThat(lookUp("n" + i, "x@customer.example", FORWARDED, "198.51.100." + i)
                            .statusCode())
                    .isEqualTo(200);
        }

        HttpResponse<String> tooOften = lookUp("n99", "x@customer.example", FORWARDED, "198.51.100.99");

        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.body()).contains("That was too often");
        pages.baton.clock().advance(Duration.ofMinutes(11));
        assertThat(lookUp("n99", "x@customer.example").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsCallersBehindATrustedProxyApartByWhatTheProxySays() {
        try (RunningBaton behind = RunningBaton.behind("127.0.0.0/8,::1");
                CustomersPages there = new CustomersPages(behind, "blue", "#1d4ed8")) {
            String door = "/o/" + there.merchant.value() + "/blue";
            for (int i = 0; i < LookupLimits.PER_CALLER; i++) {
                // the caller writes whatever it likes at the left; the proxy adds the truth at the right
                assertThat(there.post(
                                        door,
                                        Map.of("order", "n" + i, "email", "x@customer.example"),
                                        FORWARDED,
                                        "203.0.113." + i + ", 198.51.100.7")
                                .statusCode())
                        .isEqualTo(200);
            }
            Map<String, String> one = Map.of("order", "n99", "email", "x@customer.example");

            assertThat(there.post(door, one, FORWARDED, "203.0.113.200, 198.51.100.7")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(there.post(door, one, FORWARDED, "198.51.100.8").statusCode())
                    .isEqualTo(200);
        }
    }
}
