package dev.baton.api;

import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.util.Map;

/** Suppliers as the API names them: by the merchant's code. */
final class Suppliers {

    private Suppliers() {}

    static String code(Map<SupplierId, SupplierTerms> terms, SupplierId supplier) {
        SupplierTerms known = terms.get(supplier);
        return known == null ? supplier.value().toString() : known.code();
    }
}
