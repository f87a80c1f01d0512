package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.SourceViews.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages show on which somebody says what stores' SKUs, suppliers' items and bundles are. */
public final class CatalogViews {

    private CatalogViews() {}

    /** A line of a form: so many of a product. */
    public record Part(int number, String sku, String quantity, String title) {}

    /** A product something may be, and why; {@code path} shows what saying so would do. */
    public record Guess(String sku, String title, String why, String path) {}

    /** What the same store's SKU is for other countries. */
    public record Elsewhere(String country, String parts, String path) {}

    /**
     * What a store's SKU is made of.
     *
     * @param set whether the store, its SKU and the country are settled: the form changes only what it is made of
     * @param mapped whether it is mapped for that country now
     * @param title what the store calls it; empty = not known
     */
    public record Mapping(
            Frame frame,
            List<Option> stores,
            String store,
            String storeName,
            String storeSku,
            String country,
            boolean set,
            boolean mapped,
            String title,
            List<Part> parts,
            List<Elsewhere> elsewhere,
            List<Guess> guesses,
            boolean may,
            @Nullable Preview preview) {}

    /** An item of a price list. */
    public record Item(
            Frame frame,
            String id,
            String supplierSku,
            String title,
            String supplier,
            String supplierPath,
            List<Fact> facts,
            @Nullable Source source,
            List<Guess> guesses,
            String sku,
            boolean may,
            @Nullable Preview preview) {}

    /** The row of a price list something came from. */
    public record Source(String words, String path) {}

    /**
     * A bundle.
     *
     * @param path of its page
     * @param fresh whether it is none yet
     * @param fixed whether its code is settled
     */
    public record Bundle(
            Frame frame,
            String code,
            String path,
            String title,
            boolean fresh,
            boolean fixed,
            List<Part> parts,
            @Nullable Preview preview) {}
}
