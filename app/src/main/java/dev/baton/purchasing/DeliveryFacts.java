package dev.baton.purchasing;

import dev.baton.platform.address.PostalAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier is told of one delivery besides the goods, as it reads it.
 *
 * @param country where to, ISO 3166-1 alpha-2; empty when unknown
 * @param to the address with the customer's name where it has none; null when there is none
 * @param shipMethod the supplier's own code and carrier for it; null when nothing is said
 * @param entered what the customer entered, by line number: of the lines that are still to come, or of those that left when none is
 */
record DeliveryFacts(
        String country,
        @Nullable PostalAddress to,
        @Nullable String giftMessage,
        @Nullable String shipMethod,
        Map<Integer, Map<String, String>> entered) {}
