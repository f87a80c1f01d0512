package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.BeginSending;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.trading.BeginAttempts.Prepared;
import dev.baton.trading.ChooseSteps.Choice;
import dev.baton.trading.SettleTransmissions.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The one transaction before anything leaves: purchase orders cross the point of no return, documents are
 * rendered once, read back and stored, attempts are counted. A document that must not leave takes nothing with
 * it: the transaction is done again without it, its purchase order stays unsent, and a person is told.
 */
@Component
class PrepareSending {

    /** Rounds of writing mails in one batch; more would mean that somebody edits faster than we write. */
    private static final int MOST_ROUNDS = 4;

    private final Transmissions transmissions;
    private final ChooseSteps chooseSteps;
    private final BeginSending beginSending;
    private final RenderPurchaseOrders render;
    private final PrepareAmendments amendments;
    private final BeginAttempts beginAttempts;
    private final SettleTransmissions settle;
    private final WriteOrderMails writeMails;
    private final PrepareNotices notices;
    private final OrderLinks links;
    private final TradingDesk desk;

    PrepareSending(
            TradingDesk desk,
            Transmissions transmissions,
            ChooseSteps chooseSteps,
            BeginSending beginSending,
            RenderPurchaseOrders render,
            PrepareAmendments amendments,
            BeginAttempts beginAttempts,
            SettleTransmissions settle,
            WriteOrderMails writeMails,
            PrepareNotices notices,
            OrderLinks links) {
        this.desk = desk;
        this.transmissions = transmissions;
        this.chooseSteps = chooseSteps;
        this.beginSending = beginSending;
        this.render = render;
        this.amendments = amendments;
        this.beginAttempts = beginAttempts;
        this.settle = settle;
        this.writeMails = writeMails;
        this.notices = notices;
        this.links = links;
    }

    /** Begins an attempt of each item that may leave now and settles all others. */
    List<Outgoing> prepare(MerchantId merchant, List<LeasedWork> batch) {
        Drafts drafts = new Drafts();
        for (int round = 1; ; round++) {
            try {
                List<Outgoing> outgoing = desk.tenancy().inTransaction(merchant, () -> once(merchant, batch, drafts));
                Crash.at("trading.stored");
                return outgoing;
            } catch (Unsendable found) {
                // every round names at least one more, so that this ends
                drafts.mustNotLeave(found.reasons());
            } catch (Undrafted found) {
                draft(merchant, found, drafts, round);
                Crash.at("trading.drafted");
            }
        }
    }

    /** Facts that change again and again while they are written wait for a quieter moment. */
    private void draft(MerchantId merchant, Undrafted found, Drafts drafts, int round) {
        if (round <= MOST_ROUNDS) {
            writeMails.write(merchant, found.mails(), drafts);
        } else {
            found.mails().forEach(mail -> drafts.postpone(mail.order().order().id()));
        }
    }

    private List<Outgoing> once(MerchantId merchant, List<LeasedWork> batch, Drafts drafts) {
        Map<TransmissionId, LeasedWork> work = batch.stream()
                .collect(Collectors.toMap(item -> new TransmissionId(item.subject()), Function.identity()));
        List<Transmission> rows = transmissions.find(merchant, work.keySet());
        Choice choice = chooseSteps.choose(merchant, rows);
        List<Prepared> prepared = new ArrayList<>();
        List<Settled> settled = new ArrayList<>();
        List<Transmission> orders = new ArrayList<>();
        List<Transmission> changes = new ArrayList<>();
        List<PrepareNotices.Wanted> said = new ArrayList<>();
        for (Transmission row : rows) {
            String bad = drafts.unsendable().get(row.purchaseOrder());
            switch (choice.of(row)) {
                case Step.Rest rest -> settled.add(new Settled(row, rest));
                case Step.Begin begin when bad != null -> settled.add(new Settled(row, new Step.Park(bad)));
                case Step.Begin begin
                when drafts.isPostponed(row.purchaseOrder()) ->
                    settled.add(new Settled(row, new Step.Wait(desk.clock().instant(), "its mail is written next")));
                case Step.BeginOrder begin -> orders.add(row);
                case Step.BeginAmendment begin -> changes.add(row);
                case Step.SendNotice notice -> said.add(new PrepareNotices.Wanted(row, notice.meant()));
                case Step.Repeat repeat -> prepared.add(new Prepared(row, null));
            }
        }
        beginOrders(merchant, orders, choice, drafts, prepared, settled);
        PrepareAmendments.Into into = new PrepareAmendments.Into(prepared, settled);
        amendments.begin(merchant, changes, choice.suppliers(), drafts, into);
        notices.write(merchant, said, choice.suppliers(), into);
        tellOfMissingLinks(merchant, prepared);
        List<Outgoing> outgoing = beginAttempts.begin(merchant, prepared, choice.suppliers(), work, settled);
        settle.settle(merchant, settled, work);
        settle.finishOrphans(merchant, rows, work);
        Crash.at("trading.rendered");
        return outgoing;
    }

    private void tellOfMissingLinks(MerchantId merchant, List<Prepared> prepared) {
        boolean mailed = prepared.stream()
                .map(Prepared::body)
                .anyMatch(body -> body != null && body.mediaType().equals(Rendering.MAIL));
        if (mailed && links.isKnown()) {
            MailTasks.linksAreKnown(desk.tasks(), merchant);
        } else if (mailed) {
            desk.tasks().open(merchant, MailTasks.noLinks(merchant));
        }
    }

    private void beginOrders(
            MerchantId merchant,
            List<Transmission> orders,
            Choice choice,
            Drafts drafts,
            List<Prepared> prepared,
            List<Settled> settled) {
        Map<PurchaseOrderId, ReadyToSend> ready = beginSending.begin(
                merchant,
                orders.stream()
                        .collect(Collectors.toMap(
                                Transmission::purchaseOrder, row -> TransmissionKeys.versionOf(row.idempotencyKey()))));
        Crash.at("trading.begun");
        Map<PurchaseOrderId, Rendering> documents = render.render(merchant, ready.values(), choice.suppliers(), drafts);
        for (Transmission row : orders) {
            Rendering rendered = documents.get(row.purchaseOrder());
            if (rendered == null) {
                settled.add(new Settled(row, new Step.Withdraw("the purchase order was withdrawn before it was sent")));
            } else {
                prepared.add(new Prepared(row, rendered));
            }
        }
    }
}
