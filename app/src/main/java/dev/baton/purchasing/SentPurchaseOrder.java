package dev.baton.purchasing;

import java.util.List;

/** A locked purchase order the supplier may know of, with the lines of its document. */
record SentPurchaseOrder(PurchaseOrder head, List<PurchaseOrderLine> lines) {}
