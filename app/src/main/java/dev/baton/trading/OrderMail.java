package dev.baton.trading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase order as its mail shows it: every text as it is printed. */
public record OrderMail(
        MailHead head,
        String intro,
        String answerBy,
        String shipToLabel,
        List<Part> shipTo,
        String shipMethodLabel,
        @Nullable String shipMethod,
        String storeOrderLabel,
        String storeOrder,
        String quantityLabel,
        String skuLabel,
        String goodsLabel,
        String costLabel,
        List<Row> rows,
        String giftLabel,
        @Nullable String gift,
        List<MailEntry> instructions,
        @Nullable String attached) {

    /** The same under another head. */
    OrderMail under(MailHead other) {
        return new OrderMail(
                other,
                intro,
                answerBy,
                shipToLabel,
                shipTo,
                shipMethodLabel,
                shipMethod,
                storeOrderLabel,
                storeOrder,
                quantityLabel,
                skuLabel,
                goodsLabel,
                costLabel,
                rows,
                giftLabel,
                gift,
                instructions,
                attached);
    }

    /** One part of the address, as {@code PostalAddress} names it; {@code shown} is how the mail writes it. */
    public record Part(String name, String shown) {}

    /**
     * One line.
     *
     * @param pieces said beside the goods when there is more than one; null = one
     * @param entered what the customer entered for it
     */
    public record Row(
            int line,
            String quantity,
            boolean isMany,
            String sku,
            String title,
            @Nullable String pieces,
            String ourSku,
            String cost,
            List<MailEntry> entered) {}
}
