package dev.baton.trading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a purchase order, as its mail shows it.
 *
 * @param rows the units it is about; empty = the whole order
 * @param wanted the delivery as it is wanted now; null where it is not in question
 * @param said what is decided, or which parcels it is about; null = there is no such thing
 * @param reason null = none is told
 * @param answerBy null = no answer is owed
 * @param attached names the papers and says what they are; null = there are none
 */
public record NoticeMail(
        MailHead head,
        String intro,
        String quantityLabel,
        String skuLabel,
        String goodsLabel,
        List<Row> rows,
        @Nullable Delivery wanted,
        @Nullable String said,
        @Nullable String reason,
        @Nullable String answerBy,
        @Nullable String attached) {

    /** Units of one line, and what the customer entered for them where that is part of the question. */
    public record Row(int line, String quantity, String sku, String title, List<MailEntry> entered) {}

    /** How it is to be shipped from now on; method and gift are null when nothing is said of them. */
    public record Delivery(
            String shipToLabel,
            List<OrderMail.Part> shipTo,
            String shipMethodLabel,
            @Nullable String shipMethod,
            String giftLabel,
            @Nullable String gift) {}
}
