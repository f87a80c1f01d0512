package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AgreeReturnTerms;
import dev.baton.suppliers.ReturnTerms;
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

/** On what terms a supplier takes goods back. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/return-terms")
@Tag(name = "Suppliers")
class ReturnTermsCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final AgreeReturnTerms returnTerms;

    ReturnTermsCalls(Tenancy tenancy, SupplierLookup suppliers, AgreeReturnTerms returnTerms) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.returnTerms = returnTerms;
    }

    /**
     * What is agreed about returns.
     *
     * @param days after delivery; 0 = it takes nothing back
     * @param restockingPercent of the goods' cost that it keeps, such as {@code "15"}; null = nothing
     * @param address in lines, as on a parcel; null = not agreed
     */
    record Returns(
            Integer days,
            ReturnTerms.Payer paidBy,
            @Nullable String restockingPercent,
            @Nullable String address,
            @Nullable String note) {

        static Returns of(ReturnTerms terms) {
            return new Returns(
                    terms.days(),
                    terms.paidBy(),
                    Objects.requireNonNull(Amounts.ofBps(terms.restockingBps())),
                    terms.address(),
                    terms.note());
        }

        ReturnTerms stated() {
            Integer bps = Amounts.bps("restockingPercent", restockingPercent);
            return new ReturnTerms(days, paidBy, bps == null ? 0 : bps, address, note);
        }
    }

    @Operation(summary = "Read on what terms a supplier takes goods back", description = "404 where nothing is agreed.")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping
    Returns read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> returnTerms
                        .of(
                                caller.merchant(),
                                SupplierCalls.byCode(suppliers, caller.merchant(), code)
                                        .id())
                        .map(Returns::of)
                        .orElseThrow(() -> new Problem(
                                CommonProblem.NOT_FOUND, "Nothing is agreed with " + code + " about returns.")));
    }

    @Operation(
            summary = "Agree on what terms a supplier takes goods back",
            description = "Replaces the whole of them. paidBy says who pays for the way back; 0 days: it takes nothing"
                    + " back.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping
    Returns agree(Caller caller, @PathVariable String code, @RequestBody Returns body) {
        ReturnTerms wanted = body.stated();
        tenancy.run(
                caller.merchant(),
                () -> returnTerms.agree(
                        caller.merchant(),
                        SupplierCalls.byCode(suppliers, caller.merchant(), code).id(),
                        wanted));
        return Returns.of(wanted);
    }
}
