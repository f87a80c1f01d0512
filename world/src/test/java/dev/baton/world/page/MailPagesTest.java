package dev.baton.world.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Body;
import dev.baton.world.http.Reply.Answer;
import dev.baton.world.http.Request;
import dev.baton.world.mail.Envelope;
import dev.baton.world.mail.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The viewer of the run's mailboxes, with mails that mean no good. */
class MailPagesTest {

    private static final String EVIL = "<script>alert(1)</script>";
    private static final String BOX = "orders@acme.q1.example";
    private static final String ADA = "ada+1@customers.q1.example";

    private static final String MAIL = """
            From: "%1$s" <shop@shop.example>
            Reply-To: help@shop.example
            Subject: %1$s "><img src=x onerror=alert(2)>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=utf-8

            Plain %1$s
            --a
            Content-Type: text/html; charset=utf-8

            <p>Hello</p>%1$s<img src="cid:logo$1" onload="alert(3)"><form action="https://bad.example">
            --a--
            --b
            Content-Type: image/svg+xml
            Content-Disposition: inline; filename="drawn.svg"

            <svg onload="alert(4)"/>
            --b
            Content-Type: image/png
            Content-Disposition: inline; filename="logo$1.png"

            PNG
            --b
            Content-Type: text/html
            Content-Disposition: attachment; filename="page\\";.html"

            %1$s
            --b--
            """.formatted(EVIL);

    private final Map<String, List<Letter>> boxes = new LinkedHashMap<>();
    private final MailPages pages = new MailPages("q1.example", () -> boxes);

    MailPagesTest() {
        boxes.put(BOX, List.of(letter(7, BOX)));
        boxes.put(ADA, List.of(letter(8, ADA), letter(9, ADA)));
        boxes.put("eve@customers.q1.example", List.of());
    }

    private static Letter letter(int number, String to) {
        Body source = Body.of(MAIL.replace("\n", "\r\n"));
        Instant at = Instant.parse("2026-03-02T09:00:00Z").plusSeconds(number);
        return Letter.read(number, at, new Envelope("bounces@shop.example", List.of(to), source), to);
    }

    private Answer get(String path) {
        return (Answer) pages.handle(new Request("GET", path, "", Map.of(), Body.empty()), List.of());
    }

    private String page(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        String html = new String(answer.body().bytes(), StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("<script", "<img", "onerror=alert(2)>");
        return html;
    }

    @Test
    void leadsFromTheBoxesToAMailAndItsFiles() {
        assertThat(page("/mail"))
                .containsSubsequence("Suppliers", "/mail/orders%40acme.q1.example", ">orders@acme<", "Customers")
                .containsSubsequence("/mail/ada%2B1%40customers.q1.example", ">ada+1<", ">2<")
                .doesNotContain("/mail/eve");
        assertThat(page("/mail/" + ADA))
                .containsSubsequence("/9\"", "/8\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page("/mail/" + ADA + "/8"))
                .contains("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mail/"
                        + "ada%2B1%40customers.q1.example/8/html\"")
                .contains("Plain &lt;script&gt;", "Answers go to help@shop.example", "/8/file/2");
    }

    @Test
    void showsHostileHtmlWhereItRunsNothingAndLoadsNothing() {
        Answer html = get("/mail/" + BOX + "/7/html");

        assertThat(html.headers().get("content-security-policy"))
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'", "img-src data:;")
                .doesNotContain("allow-scripts", "allow-same-origin", "allow-forms", "script-src", "*");
        assertThat(new String(html.body().bytes(), StandardCharsets.UTF_8))
                .as("the picture that is one stands in the place of its name, a drawing that may hold scripts does not")
                .contains("src=\"data:image/png;base64,UE5H\"")
                .doesNotContain("cid:", "svg");
    }

    @Test
    void handsFilesOutToBeKeptAndNeverToBeShown() {
        for (int i = 0; i < 3; i++) {
            Answer file = get("/mail/" + BOX + "/7/file/" + i);
            assertThat(file.headers().get("content-disposition")).matches("attachment; filename=\"[A-Za-z0-9._-]+\"");
            assertThat(file.headers())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsKey("content-security-policy");
        }
    }

    @Test
    void knowsNothingElse() {
        for (String path : List.of("/nobody@q1.example", "/" + BOX + "/8", "/" + BOX + "/x", "/" + BOX + "/7/raw")) {
            assertThat(get("/mail" + path).status()).as(path).isEqualTo(404);
        }
        for (String file : List.of("3", "-1", "x", "0/0", "999999999999")) {
            assertThat(get("/mail/" + BOX + "/7/file/" + file).status())
                    .as(file)
                    .isEqualTo(404);
        }
    }
}
