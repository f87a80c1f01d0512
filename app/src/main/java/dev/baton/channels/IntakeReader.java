package dev.baton.channels;

import java.util.Set;

/** Understands the documents of some transports; one per kind of store. */
public interface IntakeReader {

    /** The transports whose documents it understands. */
    Set<Transport> transports();

    /**
     * Reads a document; pure.
     *
     * @throws UnreadableDocument when it is damaged, incomplete or of another kind
     */
    Reading read(Intake intake);

    /**
     * The order as last seen with a refund that came alone; the order itself when it knows the refund already.
     *
     * @throws UnreadableDocument when the refund cannot be read
     */
    ReadOrder withRefund(ReadOrder last, Intake refund);
}
