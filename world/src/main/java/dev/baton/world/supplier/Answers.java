package dev.baton.world.supplier;

import dev.baton.world.ledger.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How a supplier tells Baton what it decided. Every call answers the HTTP status Baton gave, 0 when it never did. */
interface Answers {

    /** Accepted and rejected units by line; {@code reason} is why, in the words of Baton's API. */
    int acknowledge(
            Taken taken,
            String reference,
            Map<Integer, Integer> accepted,
            Map<Integer, Integer> rejected,
            String reason);

    /** The same, all accepted, at the unit costs named by line, in the order's currency. */
    default int acknowledgeAt(
            Taken taken, String reference, Map<Integer, Integer> accepted, Map<Integer, String> unitCosts) {
        throw new IllegalStateException("only suppliers with a system of their own name other costs");
    }

    /** What it does about a parcel it should not have shipped, in the words of Baton's API. */
    default int answerRecall(Taken taken, String recallId, String answer) {
        throw new IllegalStateException("only suppliers with a system of their own ship what was cancelled");
    }

    /** Parcels that have left. */
    int ship(Taken taken, String reference, Instant shippedAt, List<Fact.Parcel> parcels);

    /** Whether it can say later that it told a parcel's number wrong. */
    default boolean canCorrect() {
        return false;
    }

    /** The first parcel of a shipment has another number than was told. */
    default int correct(Taken taken, String reference, Fact.Parcel right) {
        throw new IllegalStateException("it has no way to correct a number");
    }

    /** Units by line of what was accepted are not coming. */
    int giveUpRest(Taken taken, Map<Integer, Integer> units);

    /** Whether it ships to another address. */
    int answerAmendment(Taken taken, String amendmentId, boolean agrees);

    /** Whether a cancellation is agreed to. */
    int answerCancellation(Taken taken, String cancellationId, boolean agrees);
}
