package dev.baton.catalog;

import java.time.Instant;

/**
 * The merchant's word that a supplier gets no new orders for an offer. What it was given before stays with it.
 *
 * @param at from when on
 * @param ended whether that moment has come
 */
public record OfferEnd(Instant at, boolean ended) {}
