package dev.baton.orders;

import dev.baton.platform.address.PostalAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a parcel goes to, as of one moment.
 *
 * @param address null when the store gave none
 * @param entered what the customer entered for the goods (engraving and the like), by the store's line, then by name
 */
public record ShipTo(
        CustomerFacts customer,
        @Nullable PostalAddress address,
        @Nullable String giftMessage,
        Map<String, Map<String, String>> entered) {}
