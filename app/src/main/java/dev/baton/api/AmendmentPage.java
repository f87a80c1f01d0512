package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.AmendmentLookup;
import dev.baton.purchasing.AmendmentLookup.After;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of amendments, for the merchant and for the supplier. */
@Component
class AmendmentPage {

    private static final String AMONG_OPEN = "open.";
    private static final String AMONG_ENDED = "ended.";

    private final Tenancy tenancy;
    private final AmendmentLookup amendments;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;

    AmendmentPage(
            Tenancy tenancy, AmendmentLookup amendments, PurchaseOrderLookup purchaseOrders, SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.amendments = amendments;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
    }

    /** A question and whom it is for; {@code purchaseOrder} is the number, {@code supplier} the code. */
    record Listed(String purchaseOrder, String supplier, AmendmentBody amendment) {}

    /** What a caller asked for. */
    record Asked(String state, @Nullable String cursor, int limit) {

        private boolean onlyOpen() {
            if (!state.equals("open") && !state.equals("all")) {
                throw new Problem(CommonProblem.INVALID_FIELD, "state must be open or all.", "state");
            }
            return state.equals("open");
        }
    }

    /** All of the merchant's. */
    Page<Listed> ofMerchant(MerchantId merchant, Asked asked) {
        boolean onlyOpen = asked.onlyOpen();
        int rows = Page.limit(asked.limit());
        After after = after(asked.cursor());
        return tenancy.inTransaction(
                merchant,
                () -> print(merchant, amendments.page(merchant, onlyOpen, after, rows + 1), rows, AmendmentBody::of));
    }

    /** What one supplier was asked. */
    Page<Listed> ofSupplier(MerchantId merchant, SupplierId supplier, Asked asked) {
        boolean onlyOpen = asked.onlyOpen();
        int rows = Page.limit(asked.limit());
        After after = after(asked.cursor());
        return tenancy.inTransaction(
                merchant,
                () -> print(
                        merchant,
                        amendments.pageOfSupplier(merchant, supplier, onlyOpen, after, rows + 1),
                        rows,
                        AmendmentBody::forSupplier));
    }

    private Page<Listed> print(
            MerchantId merchant, List<Amendment> found, int rows, Function<Amendment, AmendmentBody> body) {
        Map<PurchaseOrderId, PurchaseOrderView> heads = purchaseOrders.headsOf(
                merchant,
                found.stream().map(Amendment::purchaseOrder).distinct().toList());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                heads.values().stream()
                        .map(PurchaseOrderView::supplier)
                        .distinct()
                        .toList());
        boolean more = found.size() > rows;
        List<Amendment> page = more ? found.subList(0, rows) : found;
        return new Page<>(
                page.stream()
                        .map(question -> {
                            PurchaseOrderView head = heads.get(question.purchaseOrder());
                            return new Listed(
                                    head == null ? "" : head.number(),
                                    head == null ? "" : Suppliers.code(terms, head.supplier()),
                                    body.apply(question));
                        })
                        .toList(),
                more ? cursor(page.getLast()) : null);
    }

    private static String cursor(Amendment last) {
        return (last.status().live() ? AMONG_OPEN : AMONG_ENDED) + last.id().value();
    }

    private static @Nullable After after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        boolean open = cursor.startsWith(AMONG_OPEN);
        if (!open && !cursor.startsWith(AMONG_ENDED)) {
            throw new Problem(CommonProblem.INVALID_FIELD, Page.WHAT_A_CURSOR_IS, "cursor");
        }
        UUID id = Page.cursor(cursor.substring(cursor.indexOf('.') + 1));
        return id == null ? null : new After(open, new AmendmentId(id));
    }
}
