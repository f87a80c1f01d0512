package dev.baton.console;

import dev.baton.console.SupplierViews.Form;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.shipping.ExampleSlips;
import dev.baton.suppliers.AgreeDigest;
import dev.baton.suppliers.AgreePriceTerms;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.DeclareClosure;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.KeepContacts;
import dev.baton.suppliers.PauseSupplier;
import dev.baton.suppliers.PriceTerms;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.StockCheckDays;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suppliers: the list, one whole, and what is agreed with them. */
@RestController
class SuppliersScreen {

    static final String PATH = "/console/suppliers";

    static final String ONE = PATH + "/{id:[0-9a-f-]{36}}";

    private final SupplierListing listing;
    private final SupplierSheet sheet;
    private final SupplierLookup suppliers;
    private final Acts acts;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    SuppliersScreen(
            SupplierListing listing,
            SupplierSheet sheet,
            SupplierLookup suppliers,
            Acts acts,
            Tenancy tenancy,
            StaffDesk desk,
            ListDesk lists) {
        this.listing = listing;
        this.sheet = sheet;
        this.suppliers = suppliers;
        this.acts = acts;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** What can be done about a supplier. */
    @Component
    record Acts(
            DefineSupplier define,
            PauseSupplier pause,
            DeclareClosure closures,
            SetAwayPolicy away,
            AgreePriceTerms prices,
            AgreeStockChecks checks,
            AgreeDigest digests,
            KeepContacts contacts,
            ExampleSlips slips,
            MerchantLookup merchants) {}

    @Does(Act.SEE_SUPPLIERS)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.SUPPLIERS,
                "Suppliers",
                "",
                "console/suppliers.jte",
                frame -> new SupplierViews.Suppliers(
                        lists.view(staff, typed, listing, frame), staff.may(Act.MANAGE_SUPPLIERS)));
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @GetMapping(PATH + "/new")
    ResponseEntity<String> fresh(Staff staff) {
        return fresh(staff, null);
    }

    private ResponseEntity<String> fresh(Staff staff, @Nullable Form again) {
        return desk.page(
                staff,
                StaffDesk.Place.SUPPLIERS,
                "Add a supplier",
                "",
                "console/supplier-new.jte",
                frame -> new SupplierViews.New(
                        frame,
                        again == null ? SupplierForm.fresh(acts.merchants().settings(staff.merchant())) : again));
    }

    /** Makes a supplier known; what the form does not ask is what most agree to. */
    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(PATH)
    ResponseEntity<String> create(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        try {
            SupplierId id = tenancy.inTransaction(merchant, () -> {
                Set<String> taken = suppliers.all(merchant).stream()
                        .map(SupplierTerms::code)
                        .collect(Collectors.toSet());
                return acts.define().define(merchant, SupplierForm.define(typed, taken));
            });
            return done(id, "created");
        } catch (Problem refused) {
            return refused(fresh(staff, SupplierForm.again(PATH, true, typed, refused)), refused);
        }
    }

    @Does(Act.SEE_SUPPLIERS)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id, Typed typed) {
        String notice = switch (typed.text("done")) {
            case "created" -> "The supplier is there. Add what it offers, and it gets orders.";
            case "changed" -> "Changed. What was sent already keeps what was agreed then.";
            case "paused" -> "Paused: it gets no new units and finishes what it has.";
            case "resumed" -> "It gets orders again.";
            case "away" -> "The days away are kept; its deadlines skip them.";
            case "back" -> "The days away are taken back.";
            case "asked" -> "Kept: it is asked for its stock on these days, and when something it has runs low.";
            case "not-asked" -> "It is not asked for its stock any more.";
            case "digest" -> "Kept. It counts from its next working morning on.";
            case "contacts" -> "Kept. They stand beside whatever waits for this supplier.";
            case "orders" -> "Kept; it counts for what is ordered and shipped from now on.";
            case "returns" -> "Kept.";
            case "prices" -> "Kept; it counts for answers from now on.";
            case "policy" -> "Kept; it counts for what is planned from now on.";
            default -> Done.sentence(typed);
        };
        return show(staff, id(id), notice, null);
    }

    private ResponseEntity<String> show(Staff staff, SupplierId id, String notice, @Nullable Form again) {
        return desk.page(
                staff,
                StaffDesk.Place.SUPPLIERS,
                "Supplier",
                notice,
                "console/supplier.jte",
                frame -> sheet.of(
                        staff, terms(staff.merchant(), id), new SupplierSheet.Again(again, null, null), frame));
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE)
    ResponseEntity<String> change(Staff staff, @PathVariable String id, Typed typed) {
        SupplierId supplier = id(id);
        MerchantId merchant = staff.merchant();
        try {
            tenancy.run(
                    merchant,
                    () -> acts.define().define(merchant, SupplierForm.change(typed, terms(merchant, supplier))));
            return done(supplier, "changed");
        } catch (Problem refused) {
            Form again = SupplierForm.again(PATH + "/" + supplier.value(), false, typed, refused);
            return refused(show(staff, supplier, "", again), refused);
        }
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/pause")
    ResponseEntity<String> pause(Staff staff, @PathVariable String id, Typed typed) {
        acts.pause().pause(staff.merchant(), id(id), typed.text("reason"));
        return done(id(id), "paused");
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/resume")
    ResponseEntity<String> resume(Staff staff, @PathVariable String id) {
        acts.pause().resume(staff.merchant(), id(id));
        return done(id(id), "resumed");
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/closures")
    ResponseEntity<String> close(Staff staff, @PathVariable String id, Typed typed) {
        acts.closures()
                .declare(
                        staff.merchant(),
                        id(id),
                        new DeclareClosure.Absence(day(typed, "first"), day(typed, "last"), typed.text("note")));
        return done(id(id), "away");
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/closures/withdraw")
    ResponseEntity<String> reopen(Staff staff, @PathVariable String id, Typed typed) {
        UUID closure = typed.id("closure").orElseThrow(SuppliersScreen::nothing);
        acts.closures().withdraw(staff.merchant(), id(id), closure);
        return done(id(id), "back");
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/away")
    ResponseEntity<String> away(Staff staff, @PathVariable String id, Typed typed) {
        AwayPolicy.Kind kind = typed.word("policy", AwayPolicy.Kind.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose what is to happen.", "policy"));
        int days = kind == AwayPolicy.Kind.REROUTE ? days(typed) : 0;
        terms(staff.merchant(), id(id));
        acts.away().set(staff.merchant(), id(id), new AwayPolicy(kind, days));
        return done(id(id), "policy");
    }

    /** Agrees by how much it may answer dearer than it was asked. */
    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/prices")
    ResponseEntity<String> prices(Staff staff, @PathVariable String id, Typed typed) {
        PriceTerms.AtDeadline policy = typed.word("atDeadline", PriceTerms.AtDeadline.values())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose what is to happen.", "atDeadline"));
        terms(staff.merchant(), id(id));
        acts.prices()
                .agree(
                        staff.merchant(),
                        id(id),
                        new PriceTerms(
                                Math.toIntExact(decimal(typed, "percent", 2)),
                                typed.text("amount").isEmpty() ? null : decimal(typed, "amount", 6),
                                policy));
        return done(id(id), "prices");
    }

    /** A number a person typed, with a point or a comma, in units of its last decimal. */
    private static long decimal(Typed typed, String field, int decimals) {
        try {
            return new BigDecimal(typed.text(field).replace(',', '.'))
                    .movePointRight(decimals)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException none) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "Give a number with at most " + decimals + " decimals, such as 2.5.",
                    field);
        }
    }

    /** Keeps whom staff reach there, a line each. */
    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/contacts")
    ResponseEntity<String> contacts(Staff staff, @PathVariable String id, Typed typed) {
        acts.contacts().keep(staff.merchant(), id(id), AgreedRows.contacts(typed.text("contacts")));
        return done(id(id), "contacts");
    }

    /** Agrees when it is asked by mail how many it has; no days: it is not. */
    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/stock-checks")
    ResponseEntity<String> ask(Staff staff, @PathVariable String id, Typed typed) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        typed.all("days")
                .forEach(day -> Stream.of(DayOfWeek.values())
                        .filter(each -> each.name().equals(day))
                        .forEach(days::add));
        terms(staff.merchant(), id(id));
        acts.checks().agree(staff.merchant(), id(id), days.isEmpty() ? null : new StockCheckDays(days, time(typed)));
        return done(id(id), days.isEmpty() ? "not-asked" : "asked");
    }

    /** Agrees whether it is mailed each working morning what is open. */
    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(ONE + "/digest")
    ResponseEntity<String> digest(Staff staff, @PathVariable String id, Typed typed) {
        acts.digests().agree(staff.merchant(), id(id), typed.text("digest").equals("yes"));
        return done(id(id), "digest");
    }

    private static LocalTime time(Typed typed) {
        try {
            return LocalTime.parse(typed.text("at"));
        } catch (DateTimeException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give a time as 09:00, by the supplier's clock.", "at");
        }
    }

    /** How the slip in its boxes looks, of nobody's order. */
    @Does(Act.SEE_SUPPLIERS)
    @GetMapping(PATH + "/slip")
    ResponseEntity<byte[]> slip(Staff staff, Typed typed) {
        return PurchasesScreen.pdf(
                acts.slips().render(staff.merchant(), typed.text("brand"), PageSize.A4), "example-slip.pdf");
    }

    private static int days(Typed typed) {
        try {
            return Integer.parseInt(typed.text("days"));
        } catch (NumberFormatException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give the days as a whole number.", "days");
        }
    }

    private static LocalDate day(Typed typed, String field) {
        try {
            return LocalDate.parse(typed.text(field));
        } catch (DateTimeException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give a day as 2026-03-02.", field);
        }
    }

    private SupplierTerms terms(MerchantId merchant, SupplierId id) {
        SupplierTerms terms = tenancy.inTransaction(merchant, () -> suppliers.terms(merchant, List.of(id)))
                .get(id);
        if (terms == null) {
            throw nothing();
        }
        return terms;
    }

    static ResponseEntity<String> done(SupplierId id, String what) {
        return Answer.seeOther(PATH + "/" + id.value() + "?done=" + what);
    }

    static ResponseEntity<String> refused(ResponseEntity<String> page, Problem refused) {
        return ResponseEntity.status(refused.code().status())
                .contentType(Answer.HTML)
                .body(page.getBody());
    }

    private static SupplierId id(String text) {
        return Typed.uuid(text).map(SupplierId::new).orElseThrow(SuppliersScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such supplier.");
    }
}
