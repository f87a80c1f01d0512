package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.trading.OrderPapers.Printed;
import dev.baton.trading.WriteNoticeMails.Written;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes mails that carry a purchase order, or a proposed change to one, with their papers and reads them back. It takes
 * its time, so it runs outside of any transaction, on facts that the transaction after it compares with its own; only
 * the links of what was written are opened in one.
 */
@Component
class WriteOrderMails {

    private static final Logger log = LoggerFactory.getLogger(WriteOrderMails.class);

    /** What does not fit waits for the next round, so that the leases of a batch are never eaten up by writing. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

    private final OrderPapers papers;
    private final WriteNoticeMails notices;
    private final OrderLinks links;
    private final Pages pages;
    private final MailRelay relay;
    private final Clock clock;

    WriteOrderMails(
            OrderPapers papers, WriteNoticeMails notices, OrderLinks links, Pages pages, MailRelay relay, Clock clock) {
        this.papers = papers;
        this.notices = notices;
        this.links = links;
        this.pages = pages;
        this.relay = relay;
        this.clock = clock;
    }

    /** Writes as many as the time of a round allows, at least one; the others are postponed. */
    void write(MerchantId merchant, List<MailFacts> wanted, Drafts drafts) {
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        boolean first = true;
        for (MailFacts facts : wanted) {
            PurchaseOrderId id = facts.order().order().id();
            if (!first && System.nanoTime() > end) {
                drafts.postpone(id);
                continue;
            }
            first = false;
            try {
                write(merchant, facts, drafts);
            } catch (DataAccessException | TransactionException noDatabase) {
                // says nothing of the mail: the batch is repeated
                throw noDatabase;
            } catch (RuntimeException unwritable) {
                log.warn(
                        "the mail of {} cannot be written",
                        facts.order().order().number(),
                        unwritable);
                drafts.mustNotLeave(Map.of(
                        id,
                        "the mail cannot be written: " + unwritable.getClass().getSimpleName()));
            }
        }
    }

    private void write(MerchantId merchant, MailFacts facts, Drafts drafts) {
        PurchaseOrderFacts order = facts.order();
        Printed printed = papers.print(facts);
        if (printed.difference() != null) {
            drafts.mustNotLeave(Map.of(order.order().id(), printed.difference()));
            return;
        }
        Envelope envelope = new Envelope(
                merchant,
                facts.key(),
                facts.brand(),
                relay.from().orElseThrow(),
                Objects.requireNonNull(order.supplier().mail()),
                clock.instant());
        Written written = facts.change() == null
                ? order(facts, envelope, printed.files())
                : change(new AmendmentFacts(facts.change(), order), envelope, facts.link(), printed.files());
        written.difference()
                .ifPresentOrElse(
                        difference -> drafts.mustNotLeave(Map.of(order.order().id(), difference)),
                        () -> drafts.write(facts, written.body().bytes()));
    }

    private Written change(
            AmendmentFacts facts, Envelope envelope, @Nullable String link, List<Attachment> attachments) {
        PurchaseOrderFacts wanted = facts.wanted();
        byte[] document = AmendmentDocument.render(facts);
        Optional<String> difference = AmendmentDocumentCheck.differences(document, facts);
        return difference.isPresent()
                ? new Written(Rendering.json(document), difference)
                : notices.write(new NoticeMails.Facts(
                        wanted.order().id(),
                        document,
                        wanted.supplier(),
                        wanted.order().lines(),
                        envelope,
                        link,
                        attachments));
    }

    private Written order(MailFacts facts, Envelope envelope, List<Attachment> attachments) {
        OrderMail mail = OrderMails.of(facts, envelope.replies(), attachments);
        byte[] bytes = LetterWriter.write(envelope.letter(
                mail.head().title(), MailText.of(mail), pages.render("trading/order.jte", mail), attachments));
        Addressed addressed = new Addressed(facts.order().order().id(), envelope, links);
        return new Written(
                Rendering.mail(bytes, null), OrderMailCheck.differences(bytes, facts, attachments, addressed));
    }
}
