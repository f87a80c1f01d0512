package dev.baton.catalog;

/** A row of a price list; {@code number} is its row of the file, from 1. */
public record ListedPrice(long number, PriceRow row) {}
