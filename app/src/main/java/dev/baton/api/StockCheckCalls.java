package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.StockCheckDays;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When suppliers without a feed are asked by mail how many they have. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/stock-checks")
@Tag(name = "Suppliers")
class StockCheckCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final AgreeStockChecks checks;
    private final Clock clock;

    StockCheckCalls(Tenancy tenancy, SupplierLookup suppliers, AgreeStockChecks checks, Clock clock) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.checks = checks;
        this.clock = clock;
    }

    /** Days of the week and a time in the supplier's zone; no days = it is not asked. */
    record Wanted(List<DayOfWeek> days, @Nullable LocalTime at) {}

    /** What is agreed; {@code nextAt} is null when the supplier is not asked. */
    record Agreed(
            List<DayOfWeek> days,
            @Nullable LocalTime at,
            @Nullable Instant nextAt) {}

    @Operation(summary = "Read when a supplier is asked for its stock")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.STOCK})
    @GetMapping
    Agreed read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(), () -> agreed(caller, SupplierCalls.byCode(suppliers, caller.merchant(), code)));
    }

    @Operation(
            summary = "Agree when a supplier is asked for its stock",
            description = "On these days, where it works on them, it gets a mail with a link to a page of its items. No"
                    + " days: it is not asked.")
    @Needs({Scope.SUPPLIERS, Scope.STOCK})
    @PutMapping
    Agreed agree(Caller caller, @PathVariable String code, @RequestBody Wanted body) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(body.days());
        @Nullable LocalTime at = body.at();
        if (!days.isEmpty() && at == null) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "at is missing: name a time in the supplier's zone, such as 09:00.",
                    "at");
        }
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierTerms supplier = SupplierCalls.byCode(suppliers, caller.merchant(), code);
            checks.agree(
                    caller.merchant(),
                    supplier.id(),
                    days.isEmpty() || at == null ? null : new StockCheckDays(days, at));
            return agreed(caller, supplier);
        });
    }

    private Agreed agreed(Caller caller, SupplierTerms supplier) {
        Optional<StockCheckDays> known = checks.agreed(caller.merchant(), supplier.id());
        return new Agreed(
                known.map(each -> List.copyOf(new TreeSet<>(each.days()))).orElse(List.of()),
                known.map(StockCheckDays::at).orElse(null),
                known.flatMap(each -> each.after(clock.instant(), supplier)).orElse(null));
    }
}
