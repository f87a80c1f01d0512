package dev.baton.console;

import dev.baton.orders.AskBackAllocations;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.DecideAmendment;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.PackingSlips;
import dev.baton.trading.PurchaseOrderPapers;
import dev.baton.trading.ResendTransmissions;
import dev.baton.trading.TransmissionId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Purchase orders: the list, one whole, and what a person can do about one. */
@RestController
class PurchasesScreen {

    private static final String ONE = PurchaseListing.PATH + "/{id}";
    private static final int LONGEST_REASON = 500;

    private final PurchaseListing listing;
    private final PurchaseSheet sheet;
    private final PurchaseOrderLookup lookup;
    private final Acts acts;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    PurchasesScreen(
            PurchaseListing listing,
            PurchaseSheet sheet,
            PurchaseOrderLookup lookup,
            Acts acts,
            Tenancy tenancy,
            StaffDesk desk,
            ListDesk lists) {
        this.listing = listing;
        this.sheet = sheet;
        this.lookup = lookup;
        this.acts = acts;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** What can be done about a purchase order, and its papers. */
    @Component
    record Acts(
            ResendTransmissions resend,
            AskBackAllocations askBack,
            DecideAmendment decide,
            PurchaseOrderPapers papers,
            PackingSlips slips) {}

    @Does(Act.SEE_PURCHASES)
    @GetMapping(PurchaseListing.PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, "");
    }

    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id, Typed typed) {
        PurchaseOrderId purchase = id(id);
        String notice = switch (typed.text("done")) {
            case "resent" -> "The document leaves once more; the supplier takes it for the repeat it is.";
            case "asked" -> "The supplier is asked not to ship; it has to answer.";
            case "nothing" -> "There was nothing left to ask back.";
            case "decided" -> "Decided.";
            default -> "";
        };
        return desk.page(
                staff,
                StaffDesk.Place.PURCHASES,
                "Purchase order",
                notice,
                "console/purchase-order.jte",
                frame -> sheet.of(staff, purchase, frame).orElseThrow(PurchasesScreen::nothing));
    }

    /** Sends a document again, the same bytes under the same key. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(ONE + "/resend")
    ResponseEntity<String> resend(Staff staff, @PathVariable String id, Typed typed) {
        TransmissionId document = typed.id("document").map(TransmissionId::new).orElseThrow(PurchasesScreen::nothing);
        acts.resend().resend(staff.merchant(), document);
        return back(id, "resent");
    }

    /** Asks the supplier not to ship what is still to come. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(ONE + "/ask-back")
    ResponseEntity<String> askBack(Staff staff, @PathVariable String id, Typed typed) {
        String reason = typed.text("reason");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "Give the supplier a reason of at most 500 characters.", "reason");
        }
        MerchantId merchant = staff.merchant();
        PurchaseOrderView view = tenancy.inTransaction(merchant, () -> lookup.find(merchant, id(id)))
                .orElseThrow(PurchasesScreen::nothing);
        int asked = acts.askBack()
                .ask(
                        merchant,
                        view.lines().stream()
                                .filter(line -> !line.withdrawn())
                                .map(PurchaseOrderLine::allocation)
                                .toList(),
                        reason);
        return back(id, asked > 0 ? "asked" : "nothing");
    }

    /** Decides what becomes of a delivery that the supplier does not ship as the store wants it. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(ONE + "/decide")
    ResponseEntity<String> decide(Staff staff, @PathVariable String id, Typed typed) {
        AmendmentId question = typed.id("question").map(AmendmentId::new).orElseThrow(PurchasesScreen::nothing);
        DecideAmendment.Choice choice = typed.word("choice", DecideAmendment.Choice.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose what is to be done.", "choice"));
        acts.decide().decide(staff.merchant(), question, choice, typed.text("note"));
        return back(id, "decided");
    }

    /** The purchase order as the supplier prints it. */
    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/paper")
    ResponseEntity<byte[]> paper(Staff staff, @PathVariable String id) {
        PurchaseOrderId purchase = id(id);
        return pdf(
                acts.papers().render(staff.merchant(), purchase, null),
                PurchaseOrderPapers.fileName(number(staff.merchant(), purchase)));
    }

    /** The slip that lies in its box. */
    @Does(Act.SEE_PURCHASES)
    @GetMapping(ONE + "/slip")
    ResponseEntity<byte[]> slip(Staff staff, @PathVariable String id) {
        PurchaseOrderId purchase = id(id);
        return pdf(
                acts.slips().render(staff.merchant(), purchase, PageSize.A4),
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

    private static ResponseEntity<String> back(String id, String done) {
        return Answer.seeOther(PurchaseListing.PATH + "/" + id(id).value() + "?done=" + done);
    }

    private static PurchaseOrderId id(String text) {
        return Typed.uuid(text).map(PurchaseOrderId::new).orElseThrow(PurchasesScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order.");
    }
}
