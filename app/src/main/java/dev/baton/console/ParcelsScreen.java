package dev.baton.console;

import dev.baton.console.OrderViews.Scan;
import dev.baton.console.ParcelViews.Before;
import dev.baton.console.ParcelViews.Coded;
import dev.baton.console.ParcelViews.Goods;
import dev.baton.console.ParcelViews.Lost;
import dev.baton.console.ParcelViews.Parcel;
import dev.baton.console.ParcelViews.Tracked;
import dev.baton.console.PurchaseViews.Party;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.pdf.PageSize;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.CorrectNumber;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.PackingSlips;
import dev.baton.shipping.ParcelBoard;
import dev.baton.shipping.ParcelCorrections;
import dev.baton.shipping.ParcelLabel;
import dev.baton.shipping.ParcelLabels;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.Sscc;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.LostParcels.Verdict;
import dev.baton.tracking.TrackingLookup;
import dev.baton.tracking.TrackingLookup.ParcelStory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parcels: the list, and one with its way so far. */
@RestController
class ParcelsScreen {

    private final ParcelListing listing;
    private final Readers readers;
    private final CorrectNumber correctNumber;
    private final StaffDesk desk;
    private final ListDesk lists;

    ParcelsScreen(ParcelListing listing, Readers readers, CorrectNumber correctNumber, StaffDesk desk, ListDesk lists) {
        this.listing = listing;
        this.readers = readers;
        this.correctNumber = correctNumber;
        this.desk = desk;
        this.lists = lists;
    }

    /** Where a parcel and what is in it are read. */
    @Component
    record Readers(
            ParcelBoard parcels,
            ParcelCorrections corrections,
            ShipmentLookup shipments,
            TrackingLookup tracking,
            LostParcels lost,
            JudgeLost judge,
            PurchaseOrderLookup purchases,
            SupplierLookup suppliers,
            PackingSlips slips,
            ParcelLabels labels) {}

    @Does(Act.SEE_PARCELS)
    @GetMapping(ParcelListing.PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, "");
    }

    @Does(Act.SEE_PARCELS)
    @GetMapping(ParcelListing.PATH + "/{id}")
    ResponseEntity<String> show(Staff staff, @PathVariable String id, Typed typed) {
        PackageId parcel = id(id);
        return desk.page(
                staff,
                StaffDesk.Place.PARCELS,
                "Parcel",
                Done.sentence(typed),
                "console/parcel.jte",
                frame -> parcel(staff, parcel, frame));
    }

    /** The slip of what is in it. */
    @Does(Act.SEE_PARCELS)
    @GetMapping(ParcelListing.PATH + "/{id}/slip")
    ResponseEntity<byte[]> slip(Staff staff, @PathVariable String id, Typed typed) {
        PackageId parcel = id(id);
        PageSize size = PageSize.of(typed.text("size")).orElse(PageSize.A4);
        Printed printed = desk.inTransaction(staff.merchant(), () -> {
            ParcelBoard.Row row =
                    readers.parcels().find(staff.merchant(), parcel).orElseThrow(ParcelsScreen::nothing);
            return new Printed(
                    readers.purchases()
                            .find(staff.merchant(), row.purchaseOrder())
                            .orElseThrow(ParcelsScreen::nothing),
                    readers.slips().numberOf(staff.merchant(), row.purchaseOrder(), parcel));
        });
        return PurchasesScreen.pdf(
                readers.slips().render(staff.merchant(), printed.of().id(), printed.parcel(), size),
                PackingSlips.fileName(printed.of().number(), printed.parcel()));
    }

    private record Printed(PurchaseOrderView of, int parcel) {}

    /** Its label with the SSCC. */
    @Does(Act.SEE_PARCELS)
    @GetMapping(ParcelListing.PATH + "/{id}/label")
    ResponseEntity<byte[]> label(Staff staff, @PathVariable String id) {
        PackageId parcel = id(id);
        return PurchasesScreen.pdf(
                readers.labels().render(staff.merchant(), parcel), "parcel-" + parcel.value() + "-label.pdf");
    }

    /** Its units count as lost. */
    @Does(Act.JUDGE_PARCELS)
    @PostMapping(ParcelListing.PATH + "/{id}/lost")
    ResponseEntity<String> lose(Staff staff, @PathVariable String id, Typed typed) {
        Because because = typed.word("because", Because.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose how you know.", "because"));
        String note = typed.text("note");
        readers.judge().lose(staff.merchant(), id(id), because, note.isEmpty() ? null : note);
        return Done.LOST.at(path(id(id)));
    }

    /** It turned up. */
    @Does(Act.JUDGE_PARCELS)
    @PostMapping(ParcelListing.PATH + "/{id}/found")
    ResponseEntity<String> find(Staff staff, @PathVariable String id) {
        readers.judge().find(staff.merchant(), id(id));
        return Done.FOUND.at(path(id(id)));
    }

    private static PackageId id(String text) {
        return Typed.uuid(text).map(PackageId::new).orElseThrow(ParcelsScreen::nothing);
    }

    @Does(Act.CORRECT_PARCEL)
    @PostMapping(ParcelListing.PATH + "/{id}/number")
    ResponseEntity<String> correct(Staff staff, @PathVariable String id, Typed typed) {
        PackageId parcel = id(id);
        boolean corrected = correctNumber.correct(
                staff.merchant(),
                parcel,
                new CorrectNumber.NewNumber(typed.text("carrier"), typed.text("trackingNumber"), typed.text("reason")));
        return (corrected ? Done.CORRECTED : Done.CORRECT_ALREADY).at(path(parcel));
    }

    private static String path(PackageId parcel) {
        return ParcelListing.PATH + "/" + parcel.value();
    }

    private Tracked number(Staff staff, ParcelBoard.Row row, boolean delivered) {
        boolean may = !delivered && staff.may(Act.CORRECT_PARCEL);
        return new Tracked(
                may ? path(row.id()) + "/number" : "",
                row.carrierSaid(),
                row.trackingNumber(),
                readers.corrections().of(staff.merchant(), row.id()).reversed().stream()
                        .map(each -> new Before(
                                (each.carrier() + " " + each.trackingNumber()).strip(),
                                each.reason(),
                                each.correctedAt()))
                        .toList());
    }

    private String place(MerchantId merchant, ParcelBoard.Row row) {
        int parcels = readers.shipments().ofPurchaseOrder(merchant, row.purchaseOrder()).stream()
                .mapToInt(shipment -> shipment.packages().size())
                .sum();
        return parcels == 1
                ? "the only parcel so far"
                : "parcel " + readers.slips().numberOf(merchant, row.purchaseOrder(), row.id()) + " of " + parcels;
    }

    private Parcel parcel(Staff staff, PackageId id, Frame frame) {
        MerchantId merchant = staff.merchant();
        Verdict verdict = readers.lost().of(merchant, List.of(id)).get(id);
        ParcelBoard.Row row = readers.parcels().find(merchant, id).orElseThrow(ParcelsScreen::nothing);
        PurchaseOrderView purchase =
                readers.purchases().find(merchant, row.purchaseOrder()).orElseThrow(ParcelsScreen::nothing);
        ParcelStory story = readers.tracking().stories(merchant, List.of(id)).get(id);
        SupplierTerms supplier =
                readers.suppliers().terms(merchant, List.of(row.supplier())).get(row.supplier());
        boolean delivered = story != null && story.deliveredAt() != null;
        LocalDate expected = verdict != null || story == null ? null : story.expected();
        return new Parcel(
                frame,
                row.trackingNumber().isEmpty() ? row.reference() : row.trackingNumber(),
                place(merchant, row),
                OrderBusiness.carrier(row.carrierCode(), row.carrierSaid()),
                row.trackingUrl(),
                verdict != null ? OrderMarks.LOST : OrderMarks.parcel(story == null ? null : story.status()),
                expected != null && expected.isBefore(frame.moments().today()),
                new Party(
                        "Order " + purchase.storeOrderName(),
                        OrdersScreen.PATH + "/" + row.salesOrder().value()),
                new Party(
                        purchase.number(),
                        PurchaseListing.PATH + "/" + row.purchaseOrder().value()),
                new Party(
                        supplier == null ? "a supplier that left" : supplier.name(),
                        SuppliersScreen.PATH + "/" + row.supplier().value()),
                row.reference(),
                row.shippedAt(),
                expected,
                story == null ? null : story.deliveredAt(),
                row.remark(),
                number(staff, row, delivered),
                row.weightGrams() == null ? null : row.weightGrams() + " g",
                sscc(row)
                        .map(code -> new Coded(code.shown(), ParcelLabel.barcode(code), path(id) + "/label"))
                        .orElse(null),
                goods(merchant, id, purchase),
                story == null
                        ? List.of()
                        : story.scans().stream()
                                .map(scan -> new Scan(
                                        scan.occurredAt(),
                                        scan.text() == null
                                                ? OrderMarks.parcel(scan.code()).word()
                                                : scan.text(),
                                        Objects.requireNonNullElse(scan.place(), "")))
                                .toList(),
                verdict == null ? null : new Lost(verdict.lostAt(), why(verdict)),
                verdict == null && !delivered && staff.may(Act.JUDGE_PARCELS),
                verdict != null && staff.may(Act.JUDGE_PARCELS),
                ParcelListing.PATH + "/" + id.value());
    }

    private static Optional<Sscc> sscc(ParcelBoard.Row row) {
        return Optional.ofNullable(row.sscc()).map(Sscc::new);
    }

    private static String why(Verdict verdict) {
        String because = switch (verdict.because()) {
            case CARRIER -> "the carrier says so";
            case SILENCE -> "nothing was heard of it for too long";
            case CUSTOMER -> "the customer says that it did not come";
        };
        return verdict.note() == null ? because : because + ": " + verdict.note();
    }

    private List<Goods> goods(MerchantId merchant, PackageId id, PurchaseOrderView purchase) {
        Map<Integer, PurchaseOrderLine> lines =
                purchase.lines().stream().collect(Collectors.toMap(PurchaseOrderLine::line, Function.identity()));
        return readers.shipments().contents(merchant, List.of(id)).getOrDefault(id, List.of()).stream()
                .map(each -> {
                    PurchaseOrderLine line = lines.get(each.line());
                    return new Goods(
                            each.quantity() + each.excess(),
                            line == null ? "Line " + each.line() : line.title(),
                            line == null ? "" : line.merchantSku(),
                            each.excess());
                })
                .toList();
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such parcel.");
    }
}
