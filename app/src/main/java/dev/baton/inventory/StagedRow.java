package dev.baton.inventory;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a stock file.
 *
 * @param row the row of the file it stands in, from 1
 * @param shipFrom the supplier's place; null when the file names none
 * @param quantity selling units; below 0 is taken as 0 and reported
 */
public record StagedRow(
        long row, String supplierSku, @Nullable String shipFrom, int quantity) {}
