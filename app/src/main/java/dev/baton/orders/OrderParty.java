package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.documents.SubjectId;

/**
 * Between whom an order is: the store that sold, and the person who bought.
 *
 * @param subject whose key seals what is kept of the person
 */
public record OrderParty(StoreId store, SubjectId subject) {}
