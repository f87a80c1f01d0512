package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Purchase orders, cancellations and reminders as mail, through a real relay into a mailbox. */
class MailedOrdersTest extends MailboxOfASupplier {

    /** One life for all of them: what is remembered of a form is kept for it, and no longer. */
    @Test
    void aLinkInAMailLivesAsLongAsEveryOther() throws MessagingException, IOException {
        PurchaseOrderView issued = mailed("en", "LAMP×3");

        road.work();

        String handle = page(arrived().getFirst())
                .select("a[data-action=accept]")
                .attr("href")
                .replaceAll(".*/t/|#.*", "");
        assertThat(road.baton
                        .bean(Links.class)
                        .open(LinkPurpose.PURCHASE_ORDER, handle)
                        .orElseThrow()
                        .until())
                .isEqualTo(issued.issuedAt().plus(PurchaseOrderLinks.LIFE).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void aPurchaseOrderArrivesAsMailThatSaysWhatWasMeant() throws MessagingException, IOException {
        PurchaseOrderView issued = mailed("en", "LAMP×3", "BULB×1");

        road.work();

        assertThat(arrived()).as(() -> road.tasks().toString()).hasSize(1);
        MimeMessage mail = arrived().getFirst();
        assertThat(mail.getHeader("X-Baton-Document", null)).isEqualTo(issued.number() + ".v1");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + issued.number() + ".v1." + road.merchant.hex() + "@baton.example>");
        assertThat(mail.getSubject()).contains(issued.number());
        Document page = page(mail);
        assertThat(page.select("tr[data-line=1] [data-sku]").text()).isEqualTo("S-LAMP");
        assertThat(page.select("tr[data-line=1] [data-quantity]").text()).isEqualTo("3");
        assertThat(page.select("tr[data-line=1] .many")).isNotEmpty();
        assertThat(page.select("tr[data-line=2] .many")).isEmpty();
        assertThat(page.select("[data-ship-to]").text())
                .contains("Ada Muster", "Probestraße 1", "10115 Berlin", "Germany (DE)");
        assertThat(page.select("[data-instructions]").text()).contains("Plain box", "No invoice inside");
        assertThat(page.select("a[data-action=accept]").attr("href"))
                .startsWith("https://baton.example/t/")
                .endsWith("#accept");
        assertThat(page.text()).as("a reply would wait for a person").contains("Please use the buttons");
        assertThat(MailedParts.text(mail)).contains("1) 3 × S-LAMP", "https://baton.example/t/");
        assertThat(MailedParts.files(mail))
                .containsExactly(issued.number() + ".pdf", issued.number() + ".csv", issued.number() + "-slip.pdf");
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.transmission(issued).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(AttemptOutcome.DELIVERED);
    }

    @Test
    void keepsTheBytesOfTheMailAndTheSameAsJson() throws MessagingException, IOException {
        PurchaseOrderView issued = mailed("en", "LAMP×1");
        road.work();

        TransmissionLookup lookup = baton.bean(TransmissionLookup.class);
        var sent = baton.in(
                road.merchant,
                () -> lookup.document(
                                road.merchant,
                                road.transmission(issued).transmission().id())
                        .orElseThrow());
        var read = baton.in(
                road.merchant,
                () -> lookup.purchaseOrderDocument(road.merchant, issued.id()).orElseThrow());

        assertThat(sent.mediaType()).isEqualTo("message/rfc822");
        assertThat(MailedParts.html(MailedParts.message(sent.bytes())))
                .isEqualTo(MailedParts.html(arrived().getFirst()));
        assertThat(read.mediaType()).isEqualTo("application/json");
        assertThat(new String(read.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(issued.number());
    }

    @Test
    void writesInTheSuppliersLanguage() throws MessagingException, IOException {
        PurchaseOrderView issued = mailed("de", "LAMP×2");

        road.work();

        assertThat(arrived().getFirst().getSubject()).isEqualTo("Bestellung " + issued.number() + " von Test merchant");
        assertThat(page(arrived().getFirst()).text()).contains("Lieferadresse", "2 Stück!");
    }

    @Test
    void aGiftNoteAndWhatTheCustomerEnteredAreInTheMail() throws MessagingException, IOException {
        road.goods("LAMP", road.mailed("ACME", mailbox, "en"));
        baton.bean(dev.baton.orders.PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("9", "LAMP×1")
                                .gift("Für Ada <3\nAlles Gute & viel Glück")
                                .properties(Map.of("Engraving", "\"A & O\""))
                                .build()));

        road.work();

        Document page = page(arrived().getFirst());
        assertThat(page.select("[data-gift]").text()).isEqualTo("Für Ada <3 Alles Gute & viel Glück");
        assertThat(page.select("[data-property=Engraving]").text()).isEqualTo("Engraving: \"A & O\"");
    }

    @Test
    void aCancellationIsAskedAndAReminderIsSentByMail() throws MessagingException, IOException {
        road.goods("LAMP", road.mailed("ACME", mailbox, "en"));
        SalesOrderId order = road.place("1", "LAMP×3");
        PurchaseOrderView issued = road.purchaseOrder(order);
        road.work();
        road.later(Duration.ofDays(4));

        MimeMessage reminder = arrived().get(1);
        assertThat(reminder.getHeader("X-Baton-Document", null)).isEqualTo(issued.number() + ".v1.reminder");
        assertThat(reminder.getSubject()).endsWith(": a reminder, please answer");

        baton.bean(CancelOrders.class).cancel(road.merchant, order, new CancelRequest("changed their mind", Map.of()));
        road.work();

        MimeMessage question = arrived().get(2);
        assertThat(question.getHeader("X-Baton-Document", null)).isEqualTo(issued.number() + ".v1.cancellation-1");
        assertThat(page(question).select("tr[data-line=1] [data-quantity]").text())
                .isEqualTo("3");
        assertThat(page(question).select("a[data-action=open]").attr("href")).endsWith("#cancellation");
        assertThat(MailedParts.text(question)).contains("1) 3 × S-LAMP");
    }

    @Test
    void anAmendmentIsAskedByMailAndSaysWhatIsWantedNow() throws MessagingException, IOException {
        PurchaseOrderView issued = mailed("de", "LAMP×3");
        road.work();
        baton.clock().advance(Duration.ofSeconds(1));
        baton.bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1", "LAMP×3")
                                .gift("Für dich")
                                .updatedAt(baton.clock().instant())
                                .build()));
        road.work();

        MimeMessage question = arrived().get(1);
        assertThat(question.getHeader("X-Baton-Document", null)).isEqualTo(issued.number() + ".v1.amendment-1");
        assertThat(question.getSubject()).isEqualTo("Bestellung " + issued.number() + ": bitte anders versenden");
        assertThat(page(question).select("[data-gift]").text()).isEqualTo("Für dich");
        assertThat(page(question).select("[data-ship-to]").text()).contains("Probestraße 1", "10115");
        assertThat(page(question).select("tr[data-line=1] [data-quantity]").text())
                .isEqualTo("3");
        assertThat(page(question).select("a[data-action=open]").attr("href")).endsWith("#amendment");
        assertThat(page(question).text()).doesNotContain("nicht versenden");
        assertThat(MailedParts.text(question)).contains("1) 3 × S-LAMP", "Für dich", "Probestraße 1");
    }

    @Test
    void cutAfterTheEndOfTheMailTheSameBytesAreSentAgain() {
        try (ScriptedRelay relay = new ScriptedRelay().answers("END", ScriptedRelay.HANG_UP)) {
            TestRoad cut = new TestRoad(throughRelay(relay));
            cut.goods("LAMP", cut.mailed("ACME", mailbox, "en"));
            PurchaseOrderView issued = cut.purchaseOrder(cut.place("1", "LAMP×1"));

            cut.work();
            assertThat(cut.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.UNKNOWN);
            cut.later(Duration.ofMinutes(1));

            assertThat(relay.messages()).hasSize(2);
            assertThat(relay.messages().get(1)).isEqualTo(relay.messages().get(0));
            assertThat(cut.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        }
    }

    @Test
    void whatIsRefusedForNowIsRepeatedAndForGoodWaitsForAPersonWhoResendsItElsewhere() {
        try (ScriptedRelay relay = new ScriptedRelay().answers("RCPT", "451 greylisted", "550 no such user")) {
            TestRoad refused = new TestRoad(throughRelay(relay));
            refused.goods("LAMP", refused.mailed("ACME", "old@acme.example", "en"));
            PurchaseOrderView issued = refused.purchaseOrder(refused.place("1", "LAMP×1"));

            refused.work();
            assertThat(refused.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENDING);
            refused.later(Duration.ofMinutes(1));
            assertThat(refused.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.REFUSED);
            assertThat(refused.taskKinds()).contains("trading.stuck");

            refused.mailed("ACME", "new@acme.example", "en");
            refused.baton
                    .bean(ResendTransmissions.class)
                    .resend(
                            refused.merchant,
                            refused.transmission(issued).transmission().id());
            refused.work();

            assertThat(relay.heard()).contains("RCPT TO:<new@acme.example>");
            assertThat(refused.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        }
    }

    @Test
    @DisplayName("12. No SMTP: messages wait behind one task. No public URL: links are not sent, a task says so")
    void noSmtpMessagesWaitBehindOneTaskAndLeaveWhenThereIsOne() throws MessagingException, IOException {
        TestBaton mute = TestBaton.with(Map.of());
        TestRoad without = new TestRoad(mute);
        without.goods("LAMP", without.mailed("ACME", mailbox, "en"));
        SalesOrderId first = without.place("1", "LAMP×1");
        without.place("2", "LAMP×2");

        without.work();
        without.later(Duration.ofMinutes(5));

        assertThat(without.taskKinds()).containsOnlyOnce("mail.set-up").doesNotContain("trading.stuck");
        TransmissionView waiting = without.transmission(without.purchaseOrder(first));
        assertThat(waiting.transmission().attempts()).isZero();
        assertThat(waiting.transmission().status()).isEqualTo(TransmissionStatus.PLANNED);

        TestBaton later = mute.restartedWith(Map.of(
                "baton.smtp-url",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                "baton.mail-from",
                "mail@baton.example"));
        later.clock().advance(Duration.ofHours(1));
        later.runDue();

        assertThat(arrived()).hasSize(2);
        assertThat(page(arrived().getFirst()).select("a")).isEmpty();
        assertThat(MailedParts.text(arrived().getFirst())).contains("Please answer this mail");
        assertThat(without.taskKinds()).containsOnlyOnce("mail.no-links").doesNotContain("mail.set-up");
    }

    /** A mail goes to the address on file when it leaves, not to the one there was when it was planned or written. */
    @Test
    void aContactThatChangesWhileAMailIsDueGetsItAtTheNewAddress() {
        try (ScriptedRelay relay = new ScriptedRelay().answers("RCPT", "451 greylisted")) {
            TestRoad moved = new TestRoad(throughRelay(relay));
            moved.goods("LAMP", moved.mailed("ACME", "planned@acme.example", "en"));
            PurchaseOrderView issued = moved.purchaseOrder(moved.place("1", "LAMP×1"));

            moved.mailed("ACME", "first@acme.example", "en");
            moved.work();
            assertThat(moved.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENDING);
            moved.mailed("ACME", "second@acme.example", "en");
            moved.later(Duration.ofMinutes(1));

            assertThat(relay.heard())
                    .filteredOn(said -> said.startsWith("RCPT"))
                    .containsExactly("RCPT TO:<first@acme.example>", "RCPT TO:<second@acme.example>");
            assertThat(relay.messages()).hasSize(1);
            assertThat(moved.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
            assertThat(moved.taskKinds()).isEmpty();
        }
    }

    /** The supplier is moved to an endpoint while its mail waits: what was written as mail does not go there. */
    @Test
    void aMailThatWaitsForASupplierWhoReadsNoMoreMailIsAPersonsMatter() {
        try (ScriptedRelay relay = new ScriptedRelay().answers("RCPT", "451 greylisted")) {
            TestRoad moved = new TestRoad(throughRelay(relay));
            moved.goods("LAMP", moved.mailed("ACME", mailbox, "en"));
            PurchaseOrderView issued = moved.purchaseOrder(moved.place("1", "LAMP×1"));
            moved.work();

            moved.supplier("ACME", Netting.GROSS);
            moved.later(Duration.ofMinutes(1));

            assertThat(moved.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.PARKED);
            assertThat(moved.tasks().getFirst().detail()).contains("another channel of the supplier");
            assertThat(moved.endpoint.got()).isEmpty();
            assertThat(relay.messages()).isEmpty();
        }
    }

    @Test
    void whatIsBeyondTheRelaysLimitWaitsWithoutAnAttempt() {
        try (ScriptedRelay relay = new ScriptedRelay()) {
            TestRoad limited = new TestRoad(TestBaton.shared()
                    .restartedWith(Map.of(
                            "baton.smtp-url", "smtp://127.0.0.1:" + relay.port() + "?starttls=off&perMinute=1",
                            "baton.mail-from", "mail@baton.example",
                            "baton.public-url", "https://baton.example")));
            limited.goods("LAMP", limited.mailed("ACME", mailbox, "en"));
            List<PurchaseOrderView> orders = List.of(
                    limited.purchaseOrder(limited.place("1", "LAMP×1")),
                    limited.purchaseOrder(limited.place("2", "LAMP×2")));

            limited.work();

            assertThat(relay.messages()).hasSize(1);
            assertThat(orders.stream()
                            .map(limited::transmission)
                            .mapToInt(sent -> sent.transmission().attempts())
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void aWatchedSupplierGetsNoMail() {
        SupplierId acme = road.mailed("ACME", mailbox, "en");
        road.goods("LAMP", acme);
        baton.in(
                road.merchant,
                () -> baton.jdbc()
                        .sql("update store set live = false where merchant_id = :merchant")
                        .param("merchant", road.merchant.value())
                        .update());
        road.place("1", "LAMP×1");

        road.work();

        assertThat(arrived()).isEmpty();
    }

    private static TestBaton throughRelay(ScriptedRelay relay) {
        return TestBaton.shared()
                .restartedWith(Map.of(
                        "baton.smtp-url", "smtp://127.0.0.1:" + relay.port() + "?starttls=off",
                        "baton.mail-from", "mail@baton.example",
                        "baton.public-url", "https://baton.example"));
    }
}
