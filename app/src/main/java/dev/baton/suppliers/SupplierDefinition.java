package dev.baton.suppliers;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one supplier as the merchant states them; the whole of them, not a change. Meanings and units
 * as in {@link SupplierTerms}.
 *
 * @param channel null when purchase orders do not go out by REST
 * @param mail null when purchase orders do not go out by mail; where both are given they go by REST
 * @param language what the supplier is written to in; one that {@link SupplierLanguage} knows
 */
public record SupplierDefinition(
        String code,
        String name,
        String currency,
        ZoneId zone,
        String country,
        WorkingHours hours,
        int ackHours,
        Netting netting,
        int bookingLagSeconds,
        int graceSeconds,
        Absence absence,
        boolean silentDeltaConfirms,
        int maxFeedAgeSeconds,
        long dropshipFeeMinor,
        int maxParcelWeightGrams,
        List<ShippingRate> rates,
        List<ShipMethod> shipMethods,
        Instructions instructions,
        @Nullable Channel channel,
        @Nullable MailChannel mail,
        String language,
        boolean live) {

    public SupplierDefinition {
        rates = List.copyOf(rates);
        shipMethods = List.copyOf(shipMethods);
    }

    /** A supplier without mail, written to in the default language. */
    public SupplierDefinition(
            String code,
            String name,
            String currency,
            ZoneId zone,
            String country,
            WorkingHours hours,
            int ackHours,
            Netting netting,
            int bookingLagSeconds,
            int graceSeconds,
            Absence absence,
            boolean silentDeltaConfirms,
            int maxFeedAgeSeconds,
            long dropshipFeeMinor,
            int maxParcelWeightGrams,
            List<ShippingRate> rates,
            List<ShipMethod> shipMethods,
            Instructions instructions,
            @Nullable Channel channel,
            boolean live) {
        this(
                code,
                name,
                currency,
                zone,
                country,
                hours,
                ackHours,
                netting,
                bookingLagSeconds,
                graceSeconds,
                absence,
                silentDeltaConfirms,
                maxFeedAgeSeconds,
                dropshipFeeMinor,
                maxParcelWeightGrams,
                rates,
                shipMethods,
                instructions,
                channel,
                null,
                SupplierLanguage.DEFAULT,
                live);
    }

    /**
     * The supplier's own endpoint.
     *
     * @param secret {@code whsec_} and 24 to 64 bytes in base64 (Standard Webhooks); null keeps the stored one
     */
    public record Channel(URI url, @Nullable String secret) {

        @Override
        public String toString() {
            return "Channel[" + url + "]";
        }
    }
}
