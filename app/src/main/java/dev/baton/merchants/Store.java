package dev.baton.merchants;

import java.time.ZoneId;
import java.util.Map;

/**
 * Where customers order.
 *
 * @param code the merchant's own short name for it, unique
 * @param kind {@code shopify} or {@code api}
 * @param currency ISO 4217
 * @param brand code of the brand it shows
 * @param notifyCustomer who mails its customers, where {@code senders} says nothing else
 * @param live false: everything is planned, nothing is sent or pushed
 * @param senders who tells them of some things in particular
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
        boolean live,
        Map<MessageKind, MailSender> senders) {

    public Store {
        senders = Map.copyOf(senders);
    }

    /** A store whose customers are told of everything by one. */
    public Store(
            StoreId id,
            String code,
            String kind,
            String name,
            String currency,
            ZoneId zone,
            String brand,
            MailSender notifyCustomer,
            boolean live) {
        this(id, code, kind, name, currency, zone, brand, notifyCustomer, live, Map.of());
    }

    /** Who tells its customers of that. */
    public MailSender sender(MessageKind kind) {
        return senders.getOrDefault(kind, notifyCustomer);
    }
}
