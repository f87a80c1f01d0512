package dev.baton.trading;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The purchase order on paper, for whoever wants to read or print it again: gathered, printed, read back. */
@Component
public class PurchaseOrderPapers {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;
    private final RenderPurchaseOrders gather;
    private final PurchaseOrderPdf printer;

    PurchaseOrderPapers(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers,
            RenderPurchaseOrders gather,
            PurchaseOrderPdf printer) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
        this.gather = gather;
        this.printer = printer;
    }

    /**
     * Prints a purchase order that has begun to be sent, in its supplier's language. Opens a transaction to gather and
     * prints after it; costs tenths of a second.
     *
     * @throws Problem {@link CommonProblem#CONFLICT} when it was not sent yet, or cannot be printed as it is meant
     */
    public byte[] render(MerchantId merchant, PurchaseOrderId purchaseOrder, PageSize size) {
        return print(tenancy.inTransaction(merchant, () -> facts(merchant, purchaseOrder)), size);
    }

    /** What the file is called. */
    public static String fileName(String purchaseOrderNumber) {
        return purchaseOrderNumber + ".pdf";
    }

    private PurchaseOrderFacts facts(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        ReadyToSend order = purchaseOrders
                .sent(merchant, purchaseOrder)
                .orElseThrow(() -> new Problem(
                        CommonProblem.CONFLICT,
                        "The purchase order has not begun to be sent: there is no document yet. Ask again after"
                                + " its sendAfter."));
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(order.supplier())).get(order.supplier());
        PurchaseOrderFacts facts = supplier == null ? null : gather.factsOf(merchant, order, supplier);
        if (facts == null) {
            throw unprintable(order.number(), "the address of the customer is not known any more");
        }
        return facts;
    }

    private byte[] print(PurchaseOrderFacts facts, PageSize size) {
        String number = facts.order().number();
        String language = facts.supplier().language();
        try {
            byte[] document = printer.render(facts, language, size);
            PurchaseOrderPdfCheck.differences(document, facts, language).ifPresent(difference -> {
                throw unprintable(number, difference);
            });
            return document;
        } catch (Unprintable failed) {
            throw unprintable(number, failed.getMessage());
        }
    }

    private static Problem unprintable(String number, @Nullable String why) {
        return new Problem(
                CommonProblem.CONFLICT,
                "The document of " + number + " cannot be printed as it is meant: " + why
                        + ". Read the purchase order by the API instead.");
    }
}
