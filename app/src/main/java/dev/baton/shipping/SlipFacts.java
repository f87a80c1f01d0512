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
 * @param parcel the one of several it lies in, and then {@code items} are what is in that; null = it is of the whole
 *     purchase order
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
        @Nullable String mark,
        @Nullable Parcel parcel) {

    public SlipFacts {
        items = List.copyOf(items);
    }

    /** Of the whole purchase order. */
    public SlipFacts(
            SlipBrand brand,
            String purchaseOrder,
            String orderName,
            PostalAddress shipTo,
            List<Item> items,
            @Nullable String giftMessage,
            String language,
            Instant dated,
            @Nullable String mark) {
        this(brand, purchaseOrder, orderName, shipTo, items, giftMessage, language, dated, mark, null);
    }

    /**
     * One parcel of several.
     *
     * @param number first, second, … of the purchase order's parcels
     * @param of how many there are; null = more are to come
     */
    public record Parcel(int number, @Nullable Integer of) {}

    /**
     * Goods in the box.
     *
     * @param sku the merchant's own
     * @param entered what the customer entered for them, by name
     */
    public record Item(String title, String sku, int quantity, SortedMap<String, String> entered) {}
}
