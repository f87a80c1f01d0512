package dev.baton.catalog;

/** Whether customers of a store can buy a product. */
public enum ListingStatus {
    /** It is on sale. */
    ACTIVE,
    /** It is being prepared. */
    DRAFT,
    /** It is out of the range; old orders may still name it. */
    ARCHIVED,
    /** It can be bought by those who know its address. */
    UNLISTED,
    /** A word of the store's that is not known here. */
    OTHER
}
