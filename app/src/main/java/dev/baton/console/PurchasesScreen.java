package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.PackingSlips;
import dev.baton.trading.PurchaseOrderPapers;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Purchase orders: the list, one whole, and what a person can do about one. */
@RestController
class PurchasesScreen {

    private static final String ONE = PurchaseListing.PATH + "/{id}";

    private final PurchaseListing listing;
    private final PurchaseSheet sheet;
    private final PurchaseOrderLookup lookup;
    private final Papers papers;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    PurchasesScreen(
            PurchaseListing listing,
            PurchaseSheet sheet,
            PurchaseOrderLookup lookup,
            Papers papers,
            Tenancy tenancy,
            StaffDesk desk,
            ListDesk lists) {
        this.listing = listing;
        this.sheet = sheet;
        this.lookup = lookup;
        this.papers = papers;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** Its papers. */
    @Component
    record Papers(PurchaseOrderPapers orders, PackingSlips slips) {}

    @Does(Act.SEE_PURCHASES)
    @GetMapping(PurchaseListing.PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, "");
    }

    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id, Typed typed) {
        PurchaseOrderId purchase = id(id);
        return desk.page(
                staff,
                StaffDesk.Place.PURCHASES,
                "Purchase order",
                Done.sentence(typed),
                "console/purchase-order.jte",
                frame -> sheet.of(staff, purchase, frame).orElseThrow(PurchasesScreen::nothing));
    }

    /** The purchase order as the supplier prints it. */
    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/paper")
    ResponseEntity<byte[]> paper(Staff staff, @PathVariable String id) {
        PurchaseOrderId purchase = id(id);
        return pdf(
                papers.orders().render(staff.merchant(), purchase, null),
                PurchaseOrderPapers.fileName(number(staff.merchant(), purchase)));
    }

    /** The slip that lies in its box. */
    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/slip")
    ResponseEntity<byte[]> slip(Staff staff, @PathVariable String id) {
        PurchaseOrderId purchase = id(id);
        return pdf(
                papers.slips().render(staff.merchant(), purchase, PageSize.A4),
                PackingSlips.fileName(number(staff.merchant(), purchase)));
    }

    private String number(MerchantId merchant, PurchaseOrderId id) {
        PurchaseOrderView head = tenancy.inTransaction(merchant, () -> lookup.headsOf(merchant, List.of(id)))
                .get(id);
        if (head == null) {
            throw nothing();
        }
        return head.number();
    }

    static ResponseEntity<byte[]> pdf(byte[] paper, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .body(paper);
    }

    private static PurchaseOrderId id(String text) {
        return Typed.uuid(text).map(PurchaseOrderId::new).orElseThrow(PurchasesScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order.");
    }
}
