package dev.baton.purchasing;

import java.time.Instant;
import java.util.List;

/** What the document says that asks a supplier not to ship units it already has. */
public record CancellationNotice(
        CancellationId id,
        PurchaseOrderId purchaseOrder,
        String number,
        int version,
        List<AskedLine> lines,
        String reason,
        Instant respondBy) {

    /** Units of one line that are not wanted any more. */
    public record AskedLine(int line, int quantity) {}
}
