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
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.ResendTransmissions;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.TransmissionLookup;
import dev.baton.trading.TransmissionStatus;
import dev.baton.trading.TransmissionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents on their way to suppliers. */
@RestController
@RequestMapping("/api/v1/transmissions")
@Tag(name = "Transmissions")
class TransmissionCalls {

    private final Tenancy tenancy;
    private final TransmissionLookup transmissions;
    private final ResendTransmissions resendTransmissions;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;

    TransmissionCalls(
            Tenancy tenancy,
            TransmissionLookup transmissions,
            ResendTransmissions resendTransmissions,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.transmissions = transmissions;
        this.resendTransmissions = resendTransmissions;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
    }

    record Resent(String id, String state) {}

    @Operation(
            summary = "List documents to suppliers, newest first",
            description = "state=parked lists all that wait for a person, refused ones too.")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.ORDERS})
    @GetMapping
    Page<TransmissionBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        TransmissionStatus status = Lists.state(TransmissionStatus.class, state);
        UUID id = Page.cursor(cursor);
        TransmissionId below = id == null ? null : new TransmissionId(id);
        return tenancy.inTransaction(
                caller.merchant(), () -> print(caller.merchant(), find(caller, status, below, rows + 1), rows));
    }

    private List<TransmissionView> find(
            Caller caller, @Nullable TransmissionStatus status, @Nullable TransmissionId below, int limit) {
        if (status == TransmissionStatus.PARKED) {
            return transmissions.pageForAPerson(caller.merchant(), below, limit);
        }
        Set<TransmissionStatus> wanted = status == null ? EnumSet.allOf(TransmissionStatus.class) : EnumSet.of(status);
        return transmissions.page(caller.merchant(), wanted, below, limit);
    }

    private Page<TransmissionBody> print(MerchantId merchant, List<TransmissionView> found, int rows) {
        Map<PurchaseOrderId, PurchaseOrderView> heads = purchaseOrders.headsOf(
                merchant,
                found.stream()
                        .map(view -> view.transmission().purchaseOrder())
                        .distinct()
                        .toList());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                found.stream()
                        .map(view -> view.transmission().supplier())
                        .distinct()
                        .toList());
        return Page.of(
                found,
                rows,
                view -> {
                    PurchaseOrderView head = heads.get(view.transmission().purchaseOrder());
                    return TransmissionBody.of(
                            view,
                            head == null ? "" : head.number(),
                            Suppliers.code(terms, view.transmission().supplier()));
                },
                view -> view.transmission().id().value());
    }

    @Operation(summary = "Read a document's way to its supplier, with every attempt")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.ORDERS})
    @GetMapping("/{id}")
    TransmissionBody one(Caller caller, @PathVariable UUID id) {
        MerchantId merchant = caller.merchant();
        return tenancy.inTransaction(
                merchant,
                () -> print(merchant, List.of(found(merchant, id)), 1).items().getFirst());
    }

    @Operation(
            summary = "Read what was sent, byte by byte",
            description =
                    "Every attempt sends the same bytes. None before it is written, nor once its customer is erased.")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.ORDERS})
    @GetMapping(path = "/{id}/document", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> document(Caller caller, @PathVariable UUID id) {
        MerchantId merchant = caller.merchant();
        return bytes(
                tenancy.inTransaction(
                        merchant,
                        () -> transmissions.document(
                                merchant, found(merchant, id).transmission().id())),
                "sent");
    }

    @Operation(
            summary = "Read what a supplier replied to an attempt",
            description = "The reply's own bytes, cut at 16 KiB. None where nothing was said.")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.ORDERS})
    @GetMapping(path = "/{id}/attempts/{attempt}/reply", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> reply(Caller caller, @PathVariable UUID id, @PathVariable int attempt) {
        MerchantId merchant = caller.merchant();
        return bytes(
                tenancy.inTransaction(
                        merchant,
                        () -> transmissions.reply(
                                merchant, found(merchant, id).transmission().id(), attempt)),
                "reply-" + attempt);
    }

    private TransmissionView found(MerchantId merchant, UUID id) {
        return transmissions
                .find(merchant, new TransmissionId(id))
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no such transmission; GET /api/v1/transmissions lists them."));
    }

    private static ResponseEntity<byte[]> bytes(Optional<StoredDocument> found, String stem) {
        return bytes(
                found.orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is nothing to read: nothing was said, or what was said is erased with its customer.")),
                stem);
    }

    /** The very bytes of a document, as a file. */
    static ResponseEntity<byte[]> bytes(StoredDocument document, String stem) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(stem))
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(document.bytes());
    }

    @Operation(
            summary = "Send a document once more",
            description = "The same bytes under the same key, so that a supplier that has it takes it for a repeat.")
    @Needs({Scope.SUPPLIERS, Scope.ORDERS})
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Resent resend(Caller caller, @PathVariable UUID id) {
        TransmissionStatus status = resendTransmissions.resend(caller.merchant(), new TransmissionId(id));
        return new Resent(id.toString(), Lists.word(status));
    }
}
