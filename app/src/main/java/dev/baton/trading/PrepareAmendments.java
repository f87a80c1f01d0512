package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.BeginAmendments;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.BeginAttempts.Prepared;
import dev.baton.trading.SettleTransmissions.Settled;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Takes amendments over their point of no return and renders them from what is wanted at that moment. Needs an open
 * transaction.
 */
@Component
class PrepareAmendments {

    private final BeginAmendments beginAmendments;
    private final RenderPurchaseOrders render;
    private final NoticeMails noticeMails;
    private final Clock clock;

    PrepareAmendments(
            BeginAmendments beginAmendments, RenderPurchaseOrders render, NoticeMails noticeMails, Clock clock) {
        this.beginAmendments = beginAmendments;
        this.render = render;
        this.noticeMails = noticeMails;
        this.clock = clock;
    }

    /** Where prepared and settled transmissions are added to. */
    record Into(List<Prepared> prepared, List<Settled> settled) {}

    /**
     * Begins them.
     *
     * @throws Unsendable when some cannot be written; their purchase orders are named
     */
    void begin(MerchantId merchant, List<Transmission> rows, Map<SupplierId, SupplierTerms> suppliers, Into into) {
        Map<AmendmentId, AmendmentNotice> begun = beginAmendments.begin(
                merchant, rows.stream().map(row -> new AmendmentId(row.about())).toList());
        Crash.at("trading.amendment-begun");
        Map<?, PurchaseOrderFacts> facts = render.facts(
                merchant, begun.values().stream().map(AmendmentNotice::wanted).toList(), suppliers);
        for (Transmission row : rows) {
            AmendmentNotice notice = begun.get(new AmendmentId(row.about()));
            if (notice == null) {
                into.settled()
                        .add(new Settled(row, ChooseSteps.later(clock, row, "a cancellation is to be answered first")));
                continue;
            }
            ReadyToSend wanted = notice.wanted();
            PurchaseOrderFacts known = facts.get(wanted.id());
            if (known == null) {
                throw new Unsendable(
                        Map.of(wanted.id(), "the address of the customer, the supplier or the store is not known"));
            }
            byte[] document = AmendmentDocument.render(new AmendmentFacts(notice, known));
            into.prepared().add(new Prepared(row, written(merchant, row, suppliers, document)));
        }
    }

    /** What an endpoint gets, or a mail that says the same. */
    private Rendering written(
            MerchantId merchant, Transmission row, Map<SupplierId, SupplierTerms> suppliers, byte[] document) {
        SupplierTerms supplier = Objects.requireNonNull(suppliers.get(row.supplier()));
        return supplier.isMailed()
                ? noticeMails.write(merchant, row, supplier, document)
                : Rendering.json(document);
    }
}
