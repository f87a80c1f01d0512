package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.OrderViews.Mark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of products and offers show. */
public final class ProductViews {

    private ProductViews() {}

    /**
     * What is sold.
     *
     * @param from what it costs at least
     * @param sold null = a bundle has no stock of its own
     * @param floor its own margin floor in per cent; empty = the merchant's holds
     * @param weight in grams; 0 = not known
     */
    public record Row(
            String path,
            String code,
            String title,
            int offers,
            Cell from,
            @Nullable Long sold,
            String floor,
            int weight,
            String gtin) {}

    /** One of them. */
    public record Product(
            Frame frame,
            String code,
            String title,
            String gtin,
            String weight,
            @Nullable Long sold,
            String why,
            String instructions,
            List<String> parts,
            List<Offer> offers,
            List<Variant> mappings,
            List<Option> stores,
            boolean mayMap,
            ExceptionViews.@Nullable Preview preview) {}

    /** Who offers it. */
    public record Offer(
            String supplier,
            String supplierPath,
            String supplierSku,
            String place,
            String cost,
            String pack,
            String countries,
            String lead,
            List<Cost> history,
            List<Jump> jumps) {}

    /** What it cost, costs or will cost. */
    public record Cost(String cost, Instant since, Mark state) {}

    /** A cost that waits for a word. */
    public record Jump(String id, String before, String proposed, Instant since, boolean may) {}

    /** A store's SKU that stands for it. */
    public record Variant(String store, String storeSku, String country, String parts) {}
}
