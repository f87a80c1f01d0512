package dev.baton.api;

import dev.baton.merchants.Keys;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.PauseSupplier;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Suppliers, their terms and their keys. */
@RestController
@RequestMapping("/api/v1/suppliers")
@Tag(name = "Suppliers")
class SupplierCalls {

    private final Tenancy tenancy;
    private final SupplierLookup lookup;
    private final DefineSupplier defineSupplier;
    private final PauseSupplier pauseSupplier;
    private final Keys keys;

    SupplierCalls(
            Tenancy tenancy,
            SupplierLookup lookup,
            DefineSupplier defineSupplier,
            PauseSupplier pauseSupplier,
            Keys keys) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.defineSupplier = defineSupplier;
        this.pauseSupplier = pauseSupplier;
        this.keys = keys;
    }

    record Defined(String id, String code) {}

    /** A supplier in a list; {@code pauseReason} is null unless it is paused. */
    record Row(
            String id,
            String code,
            String name,
            String currency,
            String country,
            boolean live,
            boolean paused,
            @Nullable String pauseReason) {

        static Row of(SupplierTerms terms) {
            return new Row(
                    terms.id().value().toString(),
                    terms.code(),
                    terms.name(),
                    terms.currency(),
                    terms.country(),
                    terms.live(),
                    terms.paused(),
                    terms.pauseReason());
        }
    }

    record Rows(List<Row> items) {}

    record KeyName(String name) {}

    /** The key is shown this once. */
    record MadeKey(String id, String key) {}

    record Reason(String reason) {}

    @Operation(summary = "List the suppliers")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping
    Rows list(Caller caller) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> new Rows(
                        lookup.all(caller.merchant()).stream().map(Row::of).toList()));
    }

    @Operation(summary = "Define a supplier", description = "Creates it or replaces all its terms; a pause stays.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping("/{code}")
    Defined define(Caller caller, @PathVariable String code, @RequestBody SupplierBody body) {
        var id = defineSupplier.define(caller.merchant(), body.stated(code));
        return new Defined(id.value().toString(), code);
    }

    @Operation(summary = "Make a key for a supplier", description = "The key is shown once and stored nowhere.")
    @Needs(Scope.SUPPLIERS)
    @PostMapping("/{code}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    MadeKey makeKey(Caller caller, @PathVariable String code, @RequestBody KeyName body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierTerms supplier = byCode(lookup, caller.merchant(), code);
            var made = keys.create(
                    caller.merchant(),
                    body.name(),
                    Set.of(Keys.SUPPLIER_SCOPE),
                    supplier.id().value());
            return new MadeKey(made.keyId().toString(), made.key());
        });
    }

    @Operation(summary = "Give the supplier no new units", description = "What it already has, it finishes.")
    @Needs(Scope.SUPPLIERS)
    @PostMapping("/{code}/pause")
    Row pause(Caller caller, @PathVariable String code, @RequestBody Reason body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierTerms supplier = byCode(lookup, caller.merchant(), code);
            pauseSupplier.pause(caller.merchant(), supplier.id(), body.reason());
            return Row.of(byCode(lookup, caller.merchant(), code));
        });
    }

    @Operation(summary = "Let the supplier take new units again")
    @Needs(Scope.SUPPLIERS)
    @PostMapping("/{code}/resume")
    Row resume(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierTerms supplier = byCode(lookup, caller.merchant(), code);
            pauseSupplier.resume(caller.merchant(), supplier.id());
            return Row.of(byCode(lookup, caller.merchant(), code));
        });
    }

    /** @throws Problem NOT_FOUND with the way out */
    static SupplierTerms byCode(SupplierLookup lookup, MerchantId merchant, String code) {
        return lookup.byCode(merchant, code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no supplier " + code + ": define it by PUT /api/v1/suppliers/" + code + "."));
    }
}
