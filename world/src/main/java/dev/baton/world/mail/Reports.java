package dev.baton.world.mail;

import dev.baton.world.http.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes what mail servers and absent people send back by themselves. */
final class Reports {

    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private Reports() {}

    /** A report that the mail could not be delivered. Source: RFC 3464; the original's headers by RFC 6522. */
    static Body undeliverable(Letter letter, Instant now) {
        String boundary = "=_report_" + letter.number();
        String report = """
                From: Mail Delivery System <mailer-daemon@mail.example>
                To: <%1$s>
                Subject: Undelivered Mail Returned to Sender
                Date: %2$s
                Message-ID: <report-%3$d@mail.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="%4$s"

                --%4$s
                Content-Type: text/plain; charset=utf-8

                Your message could not be delivered to %5$s: the mailbox does not exist.

                --%4$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example
                Arrival-Date: %2$s

                Final-Recipient: rfc822; %5$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 No such mailbox here

                --%4$s
                Content-Type: text/rfc822-headers

                %6$s

                --%4$s--
                """;
        return lines(report.formatted(
                letter.returnPath(), DATE.format(now), letter.number(), boundary, letter.to(), headers(letter)));
    }

    /** An absent person's automatic reply to the return path. Source: RFC 3834. */
    static Body outOfOffice(Letter letter, Instant now) {
        String reply = """
                From: <%1$s>
                To: <%2$s>
                Subject: Out of office
                Date: %3$s
                Message-ID: <away-%4$d@mail.example>
                In-Reply-To: %5$s
                References: %5$s
                Auto-Submitted: auto-replied
                Precedence: bulk
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                I am out of the office and will read your mail when I am back.
                """;
        return lines(reply.formatted(
                letter.to(), letter.returnPath(), DATE.format(now), letter.number(), letter.messageId()));
    }

    private static String headers(Letter letter) {
        String source = new String(letter.source().bytes(), StandardCharsets.ISO_8859_1);
        int end = source.indexOf("\r\n\r\n");
        return (end < 0 ? source : source.substring(0, end)).replace("\r\n", "\n");
    }

    private static Body lines(String text) {
        return Body.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
