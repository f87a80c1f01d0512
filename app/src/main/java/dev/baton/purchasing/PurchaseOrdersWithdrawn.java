package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import java.util.List;

/** News: purchase orders were taken back before sending; their suppliers never hear of them. */
public record PurchaseOrdersWithdrawn(MerchantId merchant, List<PurchaseOrderId> purchaseOrders) {}
