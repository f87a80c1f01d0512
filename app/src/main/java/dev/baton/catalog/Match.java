package dev.baton.catalog;

/**
 * A SKU that something outside the catalogue may be.
 *
 * @param likeness of the titles, the outside one first; 100 without a word where code or barcode are the same
 */
public record Match(SkuId sku, String code, String title, Reason reason, Likeness likeness) {

    /** Why it is suggested, from the surest to the least sure. */
    public enum Reason {
        /** The numbers under the barcodes are the same. */
        SAME_GTIN,
        /** The codes are the same but for signs between letters and digits, and case. */
        SAME_CODE,
        /** The codes are the same and the numbers under the barcodes are not: mostly two things; never taken without a person. */
        CODE_NOT_GTIN,
        /** The titles are alike; never taken without a person. */
        SIMILAR_TITLE
    }

    /** Whether it may be taken without a person's look at it. */
    public boolean sure() {
        return switch (reason) {
            case SAME_GTIN, SAME_CODE -> true;
            case CODE_NOT_GTIN, SIMILAR_TITLE -> false;
        };
    }
}
