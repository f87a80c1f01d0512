package dev.baton.api;

import dev.baton.orders.ReleaseKnown;
import dev.baton.orders.ReleasedOrder;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prints what a release of many orders came to. */
@Component
class ReleasePrinter {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;

    ReleasePrinter(Tenancy tenancy, SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
    }

    /** Opens or joins a transaction. */
    ReleaseBody print(MerchantId merchant, ReleaseKnown.Outcome outcome) {
        Set<SupplierId> named = outcome.orders().stream()
                .flatMap(order -> order.lines().stream())
                .flatMap(line -> line.shipped().stream())
                .map(ReleasedOrder.Units::supplier)
                .collect(Collectors.toSet());
        return tenancy.inTransaction(merchant, () -> ReleaseBody.of(outcome, suppliers.terms(merchant, named)));
    }
}
