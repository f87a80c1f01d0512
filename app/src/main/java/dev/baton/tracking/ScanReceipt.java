package dev.baton.tracking;

/**
 * What became of a batch of scans.
 *
 * @param recorded stored now
 * @param duplicates known before, or twice in the batch
 * @param unknown stored, but of numbers no shipment has named so far
 */
public record ScanReceipt(int recorded, int duplicates, int unknown) {}
