package dev.baton.channels.shopify;

import dev.baton.catalog.RecordStoreProducts;
import dev.baton.catalog.StoreProduct;
import dev.baton.channels.Fields;
import dev.baton.channels.UnreadableDocument;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a bulk operation's file together to products: a line of the product, then one of each of its
 * variants ({@code groupObjects: true}). Source: shopify.dev, "Perform bulk operations", section on the JSONL file.
 */
final class BulkProducts {

    /** Variants of one part at most, but for the last product's: the transaction that keeps it stays bounded. */
    private static final int MOST_VARIANTS = 2_000;

    private final JsonLines lines;
    private final Instant observedAt;
    private @Nullable Fields product;
    private final List<Fields> variants = new ArrayList<>();
    private long begins;
    private boolean over;

    BulkProducts(JsonLines lines, Instant observedAt) {
        this.lines = lines;
        this.observedAt = observedAt;
        this.begins = lines.position();
    }

    /**
     * Some products of the file.
     *
     * @param unreadable products that could not be understood and are not among them
     * @param until the byte at which the next part begins
     * @param last whether the file ends here
     */
    record Part(List<StoreProduct> products, int variants, int unreadable, long until, boolean last) {}

    /**
     * The next part of the file.
     *
     * @throws IOException when the stream breaks off; nothing of the part counts
     * @throws UnreadableDocument when the file is not what was asked for
     */
    Part next() throws IOException {
        Gathered gathered = new Gathered();
        while (!over && !gathered.isFull()) {
            long begin = lines.position();
            byte[] line = lines.next();
            if (line == null) {
                over = true;
                complete(gathered, begin);
            } else {
                take(Fields.of(line), gathered, begin);
            }
        }
        return new Part(gathered.products, gathered.variants, gathered.unreadable, begins, over);
    }

    private static final class Gathered {
        final List<StoreProduct> products = new ArrayList<>();
        int variants;
        int unreadable;

        boolean isFull() {
            return products.size() == RecordStoreProducts.MOST_PRODUCTS || variants >= MOST_VARIANTS;
        }
    }

    private void take(Fields line, Gathered gathered, long begin) {
        String parent = line.text("__parentId");
        if (parent == null) {
            complete(gathered, begin);
            product = line;
            return;
        }
        Fields of = product;
        if (of == null || !parent.equals(of.text("id"))) {
            throw new UnreadableDocument("a variant stands apart from its product", "__parentId");
        }
        variants.add(line);
    }

    /** All variants of the product are there: the next line, or the end, belongs to no part of it. */
    private void complete(Gathered gathered, long next) {
        Fields whole = product;
        if (whole != null) {
            try {
                gathered.products.add(GraphProduct.read(whole, variants, observedAt));
                gathered.variants += variants.size();
            } catch (UnreadableDocument unreadable) {
                gathered.unreadable++;
            }
        }
        product = null;
        variants.clear();
        begins = next;
    }
}
