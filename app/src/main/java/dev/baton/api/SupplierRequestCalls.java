package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.requests.SupplierRequest;
import dev.baton.trading.requests.SupplierRequestLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier's key sent, as it came. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/requests")
@Tag(name = "Suppliers")
class SupplierRequestCalls {

    private final Tenancy tenancy;
    private final SupplierRequestLookup requests;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;

    SupplierRequestCalls(
            Tenancy tenancy,
            SupplierRequestLookup requests,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.requests = requests;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
    }

    /**
     * A request; meanings as in {@link SupplierRequest}.
     *
     * @param purchaseOrder the number of the purchase order its path names; null = it names none of the supplier's
     * @param bytes of its body as it came
     * @param kept here (read it by …/body), as_file (taken as a stock file or price list), too_large (refused, not kept)
     * @param problemCode why it was refused; null = it was not
     * @param repeats how often the same came again and was answered alike, last at repeatedAt
     */
    record SentRequest(
            String id,
            @Nullable String purchaseOrder,
            String method,
            String path,
            long bytes,
            String kept,
            Instant receivedAt,
            String correlationId,
            int httpStatus,
            @Nullable String problemCode,
            int repeats,
            @Nullable Instant repeatedAt) {

        static SentRequest of(SupplierRequest request, Map<PurchaseOrderId, PurchaseOrderView> heads) {
            PurchaseOrderId about = request.purchaseOrder();
            return new SentRequest(
                    request.id().toString(),
                    about == null
                            ? null
                            : Objects.requireNonNull(heads.get(about)).number(),
                    request.method(),
                    request.path(),
                    request.bytes(),
                    Lists.word(request.kept()),
                    request.receivedAt(),
                    request.correlationId(),
                    request.httpStatus(),
                    request.problemCode().isEmpty() ? null : request.problemCode(),
                    request.repeats(),
                    request.repeatedAt());
        }
    }

    @Operation(
            summary = "List what a supplier's key sent, newest first",
            description = "With what it was answered, refusals too. The same again, answered alike, is counted.")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.ORDERS})
    @GetMapping
    Page<SentRequest> list(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        UUID below = Page.cursor(cursor);
        MerchantId merchant = caller.merchant();
        return tenancy.inTransaction(merchant, () -> {
            List<SupplierRequest> found = requests.page(merchant, supplier(caller, code), below, rows + 1);
            Map<PurchaseOrderId, PurchaseOrderView> heads = purchaseOrders.headsOf(
                    merchant,
                    found.stream()
                            .flatMap(request -> Optional.ofNullable(request.purchaseOrder()).stream())
                            .distinct()
                            .toList());
            return Page.of(found, rows, request -> SentRequest.of(request, heads), SupplierRequest::id);
        });
    }

    @Operation(
            summary = "Read what a supplier's key sent, byte by byte",
            description = "The body's own bytes. None where it is kept as a file, was too large, or is erased with the"
                    + " customer of its purchase order.")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.ORDERS})
    @GetMapping(path = "/{id}/body", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> body(Caller caller, @PathVariable String code, @PathVariable UUID id) {
        MerchantId merchant = caller.merchant();
        StoredDocument body = tenancy.inTransaction(merchant, () -> {
            SupplierId supplier = supplier(caller, code);
            return requests.find(merchant, id)
                    .filter(request -> request.supplier().equals(supplier))
                    .flatMap(request -> requests.body(merchant, id))
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND,
                            "There is nothing to read: GET /api/v1/suppliers/" + code
                                    + "/requests lists what came, and where it is kept."));
        });
        return TransmissionCalls.bytes(body, "request");
    }

    private SupplierId supplier(Caller caller, String code) {
        return SupplierCalls.byCode(suppliers, caller.merchant(), code).id();
    }
}
