package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.RequestViews.Sent;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.requests.SupplierRequest;
import dev.baton.trading.requests.SupplierRequestLookup;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a supplier sent by its key, in lists, the newest first; needs an open transaction of the merchant. */
@Component
class SentRequests {

    static final int MOST = 20;

    private static final String ALIKE = "/api/v1/";
    private static final String OWN = "supplier/";
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAULT = 500;

    private final SupplierRequestLookup requests;

    SentRequests(SupplierRequestLookup requests) {
        this.requests = requests;
    }

    List<Sent> of(MerchantId merchant, SupplierId supplier) {
        return requests.page(merchant, supplier, null, MOST).stream()
                .map(SentRequests::row)
                .toList();
    }

    List<Sent> about(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return requests.about(merchant, purchaseOrder, MOST).stream()
                .map(SentRequests::row)
                .toList();
    }

    private static Sent row(SupplierRequest request) {
        return new Sent(
                RequestScreen.path(request.id()),
                what(request),
                answer(request),
                request.receivedAt(),
                request.repeats());
    }

    static String what(SupplierRequest request) {
        String path = request.path();
        String own = path.startsWith(ALIKE) ? path.substring(ALIKE.length()) : path;
        return request.method() + " " + (own.startsWith(OWN) ? own.substring(OWN.length()) : own);
    }

    static Mark answer(SupplierRequest request) {
        int status = request.httpStatus();
        String word = request.problemCode().isEmpty() ? String.valueOf(status) : status + " " + request.problemCode();
        return status < FIRST_REFUSAL
                ? new Mark("Answer", "Taken, " + word, "good")
                : new Mark("Answer", (status < FIRST_FAULT ? "Refused, " : "Broken, ") + word, "bad");
    }
}
