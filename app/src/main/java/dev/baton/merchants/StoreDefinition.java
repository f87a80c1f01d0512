package dev.baton.merchants;

import java.time.ZoneId;

/** A store as the merchant states it; meanings as in {@link Store}. */
public record StoreDefinition(
        String code,
        String kind,
        String name,
        String currency,
        ZoneId zone,
        String brand,
        MailSender notifyCustomer,
        boolean live) {

    /** A store that shows the default brand and mails its customers itself. */
    public StoreDefinition(String code, String kind, String name, String currency, ZoneId zone, boolean live) {
        this(code, kind, name, currency, zone, Brand.DEFAULT, MailSender.STORE, live);
    }
}
