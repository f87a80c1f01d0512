package dev.baton.catalog;

/**
 * What is wrong with a row of a price list.
 *
 * @param row of the file, from 1
 * @param supplierSku as it stands there, empty when it has none
 * @param used true: the row was used all the same, the message says how; false: it was left out
 * @param message what is wrong and what to send
 */
public record PriceFault(long row, String supplierSku, boolean used, String message) {}
