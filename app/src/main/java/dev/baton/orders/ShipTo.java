package dev.baton.orders;

import dev.baton.platform.address.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who a parcel goes to, as of one moment.
 *
 * @param address null when the store gave none
 */
public record ShipTo(
        CustomerFacts customer,
        @Nullable PostalAddress address,
        @Nullable String giftMessage) {}
