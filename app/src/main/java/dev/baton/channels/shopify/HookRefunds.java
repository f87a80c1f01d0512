package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.orders.StoreRefund;
import dev.baton.orders.StoreRefund.RefundedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
                transactions.isEmpty()
                        ? worth
                        : isForeign(transactions, currency)
                                ? Math.max(0, worth - adjusted(refund, currency))
                                : paidBack(transactions, currency),
                lines);
    }

    private static long paidBack(List<Fields> transactions, String currency) {
        return counted(transactions)
                .mapToLong(transaction -> transaction.minor("amount", currency, 0))
                .sum();
    }

    /** Whether money went back in the customer's currency, which is not the shop's: then no amount of it counts here. */
    private static boolean isForeign(List<Fields> transactions, String currency) {
        return counted(transactions)
                .map(transaction -> transaction.text("currency"))
                .anyMatch(other -> other != null && !other.equalsIgnoreCase(currency));
    }

    private static Stream<Fields> counted(List<Fields> transactions) {
        return transactions.stream()
                .filter(transaction -> "refund".equals(transaction.text("kind")))
                .filter(transaction ->
                        !"failure".equals(transaction.text("status")) && !"error".equals(transaction.text("status")));
    }

    /** What besides the lines' worth is in it, in the shop's currency: below 0 for shipping that is paid back too. */
    private static long adjusted(Fields refund, String currency) {
        return refund.list("order_adjustments").stream()
                .mapToLong(each -> each.minor("amount", currency, 0) + each.minor("tax_amount", currency, 0))
                .sum();
    }
}
