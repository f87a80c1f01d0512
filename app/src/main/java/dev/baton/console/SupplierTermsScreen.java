package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AgreeOrderTerms;
import dev.baton.suppliers.AgreeReturnTerms;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is agreed with a supplier about orders and returns; a form that cannot be comes back on the supplier's page. */
@RestController
class SupplierTermsScreen {

    private final SupplierSheet sheet;
    private final SupplierLookup suppliers;
    private final AgreeOrderTerms orderTerms;
    private final AgreeReturnTerms returnTerms;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    SupplierTermsScreen(
            SupplierSheet sheet,
            SupplierLookup suppliers,
            AgreeOrderTerms orderTerms,
            AgreeReturnTerms returnTerms,
            Tenancy tenancy,
            StaffDesk desk) {
        this.sheet = sheet;
        this.suppliers = suppliers;
        this.orderTerms = orderTerms;
        this.returnTerms = returnTerms;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(SuppliersScreen.ONE + "/orders")
    ResponseEntity<String> orders(Staff staff, @PathVariable String id, Typed typed) {
        SupplierTerms terms = terms(staff.merchant(), id);
        try {
            orderTerms.agree(staff.merchant(), terms.id(), SupplierTermsForms.orders(typed, terms.currency()));
            return SuppliersScreen.done(terms.id(), "orders");
        } catch (Problem refused) {
            return again(
                    staff,
                    terms,
                    new SupplierSheet.Again(null, SupplierTermsForms.ordersAgain(typed, refused), null),
                    refused);
        }
    }

    @Does(Act.MANAGE_SUPPLIERS)
    @PostMapping(SuppliersScreen.ONE + "/returns")
    ResponseEntity<String> returns(Staff staff, @PathVariable String id, Typed typed) {
        SupplierTerms terms = terms(staff.merchant(), id);
        try {
            returnTerms.agree(staff.merchant(), terms.id(), SupplierTermsForms.returns(typed));
            return SuppliersScreen.done(terms.id(), "returns");
        } catch (Problem refused) {
            return again(
                    staff,
                    terms,
                    new SupplierSheet.Again(null, null, SupplierTermsForms.returnsAgain(typed, refused)),
                    refused);
        }
    }

    private ResponseEntity<String> again(Staff staff, SupplierTerms terms, SupplierSheet.Again again, Problem refused) {
        return SuppliersScreen.refused(
                desk.page(
                        staff,
                        StaffDesk.Place.SUPPLIERS,
                        "Supplier",
                        "",
                        "console/supplier.jte",
                        frame -> sheet.of(staff, terms, again, frame)),
                refused);
    }

    private SupplierTerms terms(MerchantId merchant, String id) {
        SupplierId supplier = Typed.uuid(id).map(SupplierId::new).orElseThrow(SupplierTermsScreen::nothing);
        SupplierTerms terms = tenancy.inTransaction(merchant, () -> suppliers.terms(merchant, List.of(supplier)))
                .get(supplier);
        if (terms == null) {
            throw nothing();
        }
        return terms;
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such supplier.");
    }
}
