package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.shipping.PackingSlips;
import dev.baton.shipping.ParcelLabels;
import dev.baton.trading.PurchaseOrderPapers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchase orders and packing slips on paper, for the merchant and for the supplier. */
@RestController
class PaperCalls {

    private static final String SIZES =
            "size=A4, Letter or 4x6. parcel=2 prints what is in the second parcel that was reported, and which of how many"
                    + " it is; without it, everything that is to be packed.";
    private static final String AS_SENT =
            "The bytes it was sent by, or those printed when it was first asked for, in the"
                    + " version in force. size=A4, Letter or 4x6; without it, as it was sent.";

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final PackingSlips slips;
    private final PurchaseOrderPapers papers;
    private final ParcelLabels labels;

    PaperCalls(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            PackingSlips slips,
            PurchaseOrderPapers papers,
            ParcelLabels labels) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.slips = slips;
        this.papers = papers;
        this.labels = labels;
    }

    @Operation(summary = "Print a packing slip", description = SIZES)
    @Tag(name = "Purchase orders")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping(path = "/api/v1/purchase-orders/{number}/slip", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> slip(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "A4") String size,
            @RequestParam(required = false) @Nullable Integer parcel) {
        return slip(caller.merchant(), ofMerchant(caller, number), size(size), parcel);
    }

    @Operation(summary = "Print a purchase order in its supplier's language", description = AS_SENT)
    @Tag(name = "Purchase orders")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping(path = "/api/v1/purchase-orders/{number}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            Caller caller, @PathVariable String number, @RequestParam(required = false) @Nullable String size) {
        return document(caller.merchant(), ofMerchant(caller, number), size == null ? null : size(size));
    }

    @Operation(summary = "Print the packing slip of one of your purchase orders", description = SIZES)
    @Tag(name = "For suppliers")
    @Needs(Scope.SUPPLIER)
    @GetMapping(path = "/api/v1/supplier/purchase-orders/{number}/slip", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> ownSlip(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "A4") String size,
            @RequestParam(required = false) @Nullable Integer parcel) {
        return slip(caller.merchant(), ofSupplier(caller, number), size(size), parcel);
    }

    @Operation(summary = "Print one of your purchase orders", description = AS_SENT)
    @Tag(name = "For suppliers")
    @Needs(Scope.SUPPLIER)
    @GetMapping(path = "/api/v1/supplier/purchase-orders/{number}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> ownDocument(
            Caller caller, @PathVariable String number, @RequestParam(required = false) @Nullable String size) {
        return document(caller.merchant(), ofSupplier(caller, number), size == null ? null : size(size));
    }

    @Operation(
            summary = "Print the label of one of your parcels",
            description = "Its SSCC in GS1-128, its carrier and number, on a page of 4 × 6 inches in your language."
                    + " parcel=2 is the second parcel you reported; one you told without an SSCC has no label.")
    @Tag(name = "For suppliers")
    @Needs(Scope.SUPPLIER)
    @GetMapping(path = "/api/v1/supplier/purchase-orders/{number}/label", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> ownLabel(Caller caller, @PathVariable String number, @RequestParam Integer parcel) {
        PurchaseOrderView order = ofSupplier(caller, number);
        return pdf(labels.render(caller.merchant(), order.id(), parcel), ParcelLabels.fileName(order.number(), parcel));
    }

    private ResponseEntity<byte[]> slip(
            MerchantId merchant, PurchaseOrderView order, PageSize size, @Nullable Integer parcel) {
        if (parcel != null) {
            return pdf(slips.render(merchant, order.id(), parcel, size), PackingSlips.fileName(order.number(), parcel));
        }
        return pdf(slips.render(merchant, order.id(), size), PackingSlips.fileName(order.number()));
    }

    private ResponseEntity<byte[]> document(MerchantId merchant, PurchaseOrderView order, @Nullable PageSize size) {
        return pdf(papers.render(merchant, order.id(), size), PurchaseOrderPapers.fileName(order.number()));
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes, String fileName) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }

    private PurchaseOrderView ofMerchant(Caller caller, String number) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> purchaseOrders
                        .byNumber(caller.merchant(), number)
                        .orElseThrow(() -> new Problem(
                                CommonProblem.NOT_FOUND,
                                "There is no purchase order " + number + "; GET /api/v1/purchase-orders lists them.")));
    }

    private PurchaseOrderView ofSupplier(Caller caller, String number) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> purchaseOrders
                        .ofSupplier(caller.merchant(), caller.supplier(), number)
                        .orElseThrow(() -> new Problem(
                                PurchasingProblem.UNKNOWN_PURCHASE_ORDER,
                                "No purchase order " + number
                                        + " was sent to you. Check the number; if it was withdrawn, do not ship.")));
    }

    private static PageSize size(String word) {
        return PageSize.of(word)
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "size must be A4, Letter or 4x6.", "size"));
    }
}
