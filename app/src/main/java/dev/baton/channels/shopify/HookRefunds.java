package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.orders.StoreRefund;
import dev.baton.orders.StoreRefund.RefundedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The refunds in a document of the webhook's shape: an order's, or the one of {@code refunds/create}. */
final class HookRefunds {

    private HookRefunds() {}

    static List<StoreRefund> of(Fields order, String currency) {
        List<StoreRefund> refunds = new ArrayList<>();
        for (Fields refund : order.list("refunds")) {
            refunds.add(one(refund, currency));
        }
        return refunds;
    }

    /** Reads one refund. */
    static StoreRefund one(Fields refund, String currency) {
        List<RefundedLine> lines = new ArrayList<>();
        long worth = 0;
        for (Fields line : refund.list("refund_line_items")) {
            lines.add(new RefundedLine(
                    OrderWords.id(line, "line_item_id"),
                    line.count("quantity", 0),
                    OrderWords.restock(line.text("restock_type"))));
            worth += line.minor("subtotal", currency, 0) + line.minor("total_tax", currency, 0);
        }
        Instant at = refund.instant("created_at");
        if (at == null) {
            at = refund.instant("processed_at");
        }
        if (at == null) {
            throw refund.wrong("created_at", "is missing");
        }
        List<Fields> transactions = refund.list("transactions");
        return new StoreRefund(
                OrderWords.id(refund, "id"),
                at,
                transactions.isEmpty() ? worth : paidBack(transactions, currency),
                lines);
    }

    private static long paidBack(List<Fields> transactions, String currency) {
        return transactions.stream()
                .filter(transaction -> "refund".equals(transaction.text("kind")))
                .filter(transaction ->
                        !"failure".equals(transaction.text("status")) && !"error".equals(transaction.text("status")))
                .mapToLong(transaction -> transaction.minor("amount", currency, 0))
                .sum();
    }
}
