package dev.baton.trading;

import dev.baton.merchants.Store;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.SupplierTerms;
import org.jspecify.annotations.Nullable;

/**
 * Everything a purchase order document says.
 *
 * @param merchantName who orders
 * @param store where the customer bought
 * @param shipTo the customer's own address; there is no other to fall back to
 * @param giftMessage null = none
 */
record PurchaseOrderFacts(
        ReadyToSend order,
        SupplierTerms supplier,
        String merchantName,
        Store store,
        PostalAddress shipTo,
        @Nullable String giftMessage) {}
