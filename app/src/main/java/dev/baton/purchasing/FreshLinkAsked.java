package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;

/**
 * News: staff want a fresh link to a purchase order mailed to its supplier's contact on file.
 *
 * @param unlessSince one that was asked for after this instant is the same one
 */
public record FreshLinkAsked(
        MerchantId merchant, SupplierId supplier, PurchaseOrderId purchaseOrder, Instant unlessSince) {}
