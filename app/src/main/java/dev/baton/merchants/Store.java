package dev.baton.merchants;

import java.time.ZoneId;

/**
 * Where customers order.
 *
 * @param code the merchant's own short name for it, unique
 * @param kind {@code shopify} or {@code api}
 * @param currency ISO 4217
 * @param brand code of the brand it shows
 * @param notifyCustomer who mails its customers
 * @param live false: everything is planned, nothing is sent or pushed
 */
public record Store(
        StoreId id,
        String code,
        String kind,
        String name,
        String currency,
        ZoneId zone,
        String brand,
        MailSender notifyCustomer,
        boolean live) {}
