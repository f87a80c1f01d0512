package dev.baton.trading;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.PrintedPapers.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The purchase order on paper, for whoever wants to read or print it again: printed once, read back, kept. */
@Component
public class PurchaseOrderPapers {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;
    private final RenderPurchaseOrders gather;
    private final PurchaseOrderPdf printer;
    private final StoredPapers stored;

    PurchaseOrderPapers(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers,
            RenderPurchaseOrders gather,
            PurchaseOrderPdf printer,
            StoredPapers stored) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
        this.gather = gather;
        this.printer = printer;
        this.stored = stored;
    }

    /**
     * The purchase order in the version in force, on paper, in its supplier's language: the very bytes it was sent by, or
     * those that were printed when somebody asked first, which are kept. Where units were cancelled or given up since, or had
     * left before a change was agreed to, what is still meant is printed anew and not kept. Opens transactions and prints between them;
     * printing costs tenths of a second.
     *
     * @param size null = as it was sent, or as paper is cut in the supplier's country
     * @throws Problem {@link CommonProblem#CONFLICT} when it was not sent yet, was cancelled, or cannot be printed as it is meant
     */
    public byte[] render(MerchantId merchant, PurchaseOrderId purchaseOrder, @Nullable PageSize size) {
        Found found = tenancy.inTransaction(merchant, () -> find(merchant, purchaseOrder, size));
        return switch (found) {
            case Kept kept -> kept.bytes();
            case ToPrint wanted -> {
                byte[] printed = print(wanted.facts(), wanted.size());
                if (!wanted.keeps()) {
                    yield printed;
                }
                yield tenancy.inTransaction(
                        merchant, () -> stored.keep(merchant, wanted.facts().order(), wanted.size(), printed));
            }
        };
    }

    /** What the file is called. */
    public static String fileName(String purchaseOrderNumber) {
        return purchaseOrderNumber + ".pdf";
    }

    private sealed interface Found {}

    private record Kept(byte[] bytes) implements Found {}

    private record ToPrint(PurchaseOrderFacts facts, PageSize size, boolean keeps) implements Found {}

    private Found find(MerchantId merchant, PurchaseOrderId purchaseOrder, @Nullable PageSize size) {
        ReadyToSend sent = purchaseOrders
                .sent(merchant, purchaseOrder)
                .orElseThrow(() -> new Problem(
                        CommonProblem.CONFLICT,
                        "The purchase order has not begun to be sent: there is no document yet. Ask again after"
                                + " its sendAfter."));
        if (purchaseOrders
                        .find(merchant, purchaseOrder)
                        .map(PurchaseOrderView::status)
                        .orElse(null)
                == PurchaseOrderStatus.CANCELLED) {
            throw new Problem(
                    CommonProblem.CONFLICT, sent.number() + " was cancelled, do not ship: it is not printed any more.");
        }
        ReadyToSend order = meant(sent, !stored.wasSent(merchant, sent));
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(order.supplier())).get(order.supplier());
        if (supplier == null) {
            throw unprintable(order.number(), "the supplier is not known any more");
        }
        PageSize wanted = size == null ? OrderPapers.usual(supplier) : size;
        boolean whole = order.lines().equals(sent.lines());
        Optional<byte[]> kept = whole
                ? stored.sent(merchant, order, size)
                        .or(() -> stored.find(merchant, new Paper(order.id(), order.version(), wanted)))
                : Optional.empty();
        if (kept.isPresent()) {
            return new Kept(kept.get());
        }
        PurchaseOrderFacts facts = gather.factsOf(merchant, order, supplier);
        if (facts == null) {
            throw unprintable(order.number(), "the address of the customer is not known any more");
        }
        return new ToPrint(facts, wanted, whole);
    }

    /** What is still meant of it: nobody ships by a paper what was cancelled or given up, or what has left already. */
    private static ReadyToSend meant(ReadyToSend order, boolean changed) {
        boolean rest =
                changed && order.lines().stream().anyMatch(line -> line.units().owed() > 0);
        List<PurchaseOrderLine> lines = new ArrayList<>();
        boolean whole = true;
        for (PurchaseOrderLine line : order.lines()) {
            LineUnits units = line.units();
            int left = rest ? units.owed() : units.quantity() - units.rejected() - units.cancelled();
            whole &= left == units.quantity();
            if (left > 0) {
                lines.add(line.of(left));
            }
        }
        if (lines.isEmpty()) {
            throw new Problem(
                    CommonProblem.CONFLICT,
                    order.number() + ": nothing of it is to be shipped, so it is not printed any more.");
        }
        return whole ? order : order.with(lines);
    }

    private byte[] print(PurchaseOrderFacts facts, PageSize size) {
        String number = facts.order().number();
        String language = facts.supplier().language();
        try {
            byte[] document = printer.render(facts, language, size, null);
            PurchaseOrderPdfCheck.differences(document, facts, language, null).ifPresent(difference -> {
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
