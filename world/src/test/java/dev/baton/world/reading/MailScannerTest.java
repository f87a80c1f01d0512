package dev.baton.world.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Caller;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.links.LinkPages;
import dev.baton.world.links.MailScanner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands before every mailbox opens each link of a mail, in both its parts, and presses nothing. */
class MailScannerTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final MiniServer baton = MiniServer.start(0, request -> {
        asked.add(request.method() + " " + request.path());
        return Reply.text(request.path().endsWith("gone") ? 404 : 200, "");
    });
    private final Caller caller = new Caller();
    private final MailScanner scanner = new MailScanner(new LinkPages(caller, baton.url(), Duration.ZERO));
    private final WrittenMail mail = new WrittenMail();

    @AfterEach
    void close() {
        caller.close();
        baton.close();
    }

    private void write(String kind, String html, String text) {
        mail.headers.put("X-Baton-Message", kind);
        mail.html = html;
        mail.text = text;
    }

    @Test
    void looksSeveralTimesAtEveryLinkOfTheFirstMailsOfAKindAndNowAndThenAtOthers() throws Exception {
        write(
                "order.asked",
                "<a href=\"https://baton.example/o/m.t?say=both\">Both</a> <a href=\"https://shop.example/o\">Shop</a>",
                "Or here: https://baton.example/o/m.other, or not.");
        for (int i = 0; i < 4; i++) {
            assertThat(scanner.scan(mail.letter())).isNull();
        }
        assertThat(asked.stream().filter("HEAD /o/m.t"::equals)).hasSize(20 + 3 * 5);
        assertThat(asked.stream().filter("GET /o/m.other"::equals)).hasSize(20 + 3 * 5);
        asked.clear();

        for (int i = 0; i < 4; i++) {
            scanner.scan(mail.letter());
        }

        assertThat(asked).containsExactly("HEAD /o/m.t", "GET /o/m.t", "HEAD /o/m.other", "GET /o/m.other");
    }

    @Test
    void saysWhichLinkDoesNotOpen() throws Exception {
        write("order.shipped", "<a href=\"https://baton.example/o/gone\">Track</a>", "");

        assertThat(scanner.scan(mail.letter())).contains("/o/gone", "order.shipped", "404");
    }
}
