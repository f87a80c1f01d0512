package dev.baton.api;

import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AgreePriceTerms;
import dev.baton.suppliers.PriceTerms;
import dev.baton.suppliers.SupplierLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By how much a supplier may answer dearer than it was asked. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/price-terms")
@Tag(name = "Suppliers")
class PriceTermsCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final AgreePriceTerms priceTerms;

    PriceTermsCalls(Tenancy tenancy, SupplierLookup suppliers, AgreePriceTerms priceTerms) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.priceTerms = priceTerms;
    }

    /**
     * What is agreed about other costs.
     *
     * @param tolerancePercent of the cost asked, such as {@code "2.5"}
     * @param toleranceAmount at most that much a unit besides, in the supplier's currency; null = the share alone
     */
    record Tolerance(String tolerancePercent, @Nullable String toleranceAmount, PriceTerms.AtDeadline atDeadline) {

        static Tolerance of(PriceTerms terms) {
            Long amount = terms.toleranceMicros();
            return new Tolerance(
                    Objects.requireNonNull(Amounts.ofBps(terms.toleranceBps())),
                    amount == null ? null : Amounts.ofMicros(amount),
                    terms.atDeadline());
        }
    }

    @Operation(summary = "Read by how much a supplier may answer dearer than it was asked")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping
    Tolerance read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Tolerance.of(priceTerms.of(
                        caller.merchant(),
                        SupplierCalls.byCode(suppliers, caller.merchant(), code).id())));
    }

    @Operation(
            summary = "Agree by how much a supplier may answer dearer than it was asked",
            description =
                    "Both limits must hold where both are given; a lower cost is always taken. atDeadline says what"
                            + " becomes of more than that when nobody decides in time. ASK: a person is asked again. REFUSE: the"
                            + " purchase order keeps its cost. ACCEPT: it is accepted.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping
    Tolerance agree(Caller caller, @PathVariable String code, @RequestBody Tolerance body) {
        String amount = body.toleranceAmount();
        PriceTerms wanted = new PriceTerms(
                Objects.requireNonNull(Amounts.bps("tolerancePercent", body.tolerancePercent())),
                amount == null ? null : Amounts.micros("toleranceAmount", amount),
                body.atDeadline());
        tenancy.run(
                caller.merchant(),
                () -> priceTerms.agree(
                        caller.merchant(),
                        SupplierCalls.byCode(suppliers, caller.merchant(), code).id(),
                        wanted));
        return Tolerance.of(wanted);
    }
}
