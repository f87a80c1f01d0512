package dev.baton.platform.links;

/** What a link is for; one made for one purpose opens nothing else. */
public enum LinkPurpose {
    /** A supplier looks at one purchase order and answers it. */
    PURCHASE_ORDER('p'),
    /** A supplier looks at all its open purchase orders; made from a fresh code. */
    SUPPLIER_ORDERS('s'),
    /** A supplier says whether one of its stock files is right. */
    STOCK_FILE('f'),
    /** A supplier says how many it has of each of its items. */
    STOCK_CHECK('c'),
    /** A customer follows one order. */
    TRACKING('o');

    private final char code;

    LinkPurpose(char code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }
}
