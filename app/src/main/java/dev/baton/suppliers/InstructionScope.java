package dev.baton.suppliers;

/** What standing instructions hang on. */
public enum InstructionScope {
    /** A supplier, by its code: on everything it is asked to ship. Part of its agreed terms. */
    SUPPLIER,
    /** A product, by the merchant's SKU: wherever it is shipped from. */
    PRODUCT,
    /** A brand, by its code: on everything its stores sell. */
    BRAND
}
