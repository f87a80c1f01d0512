package dev.baton.trading;

import dev.baton.merchants.Store;
import dev.baton.orders.OrderLineId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierTerms;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a purchase order document says.
 *
 * @param merchantName who orders
 * @param store where the customer bought
 * @param shipTo the customer's own address; there is no other to fall back to
 * @param giftMessage null = none
 * @param entered what the customer entered (engraving and the like); only lines with something
 */
record PurchaseOrderFacts(
        ReadyToSend order,
        SupplierTerms supplier,
        String merchantName,
        Store store,
        PostalAddress shipTo,
        @Nullable String giftMessage,
        Map<OrderLineId, Map<String, String>> entered) {

    /** What it is told besides the goods: as planned, or what its supplier is told today where that was not kept. */
    Instructions instructions() {
        Instructions planned = order.instructions();
        return planned == null ? supplier.instructions() : planned;
    }

    /** What the customer entered for a line's goods, by name. */
    SortedMap<String, String> enteredFor(PurchaseOrderLine line) {
        return new TreeMap<>(entered.getOrDefault(line.orderLine(), Map.of()));
    }
}
