package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import java.util.UUID;

/**
 * A claim and what became of it, all in selling units. Its uncovered units are those still to be deducted and
 * those deducted which no observation contains yet.
 *
 * @param released given back
 * @param sent taken by the supplier, as far as that counts
 * @param acknowledged accepted by it, as far as that counts
 * @param shipped left the shelf
 * @param deducted the most of the three so far: an accepted unit that ships is deducted once
 */
record ClaimState(
        UUID claimId,
        OfferId offer,
        int quantity,
        int released,
        int sent,
        int acknowledged,
        int shipped,
        int deducted,
        int uncovered) {

    /** What a report changes. */
    record Reported(ClaimState claim, int deducts) {}

    /** What a release changes; {@code undoes} deducted units the supplier took back, if observations lack them still. */
    record Released(ClaimState claim, int released, int undoes) {}

    /** Units nobody has deducted and nobody gave back. */
    int outstanding() {
        return Math.max(0, quantity - released - deducted);
    }

    /**
     * The supplier took, accepted or shipped units. More units shipped than were claimed leave its shelf all the
     * same and are uncovered until an observation lacks them.
     */
    Reported report(DeductionCause cause, int units) {
        int nowSent = cause == DeductionCause.SENT ? Math.min(quantity, sent + units) : sent;
        int nowAcknowledged =
                cause == DeductionCause.ACKNOWLEDGED ? Math.min(quantity, acknowledged + units) : acknowledged;
        int nowShipped = cause == DeductionCause.SHIPPED ? shipped + units : shipped;
        int nowDeducted = Math.max(deducted, Math.max(nowSent, Math.max(nowAcknowledged, nowShipped)));
        int deducts = nowDeducted - deducted;
        int beyondClaim = deducts - Math.min(deducts, outstanding());
        ClaimState after = new ClaimState(
                claimId,
                offer,
                quantity,
                released,
                nowSent,
                nowAcknowledged,
                nowShipped,
                nowDeducted,
                uncovered + beyondClaim);
        return new Reported(after, deducts);
    }

    /** An observation contains these deducted units now. */
    ClaimState cover(int units) {
        if (units > uncovered) {
            throw new IllegalStateException("claim " + claimId + " has less uncovered than an observation covers");
        }
        return new ClaimState(
                claimId, offer, quantity, released, sent, acknowledged, shipped, deducted, uncovered - units);
    }

    /**
     * Units are given back: first those nobody has deducted, then deducted ones the supplier took back. What has
     * left the shelf cannot be given back, and what an observation lacks already comes back with the next one.
     *
     * @param openBooked deducted but unshipped units that no observation contains yet
     */
    Released release(int units, int openBooked) {
        int given = Math.min(units, Math.max(0, quantity - released - shipped));
        int fromOutstanding = Math.min(given, outstanding());
        int unbooked = given - fromOutstanding;
        int undone = Math.min(unbooked, openBooked);
        int nowDeducted = deducted - unbooked;
        ClaimState after = new ClaimState(
                claimId,
                offer,
                quantity,
                released + given,
                Math.min(sent, nowDeducted),
                Math.min(acknowledged, nowDeducted),
                shipped,
                nowDeducted,
                uncovered - fromOutstanding - undone);
        return new Released(after, given, undone);
    }
}
