package dev.baton.catalog;

/**
 * A SKU that something outside the catalogue may be.
 *
 * @param likeness of the titles in per cent; 100 where code or barcode are the same
 */
public record Match(SkuId sku, String code, String title, Reason reason, int likeness) {

    /** Why it is suggested, from the surest to the least sure. */
    public enum Reason {
        /** The numbers under the barcodes are the same. */
        SAME_GTIN,
        /** The codes are the same but for signs between letters and digits, and case. */
        SAME_CODE,
        /** The titles are alike. */
        SIMILAR_TITLE
    }
}
