package dev.baton.console;

import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.PurchaseViews.Party;
import dev.baton.console.RequestViews.Request;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.requests.SupplierRequest;
import dev.baton.trading.requests.SupplierRequestLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier sent by its key, byte by byte, with what it was answered. */
@RestController
class RequestScreen {

    private static final String ONE = "/console/requests/{id}";

    /** What is shown of a body, in bytes; the rest is in the file. */
    private static final int SHOWN_BYTES = 64 * 1024;

    private final Tenancy tenancy;
    private final SupplierRequestLookup requests;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;
    private final StaffDesk desk;

    RequestScreen(
            Tenancy tenancy,
            SupplierRequestLookup requests,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers,
            StaffDesk desk) {
        this.tenancy = tenancy;
        this.requests = requests;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
        this.desk = desk;
    }

    static String path(UUID id) {
        return "/console/requests/" + id;
    }

    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id) {
        UUID request = id(id);
        return desk.page(
                staff,
                StaffDesk.Place.SUPPLIERS,
                "What a supplier sent",
                "",
                "console/request.jte",
                frame -> requests.find(staff.merchant(), request)
                        .map(found -> page(staff.merchant(), found, frame))
                        .orElseThrow(RequestScreen::nothing));
    }

    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/body")
    ResponseEntity<byte[]> body(Staff staff, @PathVariable String id) {
        UUID request = id(id);
        return Download.bytes(
                tenancy.inTransaction(staff.merchant(), () -> requests.body(staff.merchant(), request))
                        .orElseThrow(RequestScreen::nothing),
                "request");
    }

    private Request page(MerchantId merchant, SupplierRequest request, Frame frame) {
        StoredDocument body = requests.body(merchant, request.id()).orElse(null);
        String text = body == null ? null : text(body);
        return new Request(
                frame,
                SentRequests.what(request),
                SentRequests.answer(request),
                from(merchant, request),
                facts(request, body),
                text,
                why(request, body, text),
                body == null ? null : path(request.id()) + "/body");
    }

    private List<Party> from(MerchantId merchant, SupplierRequest request) {
        List<Party> from = new ArrayList<>();
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(request.supplier())).get(request.supplier());
        from.add(new Party(
                supplier == null ? "A supplier that left" : supplier.name(),
                SuppliersScreen.PATH + "/" + request.supplier().value()));
        PurchaseOrderId about = request.purchaseOrder();
        if (about != null) {
            purchaseOrders
                    .headsOf(merchant, List.of(about))
                    .values()
                    .forEach(order ->
                            from.add(new Party("Purchase order " + order.number(), PurchaseSheet.path(order))));
        }
        return from;
    }

    private static List<Fact> facts(SupplierRequest request, @Nullable StoredDocument body) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Came", "", request.receivedAt()));
        if (request.repeatedAt() != null) {
            facts.add(new Fact("Came again, just so", Moments.counted(request.repeats(), "time", "times"), null));
            facts.add(new Fact("Last", "", request.repeatedAt()));
        }
        facts.add(new Fact("Path", request.path(), null));
        facts.add(new Fact("Size", Moments.counted(request.bytes(), "byte", "bytes"), null));
        if (body != null) {
            facts.add(new Fact("Said to be", body.mediaType(), null));
        }
        facts.add(new Fact("Correlation id", request.correlationId(), null));
        return facts;
    }

    /** The beginning of a body; null = it is no text. */
    private static @Nullable String text(StoredDocument body) {
        byte[] bytes = body.bytes();
        String text = new String(bytes, 0, Math.min(SHOWN_BYTES, bytes.length), StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0 ? null : text;
    }

    private static String why(SupplierRequest request, @Nullable StoredDocument body, @Nullable String text) {
        if (body == null) {
            return switch (request.kept()) {
                case HERE -> "It was erased with the customer.";
                case AS_FILE -> "It is kept as the file it is: see Feeds.";
                case TOO_LARGE -> "It was refused, and was larger than is kept of what is refused.";
            };
        }
        if (text == null) {
            return "It is no text. Download it to look into it.";
        }
        if (body.bytes().length == 0) {
            return "It was empty.";
        }
        return body.bytes().length > SHOWN_BYTES ? "This is its beginning. Download it to see all of it." : "";
    }

    private static UUID id(String text) {
        return Typed.uuid(text).orElseThrow(RequestScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is nothing of that kind that a supplier sent.");
    }
}
