package dev.baton.purchasing;

/**
 * What a supplier's answer to an amendment question led to; the same for every repeat of it.
 *
 * @param version of the purchase order now: one more once the supplier has agreed
 */
public record AmendmentOutcome(String number, AmendmentId amendment, Amendment.Status status, int version) {}
