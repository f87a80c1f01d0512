package dev.baton.api;

import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of new demand while a supplier is away. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/away-policy")
@Tag(name = "Suppliers")
class AwayPolicyCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final SetAwayPolicy policies;

    AwayPolicyCalls(Tenancy tenancy, SupplierLookup suppliers, SetAwayPolicy policies) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.policies = policies;
    }

    /** Meanings as in {@link AwayPolicy}; {@code fasterDays} null = none. */
    record Policy(AwayPolicy.Kind policy, @Nullable Integer fasterDays) {

        static Policy of(AwayPolicy policy) {
            return new Policy(policy.kind(), policy.kind() == AwayPolicy.Kind.REROUTE ? policy.fasterDays() : null);
        }
    }

    @Operation(summary = "Read what becomes of new demand while a supplier is away")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping
    Policy read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierId supplier =
                    SupplierCalls.byCode(suppliers, caller.merchant(), code).id();
            return Policy.of(
                    policies.of(caller.merchant(), List.of(supplier)).getOrDefault(supplier, AwayPolicy.LATER));
        });
    }

    @Operation(
            summary = "Say what becomes of new demand while a supplier is away",
            description = "LATER: it goes there and ships when the supplier is back. REROUTE: another gets it where one"
                    + " hands over fasterDays sooner. STOP: it does not go there.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping
    Policy set(Caller caller, @PathVariable String code, @RequestBody Policy body) {
        @Nullable Integer fasterDays = body.fasterDays();
        AwayPolicy wanted = new AwayPolicy(body.policy(), fasterDays == null ? 0 : fasterDays);
        tenancy.run(
                caller.merchant(),
                () -> policies.set(
                        caller.merchant(),
                        SupplierCalls.byCode(suppliers, caller.merchant(), code).id(),
                        wanted));
        return Policy.of(wanted);
    }
}
