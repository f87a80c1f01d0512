package dev.baton.world.reading;

/**
 * Something that is not as it should be in what Baton wrote.
 *
 * @param what its sort in two or three words, such as {@code wrong content}
 * @param words one sentence that says what was found where
 */
public record Flaw(String what, String words) {

    /** A document says something else than the order, or than its sister. */
    static final String CONTENT = "wrong content";

    /** A packing slip shows what the customer must not see. */
    static final String PRICE = "slip shows price";

    /** Something of another brand. */
    static final String BRAND = "wrong brand";
}
