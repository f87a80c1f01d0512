package dev.baton.purchasing;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.links.PublicUrl;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a fresh link to a purchase order mailed to its supplier's contact on file. */
@Component
public class AskFreshLink {

    /** One in this time: who presses twice sends one mail. */
    private static final Duration ONE_IN = Duration.ofMinutes(10);

    private final PurchasingDesk desk;
    private final SentPurchaseOrders purchaseOrders;
    private final SupplierLookup suppliers;
    private final LinkRounds rounds;
    private final PublicUrl publicUrl;

    AskFreshLink(
            PurchasingDesk desk,
            SentPurchaseOrders purchaseOrders,
            SupplierLookup suppliers,
            LinkRounds rounds,
            PublicUrl publicUrl) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
        this.rounds = rounds;
        this.publicUrl = publicUrl;
    }

    /**
     * Asks for it; opens a transaction or joins the caller's. Twice within ten minutes is one mail, unless the link was
     * taken back in between.
     *
     * @throws Problem NOT_FOUND; CONFLICT when the purchase order was not sent, its supplier has no mail address or nobody
     *     outside reaches this Baton
     */
    public void ask(MerchantId merchant, PurchaseOrderId id) {
        desk.tenancy().run(merchant, () -> {
            PurchaseOrder of = purchaseOrders
                    .lockIfThere(merchant, id)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order."))
                    .head();
            if (!of.status().begun()) {
                throw new Problem(CommonProblem.CONFLICT, "There is no link to " + of.number() + " before it is sent.");
            }
            @Nullable
            SupplierTerms supplier =
                    suppliers.terms(merchant, List.of(of.supplier())).get(of.supplier());
            if (supplier == null || supplier.mail() == null) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "The supplier has no mail address: give it one on its page, then send the link.");
            }
            if (!publicUrl.isKnown()) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "No link can be sent: this Baton has no public address (baton.public-url).");
            }
            String status = of.status().name();
            desk.audit()
                    .record(
                            merchant,
                            List.of(new AuditEntry(
                                    "AskFreshLink", "purchase_order", id.value(), status, status, null)));
            desk.news().publishEvent(new FreshLinkAsked(merchant, of.supplier(), id, unlessSince(merchant, id)));
        });
    }

    private Instant unlessSince(MerchantId merchant, PurchaseOrderId id) {
        Instant since = desk.clock().instant().minus(ONE_IN);
        Instant takenBack = rounds.of(merchant, id).takenBackAt();
        return takenBack == null || takenBack.isBefore(since) ? since : takenBack;
    }
}
