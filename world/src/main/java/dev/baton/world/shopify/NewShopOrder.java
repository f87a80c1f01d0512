package dev.baton.world.shopify;

import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the checkout hands it to the shop.
 *
 * @param shipMethod code of the shipping line
 * @param paid false leaves the payment pending
 * @param test made to try the shop, not to get goods
 * @param risky the shop sees a high risk of fraud
 */
public record NewShopOrder(
        long id,
        int number,
        Buyer buyer,
        Address shipTo,
        List<Line> lines,
        String presentmentCurrency,
        String shipMethod,
        long shippingCents,
        @Nullable String giftMessage,
        @Nullable String note,
        boolean paid,
        boolean test,
        boolean risky) {

    /** A true order without any risk the shop sees. */
    public NewShopOrder(
            long id,
            int number,
            Buyer buyer,
            Address shipTo,
            List<Line> lines,
            String presentmentCurrency,
            String shipMethod,
            long shippingCents,
            @Nullable String giftMessage,
            @Nullable String note,
            boolean paid) {
        this(
                id,
                number,
                buyer,
                shipTo,
                lines,
                presentmentCurrency,
                shipMethod,
                shippingCents,
                giftMessage,
                note,
                paid,
                false,
                false);
    }

    /** One line; the price is per unit, tax and discount for the whole line, all in cents of the shop's currency. */
    public record Line(
            long id,
            String sku,
            String title,
            int quantity,
            long priceCents,
            long discountCents,
            long taxCents,
            int grams) {

        /** The same line with so many units more. */
        Line plus(int units) {
            return new Line(id, sku, title, quantity + units, priceCents, discountCents, taxCents, grams);
        }
    }

    /** The name customers see. */
    public String name() {
        return "#" + number;
    }
}
