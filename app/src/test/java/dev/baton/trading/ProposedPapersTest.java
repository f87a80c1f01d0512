package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.PlaceOrders;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AnswerAmendment;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.PackingSlips;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop.Draft;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Purchase orders and slips on paper: as they were sent, as they are proposed, and as they hold once agreed. */
class ProposedPapersTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final TestBaton BATON;
    private static final PostalAddress MOVED = new PostalAddress(
            "Ada Muster", null, "Neue Straße 9", null, "Berlin", null, null, "10117", "DE", "+4930123456");

    static {
        MAIL.start();
        BATON = TestBaton.with(Map.of(
                "baton.smtp-url", "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                "baton.mail-from", "mail@baton.example",
                "baton.public-url", "https://baton.example"));
    }

    private final TestRoad road = new TestRoad(BATON);
    private final String mailbox = "orders-" + road.merchant.hex() + "@acme.example";
    private final PurchaseOrderPapers papers = BATON.bean(PurchaseOrderPapers.class);

    @AfterEach
    void close() {
        road.close();
    }

    private PurchaseOrderView sent(SupplierId supplier) {
        road.goods("LAMP", supplier);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×3"));
        road.work();
        return issued;
    }

    private void change(Draft order) {
        BATON.clock().advance(Duration.ofSeconds(1));
        BATON.bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(order.updatedAt(BATON.clock().instant()).build()));
        road.work();
    }

    private void agree(PurchaseOrderView order) {
        BATON.bean(AnswerAmendment.class)
                .answer(
                        road.merchant,
                        order.supplier(),
                        order.number(),
                        new AmendmentReply(
                                road.purchaseOrder(order.number())
                                        .amendments()
                                        .getLast()
                                        .id(),
                                true,
                                null));
    }

    private List<MimeMessage> arrived() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> MailedParts.recipient(message).equals(mailbox))
                .toList();
    }

    @Test
    void theQuestionCarriesPapersThatSayWhatIsWantedAndThatTheyDoNotHoldYet() throws MessagingException, IOException {
        PurchaseOrderView order = sent(road.mailed("ACME", mailbox, "en"));
        String mark = "Proposed change to " + order.number() + ": valid once you agree";

        change(road.shop.order("1", "LAMP×3").to(MOVED).gift("For you"));

        MimeMessage question = arrived().get(1);
        String paperName = order.number() + "-proposed-v2.pdf";
        String slipName = order.number() + "-proposed-v2-slip.pdf";
        assertThat(MailedParts.files(question)).containsExactly(paperName, slipName);
        PdfReading paper = PdfReading.of(MailedParts.file(question, paperName));
        assertThat(paper.blocks().getFirst()).isEqualTo(mark);
        assertThat(paper.blocks()).contains("Neue Straße 9", "For you", "2").doesNotContain("Probestraße 1");
        assertThat(paper.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("3", "S-LAMP"));
        PdfReading slip = PdfReading.of(MailedParts.file(question, slipName));
        assertThat(slip.blocks().getFirst()).isEqualTo(mark);
        assertThat(slip.blocks()).contains("Neue Straße 9", "For you");
        assertThat(slip.everything())
                .doesNotContain("Probestraße")
                .doesNotContain("10.00", "30.00", "@example", "+4930", "S-LAMP")
                .doesNotContainIgnoringCase("acme");
        assertThat(MailedParts.text(question)).contains(paperName, slipName, "marked as proposed");
        assertThat(MailedParts.html(question)).contains(paperName, slipName);
    }

    @Test
    void paperThatCannotBePrintedKeepsTheQuestionWithATaskAndTheOrderStands() {
        PurchaseOrderView order = sent(road.mailed("ACME", mailbox, "en"));

        change(road.shop.order("1", "LAMP×3").gift("\u0F40\u0F41\u0F42 tibetan"));

        assertThat(arrived()).hasSize(1);
        assertThat(road.taskKinds()).contains("trading.stuck");
        assertThat(road.purchaseOrder(order.number()).amendments())
                .extracting(Amendment::status)
                .containsExactly(Amendment.Status.PLANNED);
    }

    @Test
    void whatIsReadAgainAreTheBytesOfTheMailWhateverHasChangedSince() throws MessagingException, IOException {
        PurchaseOrderView order = sent(road.mailed("ACME", mailbox, "en"));
        byte[] mailed = MailedParts.file(arrived().getFirst(), order.number() + ".pdf");

        road.mailed("ACME", mailbox, "fr");

        assertThat(papers.render(road.merchant, order.id(), null)).isEqualTo(mailed);
        assertThat(papers.render(road.merchant, order.id(), PageSize.A4)).isEqualTo(mailed);
    }

    @Test
    void paperNobodyWasSentIsPrintedOnceAndKept() {
        PurchaseOrderView order = sent(road.supplier("ACME", Netting.GROSS));

        byte[] first = papers.render(road.merchant, order.id(), PageSize.LABEL);
        byte[] usual = papers.render(road.merchant, order.id(), null);
        BATON.in(
                road.merchant,
                () -> BATON.jdbc()
                        .sql("update merchant set name = 'Another name' where merchant_id = :merchant")
                        .param("merchant", road.merchant.value())
                        .update());

        assertThat(papers.render(road.merchant, order.id(), PageSize.LABEL)).isEqualTo(first);
        assertThat(papers.render(road.merchant, order.id(), PageSize.A4)).isEqualTo(usual);
        assertThat(PdfReading.of(papers.render(road.merchant, order.id(), PageSize.LETTER))
                        .blocks())
                .as("a size that nobody asked for before")
                .contains("Another name");
        assertThat(PdfReading.size(usual)).isEqualTo(PageSize.A4);
        assertThat(PdfReading.size(first)).isEqualTo(PageSize.LABEL);
    }

    @Test
    void ofTwoWhoPrintAtOnceTheSecondGetsThePaperOfTheFirst() {
        PurchaseOrderView order = sent(road.supplier("ACME", Netting.GROSS));
        byte[] first = papers.render(road.merchant, order.id(), PageSize.A4);

        byte[] second = BATON.in(
                road.merchant,
                () -> BATON.bean(StoredPapers.class)
                        .keep(
                                road.merchant,
                                BATON.bean(dev.baton.purchasing.PurchaseOrderLookup.class)
                                        .sent(road.merchant, order.id())
                                        .orElseThrow(),
                                PageSize.A4,
                                new byte[] {1}));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void onceAgreedTheNextVersionIsReadAndItsSlipBothWithoutTheMark() {
        PurchaseOrderView order = sent(road.mailed("ACME", mailbox, "en"));
        change(road.shop.order("1", "LAMP×3").to(MOVED));
        assertThat(PdfReading.of(papers.render(road.merchant, order.id(), null)).blocks())
                .as("until then the first holds")
                .contains("Probestraße 1");

        agree(order);

        byte[] paper = papers.render(road.merchant, order.id(), null);
        PdfReading read = PdfReading.of(paper);
        assertThat(read.blocks()).contains("Neue Straße 9", "2").doesNotContain("Probestraße 1");
        assertThat(read.everything()).doesNotContain("Proposed");
        road.mailed("ACME", mailbox, "fr");
        assertThat(papers.render(road.merchant, order.id(), null)).isEqualTo(paper);
        PdfReading slip = PdfReading.of(BATON.bean(PackingSlips.class).render(road.merchant, order.id(), PageSize.A4));
        assertThat(slip.blocks()).contains("Neue Straße 9");
        assertThat(slip.everything()).doesNotContain("Proposed");
    }

    @Test
    void whatWasCancelledSinceIsNotPrintedAnyMore() {
        PurchaseOrderView order = sent(road.mailed("ACME", mailbox, "en"));
        assertThat(printed(order)).isEqualTo("3");

        BATON.bean(CancelOrders.class)
                .cancel(
                        road.merchant,
                        order.salesOrder(),
                        new CancelRequest(
                                "one too many", Map.of(order.lines().getFirst().orderLine(), 1)));
        road.work();
        assertThat(printed(order)).as("nobody has agreed yet").isEqualTo("3");
        BATON.bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        order.supplier(),
                        order.number(),
                        new CancellationReply(
                                road.purchaseOrder(order.number())
                                        .cancellations()
                                        .getLast()
                                        .id(),
                                true,
                                null));

        assertThat(printed(order)).isEqualTo("2");
    }

    private String printed(PurchaseOrderView order) {
        return PdfReading.of(papers.render(road.merchant, order.id(), null)).rows().getFirst().stream()
                .filter(cell -> cell.matches("[0-9]"))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
