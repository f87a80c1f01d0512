package dev.baton.inventory;

/**
 * A row that could not be taken as it was.
 *
 * @param row its position in the run, from 0
 * @param message what is wrong, what was done instead, and what to send
 */
public record FeedFault(int row, String supplierSku, String message) {}
