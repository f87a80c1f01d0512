package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RemindersDue;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reminder that was planned in the moment in which the mail it is about came back. */
class ReminderOfReturnedMailTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final TestBaton BATON;

    static {
        MAIL.start();
        BATON = TestBaton.with(Map.of(
                "baton.smtp-url", "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                "baton.mail-from", "mail@baton.example",
                "baton.public-url", "https://baton.example"));
    }

    private final TestRoad road = new TestRoad(BATON);
    private final String mailbox = "orders-" + road.merchant.hex() + "@acme.example";

    @AfterEach
    void close() {
        road.close();
    }

    private long mails() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> {
                    try {
                        return Arrays.toString(message.getAllRecipients()).contains(mailbox);
                    } catch (jakarta.mail.MessagingException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .count();
    }

    @Test
    void waitsUntilThePurchaseOrderHasBeenSentAgainAndTheTimeToAnswerHasPassedAnew() {
        road.goods("LAMP", road.mailed("ACME", mailbox, "en"));
        PurchaseOrderView order = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        assertThat(mails()).isEqualTo(1);
        comesBack(order);
        reminderIsPlanned(order);

        road.later(Duration.ofHours(9));
        assertThat(mails()).as("nobody is reminded of what never arrived").isEqualTo(1);

        BATON.bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(order).transmission().id());
        road.later(Duration.ofMinutes(5));
        assertThat(mails()).as("the time to answer runs anew").isEqualTo(2);

        road.later(Duration.ofDays(4));
        road.later(Duration.ofMinutes(1));
        assertThat(mails()).isEqualTo(3);
        road.later(Duration.ofDays(1));
        assertThat(mails()).as("reminded once").isEqualTo(3);
    }

    private void comesBack(PurchaseOrderView order) {
        byte[] report = Bounces.report("failed", Bounces.messageId(order, road))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        BATON.bean(RecordReturnedMail.class).record(road.merchant, report, ReturnedMail.read(report));
        assertThat(road.transmission(order).transmission().status()).isEqualTo(TransmissionStatus.REFUSED);
    }

    private void reminderIsPlanned(PurchaseOrderView order) {
        BATON.in(road.merchant, () -> {
            BATON.bean(PlanTransmissions.class)
                    .plan(new RemindersDue(
                            road.merchant,
                            List.of(new RemindersDue.DueReminder(
                                    order.id(),
                                    order.number(),
                                    order.version(),
                                    order.supplier(),
                                    order.store(),
                                    road.transmission(order).transmission().subject()))));
            return null;
        });
    }
}
