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

    /**
     * One of them.
     *
     * @param several where a store's SKU is made of it and others
     * @param offer where another offer is made; empty = it is a bundle, or whoever looks may not
     * @param bundle where its parts are changed; empty = it is no bundle, or whoever looks may not
     */
    public record Product(
            Frame frame,
            String code,
            String title,
            String gtin,
            String weight,
            @Nullable Long sold,
            String why,
            String instructions,
            String bundle,
            List<String> parts,
            List<Offer> offers,
            String offer,
            List<Variant> mappings,
            List<Option> stores,
            boolean mayMap,
            String several,
            ExceptionViews.@Nullable Preview preview) {

        /** Whether new orders go to anybody. */
        public boolean offered() {
            return offers.stream().anyMatch(each -> !each.ended());
        }
    }

    /** Who offers it; {@code end} = when that ends or ended, null = none is said; {@code change} is where that is changed, empty = whoever looks may not. */
    public record Offer(
            String supplier,
            String supplierPath,
            String supplierSku,
            String place,
            String cost,
            String pack,
            String least,
            String countries,
            String lead,
            @Nullable Mark end,
            boolean ended,
            List<Cost> history,
            String change,
            List<Jump> jumps) {}

    /**
     * What it cost, costs or will cost.
     *
     * @param said who stated it
     * @param source the row of the price list; null = it came otherwise
     */
    public record Cost(String cost, Instant since, Mark state, String said, CatalogViews.@Nullable Source source) {}

    /**
     * A cost that waits for a word.
     *
     * @param source the row of the price list that asks; null = it came otherwise
     */
    public record Jump(
            String id,
            String before,
            String proposed,
            Instant since,
            CatalogViews.@Nullable Source source,
            boolean may) {}

    /** A store's SKU that has some of it, with all it is made of; {@code path} changes it. */
    public record Variant(String store, String storeSku, String country, String parts, String path) {}
}
