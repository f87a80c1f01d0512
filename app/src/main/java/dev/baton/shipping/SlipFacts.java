package dev.baton.shipping;

import dev.baton.platform.address.PostalAddress;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a packing slip says. It lies in the box for the customer: there is no cost in it, nor who the supplier is.
 *
 * @param purchaseOrder its number, as the barcode; nowhere in words
 * @param orderName what the customer's order is called in the store
 * @param shipTo without phone: that is for the label
 * @param language of the customer, a BCP 47 tag
 * @param dated when the purchase order was issued: the document's date, so that the same facts give the same bytes
 * @param giftMessage null = none
 * @param mark what whoever packs must know of this sheet, above everything and at the foot of every page; null = it is to
 *     go into the box
 */
public record SlipFacts(
        SlipBrand brand,
        String purchaseOrder,
        String orderName,
        PostalAddress shipTo,
        List<Item> items,
        @Nullable String giftMessage,
        String language,
        Instant dated,
        @Nullable String mark) {

    public SlipFacts {
        items = List.copyOf(items);
    }

    /**
     * Goods in the box.
     *
     * @param sku the merchant's own
     * @param entered what the customer entered for them, by name
     */
    public record Item(String title, String sku, int quantity, SortedMap<String, String> entered) {}
}
