package dev.baton.catalog;

/** What a row of a price list comes to. */
public enum PriceOutcome {
    /** Its cost, or its pack or lead time, holds now. */
    APPLIED,
    /** Its cost holds from its day on. */
    PLANNED,
    /** Its cost jumped: the one before holds until a person decides. */
    WAITING,
    /** It says what was known. */
    UNCHANGED,
    /** Its item is no offer yet and is kept to be matched. */
    UNMATCHED,
    /** Something later is known of its item: the row is passed over. */
    SUPERSEDED
}
