package dev.baton.purchasing;

import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.Map;

/** When a supplier owes an answer: so many of its own working hours after it was told. */
final class Deadlines {

    private Deadlines() {}

    static Instant after(Instant told, SupplierTerms terms) {
        return terms.hours().plusWorkingHours(told, terms.ackHours(), terms.zone());
    }

    static SupplierTerms of(Map<SupplierId, SupplierTerms> terms, SupplierId supplier) {
        SupplierTerms agreed = terms.get(supplier);
        if (agreed == null) {
            throw new IllegalStateException("no terms of supplier " + supplier.value());
        }
        return agreed;
    }
}
