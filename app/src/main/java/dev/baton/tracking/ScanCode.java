package dev.baton.tracking;

/** What a carrier's event means; the order is the rank that decides between events of the same instant. */
public enum ScanCode {
    /** A label exists, the carrier has nothing yet; any other may follow. */
    PRE_TRANSIT,
    /** On its way; any later one may follow. */
    IN_TRANSIT,
    /** Something went wrong; a person looks. Any other may follow. */
    EXCEPTION,
    /** It is lost, says the carrier: its units count as lost. Any other may follow when it turns up. */
    LOST,
    /** In the van that brings it; any other may follow. */
    OUT_FOR_DELIVERY,
    /** Goes back to the sender; a person looks. */
    RETURNED,
    /** The customer has it, says the carrier. */
    DELIVERED;

    /** Whether a person has to look. */
    boolean troubles() {
        return this == EXCEPTION || this == LOST || this == RETURNED;
    }
}
