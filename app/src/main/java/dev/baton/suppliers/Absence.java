package dev.baton.suppliers;

/** What it means that a full stock file leaves an offer out. */
public enum Absence {
    /** There is none left: the figure becomes 0. */
    ZERO,
    /** The file does not speak of it: the last figure stays and goes on ageing. */
    KEEP,
    /** The supplier has dropped the item: the figure becomes 0 and the offer is marked until it is listed again. */
    DISCONTINUED
}
