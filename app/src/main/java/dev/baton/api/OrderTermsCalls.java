package dev.baton.api;

import dev.baton.platform.Money;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AgreeOrderTerms;
import dev.baton.suppliers.OrderTerms;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Until when an order counts as of its day, who may carry, and the least an order is worth. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/order-terms")
@Tag(name = "Suppliers")
class OrderTermsCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final AgreeOrderTerms orderTerms;

    OrderTermsCalls(Tenancy tenancy, SupplierLookup suppliers, AgreeOrderTerms orderTerms) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.orderTerms = orderTerms;
    }

    /**
     * What is agreed about orders.
     *
     * @param cutOff in the supplier's zone; null = none
     * @param carriers codes of carriers Baton knows, else as written; null or empty = any
     * @param minimumOrder in the supplier's currency; null = none
     */
    record Agreed(
            @Nullable LocalTime cutOff,
            @Nullable List<String> carriers,
            @Nullable String minimumOrder) {

        static Agreed of(OrderTerms terms) {
            Money minimum = terms.minimum();
            return new Agreed(terms.cutOff(), terms.carriers(), minimum == null ? null : minimum.toDecimal());
        }

        OrderTerms stated(String currency) {
            return new OrderTerms(
                    cutOff,
                    carriers == null ? List.of() : carriers,
                    minimumOrder == null
                            ? null
                            : new Money(Amounts.minor("minimumOrder", minimumOrder, currency), currency));
        }
    }

    @Operation(summary = "Read a supplier's cut-off, carriers and minimum order")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping
    Agreed read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Agreed.of(
                        SupplierCalls.byCode(suppliers, caller.merchant(), code).orderTerms()));
    }

    @Operation(
            summary = "Agree a supplier's cut-off, carriers and minimum order",
            description =
                    "Replaces all three. An order from the cut-off of a working day on counts as of the next one. A parcel by"
                            + " another carrier is recorded all the same and opens a task. A purchase order under the minimum is"
                            + " sent as planned, and one task stands open for the supplier.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping
    Agreed agree(Caller caller, @PathVariable String code, @RequestBody Agreed body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierTerms supplier = SupplierCalls.byCode(suppliers, caller.merchant(), code);
            orderTerms.agree(caller.merchant(), supplier.id(), body.stated(supplier.currency()));
            return Agreed.of(
                    SupplierCalls.byCode(suppliers, caller.merchant(), code).orderTerms());
        });
    }
}
