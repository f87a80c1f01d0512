package dev.baton.world.oracle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Baton itself says at the end of a run, and what stores show by then.
 *
 * @param orders by the store's order id; an order Baton does not know is absent
 * @param parked transmissions waiting for a person
 * @param openHolds holds open now
 * @param openWork work not done and not parked, -1 where Baton did not say
 * @param stockFiles files of suppliers that it has
 * @param shown units by SKU by the store's code
 */
public record BatonPicture(
        Map<String, Order> orders,
        List<Parked> parked,
        List<Hold> openHolds,
        List<Task> openTasks,
        int openWork,
        List<StockFile> stockFiles,
        Map<String, Map<String, Integer>> shown) {

    /** A stock file; {@code state} is a word such as {@code merged}. */
    public record StockFile(String supplier, String name, int bytes, String state) {}

    /** An order, the buckets of each line, by the store's line id, and what the store has paid back of it. */
    public record Order(String id, String number, Map<String, Line> lines, long refundedCents) {}

    /** Units of one line by bucket: {@code open}, {@code sent}, {@code delivered} … */
    public record Line(int ordered, Map<String, Integer> buckets) {

        int in(String bucket) {
            return buckets.getOrDefault(bucket, 0);
        }
    }

    /** A document that is parked, the purchase order it belongs to, and the supplier's code. */
    public record Parked(String id, String purchaseOrder, String supplier) {}

    /** A hold; {@code storeOrder} is the store's order id. */
    public record Hold(String id, String kind, String storeOrder) {}

    /** A task for a person. */
    public record Task(String kind, String title, @Nullable String subject) {}
}
