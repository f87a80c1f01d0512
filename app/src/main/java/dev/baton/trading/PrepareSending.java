package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.BeginSending;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.trading.BeginAttempts.Prepared;
import dev.baton.trading.ChooseSteps.Choice;
import dev.baton.trading.RenderPurchaseOrders.Rendered;
import dev.baton.trading.SettleTransmissions.Settled;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Tenancy tenancy;
    private final Transmissions transmissions;
    private final ChooseSteps chooseSteps;
    private final BeginSending beginSending;
    private final RenderPurchaseOrders render;
    private final PrepareAmendments amendments;
    private final BeginAttempts beginAttempts;
    private final SettleTransmissions settle;

    PrepareSending(
            Tenancy tenancy,
            Transmissions transmissions,
            ChooseSteps chooseSteps,
            BeginSending beginSending,
            RenderPurchaseOrders render,
            PrepareAmendments amendments,
            BeginAttempts beginAttempts,
            SettleTransmissions settle) {
        this.tenancy = tenancy;
        this.transmissions = transmissions;
        this.chooseSteps = chooseSteps;
        this.beginSending = beginSending;
        this.render = render;
        this.amendments = amendments;
        this.beginAttempts = beginAttempts;
        this.settle = settle;
    }

    /** Begins an attempt of each item that may leave now and settles all others. */
    List<Outgoing> prepare(MerchantId merchant, List<LeasedWork> batch) {
        Map<PurchaseOrderId, String> unsendable = new HashMap<>();
        while (true) {
            try {
                List<Outgoing> outgoing = tenancy.inTransaction(merchant, () -> once(merchant, batch, unsendable));
                Crash.at("trading.stored");
                return outgoing;
            } catch (Unsendable found) {
                // every round names at least one more, so that this ends
                unsendable.putAll(found.reasons());
            }
        }
    }

    private List<Outgoing> once(MerchantId merchant, List<LeasedWork> batch, Map<PurchaseOrderId, String> unsendable) {
        Map<TransmissionId, LeasedWork> work = batch.stream()
                .collect(Collectors.toMap(item -> new TransmissionId(item.subject()), Function.identity()));
        List<Transmission> rows = transmissions.find(merchant, work.keySet());
        Choice choice = chooseSteps.choose(merchant, rows);
        List<Prepared> prepared = new ArrayList<>();
        List<Settled> settled = new ArrayList<>();
        List<Transmission> orders = new ArrayList<>();
        List<Transmission> changes = new ArrayList<>();
        for (Transmission row : rows) {
            String bad = unsendable.get(row.purchaseOrder());
            switch (choice.of(row)) {
                case Step.Rest rest -> settled.add(new Settled(row, rest));
                case Step.BeginOrder begin when bad != null -> settled.add(new Settled(row, new Step.Park(bad)));
                case Step.BeginOrder begin -> orders.add(row);
                case Step.BeginAmendment begin when bad != null -> settled.add(new Settled(row, new Step.Park(bad)));
                case Step.BeginAmendment begin -> changes.add(row);
                case Step.SendNotice notice -> prepared.add(new Prepared(row, notice.body()));
                case Step.Repeat repeat -> prepared.add(new Prepared(row, null));
            }
        }
        beginOrders(merchant, orders, choice, prepared, settled);
        amendments.begin(merchant, changes, choice.suppliers(), new PrepareAmendments.Into(prepared, settled));
        List<Outgoing> outgoing = beginAttempts.begin(merchant, prepared, choice.suppliers(), work, settled);
        settle.settle(merchant, settled, work);
        settle.finishOrphans(merchant, rows, work);
        Crash.at("trading.rendered");
        return outgoing;
    }

    private void beginOrders(
            MerchantId merchant,
            List<Transmission> orders,
            Choice choice,
            List<Prepared> prepared,
            List<Settled> settled) {
        Map<PurchaseOrderId, ReadyToSend> ready = beginSending.begin(
                merchant, orders.stream().map(Transmission::purchaseOrder).toList());
        Crash.at("trading.begun");
        Map<PurchaseOrderId, Rendered> documents = render.render(merchant, ready.values(), choice.suppliers());
        for (Transmission row : orders) {
            Rendered rendered = documents.get(row.purchaseOrder());
            if (rendered == null) {
                settled.add(new Settled(row, new Step.Withdraw("the purchase order was withdrawn before it was sent")));
            } else {
                prepared.add(new Prepared(row, rendered.bytes()));
            }
        }
    }
}
