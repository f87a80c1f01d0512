package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.BeginAttempts.Prepared;
import dev.baton.trading.PrepareAmendments.Into;
import dev.baton.trading.SettleTransmissions.Settled;
import dev.baton.trading.WriteNoticeMails.Written;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Writes what follows a purchase order and reads it back. One that says anything else than what was meant, or than the
 * purchase order as it stands, is parked, unless it would be another by now. Needs an open transaction.
 */
@Component
class PrepareNotices {

    private final PurchaseOrderLookup purchaseOrders;
    private final WriteNoticeMails writeMails;
    private final ChooseSteps chooseSteps;
    private final Clock clock;

    PrepareNotices(
            PurchaseOrderLookup purchaseOrders, WriteNoticeMails writeMails, ChooseSteps chooseSteps, Clock clock) {
        this.purchaseOrders = purchaseOrders;
        this.writeMails = writeMails;
        this.chooseSteps = chooseSteps;
        this.clock = clock;
    }

    /** What is to be said now. */
    record Wanted(Transmission row, Notice meant) {}

    void write(MerchantId merchant, List<Wanted> wanted, Map<SupplierId, SupplierTerms> suppliers, Into into) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<PurchaseOrderId, PurchaseOrderView> orders =
                purchaseOrders
                        .inOrder(
                                merchant,
                                wanted.stream()
                                        .map(each -> each.row().purchaseOrder())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(PurchaseOrderView::id, Function.identity()));
        for (Wanted each : wanted) {
            Transmission row = each.row();
            Written written = write(
                    merchant,
                    each,
                    Objects.requireNonNull(suppliers.get(row.supplier())),
                    Objects.requireNonNull(orders.get(row.purchaseOrder())));
            written.difference()
                    .ifPresentOrElse(
                            difference -> into.settled().add(new Settled(row, rest(merchant, each, difference))),
                            () -> into.prepared().add(new Prepared(row, written.body())));
        }
    }

    /** What was answered or sent again since it was chosen is no difference: it is chosen anew. */
    private Step.Rest rest(MerchantId merchant, Wanted wanted, String difference) {
        Transmission row = wanted.row();
        Step now = chooseSteps.choose(merchant, List.of(row)).of(row);
        return now.equals(new Step.SendNotice(wanted.meant()))
                ? new Step.Park(difference)
                : new Step.Wait(clock.instant(), "it changed while it was written");
    }

    private Written write(MerchantId merchant, Wanted wanted, SupplierTerms supplier, PurchaseOrderView stands) {
        Transmission row = wanted.row();
        try {
            byte[] document = NoticeDocument.render(wanted.meant());
            Optional<String> difference = NoticeDocumentCheck.differences(document, wanted.meant(), row.kind(), stands);
            return difference.isEmpty() && supplier.isMailed()
                    ? writeMails.write(merchant, row, supplier, stands, document)
                    : new Written(Rendering.json(document), difference);
        } catch (JacksonException unwritable) {
            return new Written(
                    Rendering.json(new byte[0]),
                    Optional.of("the document cannot be written: " + unwritable.getOriginalMessage()));
        }
    }
}
