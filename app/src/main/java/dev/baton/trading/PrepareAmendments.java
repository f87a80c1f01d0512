package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.BeginAmendments;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.BeginAttempts.Prepared;
import dev.baton.trading.SettleTransmissions.Settled;
import dev.baton.trading.TakeDrafts.Wanted;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Takes amendments over their point of no return and renders them from what is wanted at that moment. Needs an open
 * transaction.
 */
@Component
class PrepareAmendments {

    private final BeginAmendments beginAmendments;
    private final RenderPurchaseOrders render;
    private final TakeDrafts takeDrafts;
    private final PurchaseOrderLookup purchaseOrders;
    private final Clock clock;

    PrepareAmendments(
            BeginAmendments beginAmendments,
            RenderPurchaseOrders render,
            TakeDrafts takeDrafts,
            PurchaseOrderLookup purchaseOrders,
            Clock clock) {
        this.beginAmendments = beginAmendments;
        this.render = render;
        this.takeDrafts = takeDrafts;
        this.purchaseOrders = purchaseOrders;
        this.clock = clock;
    }

    /** Where prepared and settled transmissions are added to. */
    record Into(List<Prepared> prepared, List<Settled> settled) {}

    /**
     * Begins them.
     *
     * @throws Unsendable when some cannot be written, or read otherwise than they were meant; their purchase orders are
     *     named
     * @throws Undrafted when mails have to be written first
     */
    void begin(
            MerchantId merchant,
            List<Transmission> rows,
            Map<SupplierId, SupplierTerms> suppliers,
            Drafts drafts,
            Into into) {
        Map<AmendmentId, AmendmentNotice> begun = beginAmendments.begin(
                merchant, rows.stream().map(row -> new AmendmentId(row.about())).toList());
        Crash.at("trading.amendment-begun");
        Map<PurchaseOrderId, PurchaseOrderFacts> facts = render.facts(
                merchant, begun.values().stream().map(AmendmentNotice::wanted).toList(), suppliers);
        begun.values().forEach(notice -> mustBeKnown(facts, notice));
        Map<PurchaseOrderId, byte[]> documents = documents(merchant, begun.values(), facts);
        Map<PurchaseOrderId, byte[]> mails = takeDrafts.take(
                merchant,
                begun.values().stream()
                        .map(notice -> new Wanted(
                                Objects.requireNonNull(facts.get(notice.wanted().id())), notice))
                        .filter(wanted -> wanted.order().supplier().isMailed())
                        .toList(),
                drafts);
        for (Transmission row : rows) {
            AmendmentNotice notice = begun.get(new AmendmentId(row.about()));
            if (notice == null) {
                into.settled()
                        .add(new Settled(row, ChooseSteps.later(clock, row, "a cancellation is to be answered first")));
            } else {
                into.prepared().add(new Prepared(row, written(notice.wanted().id(), documents, mails)));
            }
        }
    }

    private static void mustBeKnown(Map<PurchaseOrderId, PurchaseOrderFacts> facts, AmendmentNotice notice) {
        PurchaseOrderId id = notice.wanted().id();
        if (!facts.containsKey(id)) {
            throw new Unsendable(Map.of(id, "the address of the customer, the supplier or the store is not known"));
        }
    }

    /** What an endpoint gets, read back; mails are made from the same. */
    private Map<PurchaseOrderId, byte[]> documents(
            MerchantId merchant, Collection<AmendmentNotice> notices, Map<PurchaseOrderId, PurchaseOrderFacts> facts) {
        Map<PurchaseOrderId, PurchaseOrderView> orders = stands(merchant, notices);
        Map<PurchaseOrderId, byte[]> documents = new HashMap<>();
        Map<PurchaseOrderId, String> bad = new HashMap<>();
        for (AmendmentNotice notice : notices) {
            PurchaseOrderId id = notice.wanted().id();
            AmendmentFacts meant = new AmendmentFacts(notice, Objects.requireNonNull(facts.get(id)));
            try {
                byte[] bytes = AmendmentDocument.render(meant);
                AmendmentDocumentCheck.differences(bytes, meant, Objects.requireNonNull(orders.get(id)))
                        .ifPresentOrElse(difference -> bad.put(id, difference), () -> documents.put(id, bytes));
            } catch (JacksonException unwritable) {
                bad.put(id, "the document cannot be written: " + unwritable.getOriginalMessage());
            }
        }
        if (!bad.isEmpty()) {
            throw new Unsendable(bad);
        }
        return documents;
    }

    private Map<PurchaseOrderId, PurchaseOrderView> stands(MerchantId merchant, Collection<AmendmentNotice> notices) {
        return notices.isEmpty()
                ? Map.of()
                : purchaseOrders
                        .inOrder(
                                merchant,
                                notices.stream()
                                        .map(notice -> notice.wanted().id())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(PurchaseOrderView::id, Function.identity()));
    }

    /** What an endpoint gets, or a mail that says the same. */
    private static Rendering written(
            PurchaseOrderId id, Map<PurchaseOrderId, byte[]> documents, Map<PurchaseOrderId, byte[]> mails) {
        byte[] mail = mails.get(id);
        return mail == null ? Rendering.json(Objects.requireNonNull(documents.get(id))) : Rendering.mail(mail, null);
    }
}
