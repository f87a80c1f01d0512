package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: suppliers said something about these purchase orders, so they have them. */
public record PurchaseOrdersAnswered(MerchantId merchant, List<PurchaseOrderId> purchaseOrders) {}
