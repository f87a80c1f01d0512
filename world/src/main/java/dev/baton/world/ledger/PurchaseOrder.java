package dev.baton.world.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase order as a supplier reads it, every field as it stood in the document. */
public record PurchaseOrder(
        String number,
        int version,
        String storeOrderId,
        String storeOrderName,
        String shipFrom,
        ShipTo shipTo,
        String shipMethod,
        String currency,
        List<Line> lines,
        @Nullable String packaging,
        @Nullable String branding,
        @Nullable String special,
        @Nullable String giftMessage) {

    /** The same for that order of the store. */
    public PurchaseOrder ofStoreOrder(String id, String name) {
        return new PurchaseOrder(
                number,
                version,
                id,
                name,
                shipFrom,
                shipTo,
                shipMethod,
                currency,
                lines,
                packaging,
                branding,
                special,
                giftMessage);
    }

    /** One line; {@code sku} is the supplier's own, {@code unitCost} a decimal in the order's currency. */
    public record Line(int line, String sku, String merchantSku, int quantity, String unitCost) {}

    /** Where the goods go. */
    public record ShipTo(
            String name,
            @Nullable String company,
            String line1,
            @Nullable String line2,
            String city,
            @Nullable String region,
            @Nullable String regionCode,
            @Nullable String postcode,
            String countryCode,
            @Nullable String phone) {

        /** The same at another door. */
        public ShipTo withLine1(String other) {
            return new ShipTo(name, company, other, line2, city, region, regionCode, postcode, countryCode, phone);
        }
    }
}
