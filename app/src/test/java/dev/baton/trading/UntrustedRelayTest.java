package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Tasks.Task;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestBaton;
import dev.baton.world.mail.Certificate;
import dev.baton.world.mail.Envelope;
import dev.baton.world.mail.SmtpAnswer;
import dev.baton.world.mail.SmtpDesk;
import dev.baton.world.mail.SmtpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay with a certificate of its own making, which this Java does not trust. */
class UntrustedRelayTest {

    private final List<Envelope> taken = new CopyOnWriteArrayList<>();

    /** Takes whatever it is handed. */
    private final SmtpDesk desk = new SmtpDesk() {
        @Override
        public SmtpAnswer recipient(String from, String recipient) {
            return SmtpAnswer.TAKEN;
        }

        @Override
        public SmtpAnswer deliver(Envelope envelope) {
            taken.add(envelope);
            return SmtpAnswer.TAKEN;
        }
    };

    @Test
    void nothingLeavesAndOneTaskSaysWhyUntilTheSettingIsMended(@TempDir Path folder) {
        try (SmtpServer server =
                        SmtpServer.start(0, new SmtpServer.Login("baton", "secret", Certificate.in(folder)), desk);
                ScriptedRelay mended = new ScriptedRelay().answers("RCPT", "451 greylisted")) {
            TestBaton wary = TestBaton.with(Map.of(
                    "baton.smtp-url",
                    "smtp://baton:secret@localhost:" + server.port(),
                    "baton.mail-from",
                    "mail@baton.example",
                    "baton.public-url",
                    "https://baton.example"));
            TestRoad road = new TestRoad(wary);
            road.goods("LAMP", road.mailed("ACME", "orders@acme.example", "en"));
            PurchaseOrderView first = road.purchaseOrder(road.place("1", "LAMP×1"));
            road.place("2", "LAMP×2");

            for (int i = 0; i < 2 * Transmission.ATTEMPTS; i++) {
                road.later(Duration.ofMinutes(10));
            }

            assertThat(taken).isEmpty();
            assertThat(road.tasks()).extracting(Task::kind).containsExactly("mail.relay");
            assertThat(road.tasks().getFirst().detail()).contains("certificate", "--smtp-url", "doctor");
            assertThat(road.transmission(first).transmission().status()).isEqualTo(TransmissionStatus.SENDING);

            TestBaton trusting = wary.restartedWith(Map.of(
                    "baton.smtp-url", "smtp://127.0.0.1:" + mended.port() + "?starttls=off",
                    "baton.mail-from", "mail@baton.example",
                    "baton.public-url", "https://baton.example"));
            trusting.clock().advance(Duration.ofHours(6));
            trusting.runDue();
            trusting.clock().advance(Duration.ofHours(2));
            trusting.runDue();

            assertThat(mended.messages()).hasSize(2);
            assertThat(road.tasks()).isEmpty();
        }
    }
}
