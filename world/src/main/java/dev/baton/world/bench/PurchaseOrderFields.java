package dev.baton.world.bench;

import java.util.List;

/**
 * What the fields of a purchase order's JSON are called, in the one place to change when the documents change.
 *
 * @param number the purchase order's number
 * @param storeOrder the object that names the store's order
 * @param storeOrderId within it, the store's id of the order: a number, digits, or a global id that ends in them
 * @param lines the list of what to send
 * @param sku within a line
 * @param quantity within a line
 * @param shipTo the object with the address
 * @param shipToRequired within it, what no address lacks
 */
public record PurchaseOrderFields(
        String number,
        String storeOrder,
        String storeOrderId,
        String lines,
        String sku,
        String quantity,
        String shipTo,
        List<String> shipToRequired) {

    /** As Baton's documents name them. */
    public static final PurchaseOrderFields STANDARD = new PurchaseOrderFields(
            "number", "storeOrder", "id", "lines", "sku", "quantity", "shipTo", List.of("name", "city", "countryCode"));
}
