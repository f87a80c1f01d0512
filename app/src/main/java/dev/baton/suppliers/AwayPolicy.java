package dev.baton.suppliers;

/**
 * What becomes of new demand while a supplier is away.
 *
 * @param fasterDays {@link Kind#REROUTE}: days another must hand over sooner to get it, at least 1; else 0
 */
public record AwayPolicy(Kind kind, int fasterDays) {

    /** Unless something else is said. */
    public static final AwayPolicy LATER = new AwayPolicy(Kind.LATER, 0);

    /** What becomes of it. */
    public enum Kind {
        /** It goes there all the same, and ships when the supplier is back. */
        LATER,
        /** Another gets it where one hands over so many days sooner; else as {@link #LATER}. */
        REROUTE,
        /** It does not go there. */
        STOP
    }
}
