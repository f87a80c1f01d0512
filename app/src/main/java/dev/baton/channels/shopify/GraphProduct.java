package dev.baton.channels.shopify;

import dev.baton.catalog.StoreProduct;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.channels.Fields;
import dev.baton.channels.UnreadableDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a product as the Admin GraphQL API tells it, in the fields of {@code product.graphql} and of the bulk query.
 * Source: Shopify Admin GraphQL API 2026-07, objects Product, ProductVariant, InventoryItem.
 */
final class GraphProduct {

    private GraphProduct() {}

    /**
     * @param product the product's fields
     * @param variants all its variants' fields
     * @param observedAt when the store was asked
     * @throws UnreadableDocument when a field it needs has no usable value
     */
    static StoreProduct read(Fields product, List<Fields> variants, Instant observedAt) {
        List<Variant> all = new ArrayList<>(variants.size());
        variants.forEach(variant -> all.add(variant(variant)));
        return new StoreProduct(
                OrderWords.id(product, "id"),
                product.requiredText("title"),
                ProductWords.status(product.text("status")),
                image(product),
                ProductWords.updatedAt(product, "updatedAt"),
                observedAt,
                all);
    }

    private static @Nullable String image(Fields product) {
        Fields media = product.object("featuredMedia");
        Fields preview = media == null ? null : media.object("preview");
        Fields image = preview == null ? null : preview.object("image");
        return image == null ? null : image.text("url");
    }

    private static Variant variant(Fields variant) {
        List<ProductWords.Option> options = new ArrayList<>();
        for (Fields option : variant.list("selectedOptions")) {
            String value = option.text("value");
            if (value != null) {
                options.add(new ProductWords.Option(Objects.requireNonNullElse(option.text("name"), ""), value));
            }
        }
        Fields item = variant.object("inventoryItem");
        return new Variant(
                OrderWords.id(variant, "id"),
                ProductWords.title(variant.text("title")),
                ProductWords.options(options),
                variant.text("sku"),
                variant.text("barcode"),
                ProductWords.price(variant, "price"),
                item == null ? null : OrderWords.id(item, "id"),
                (item == null || !item.has("tracked")) ? null : (Boolean) item.flag("tracked", true),
                ProductWords.sellsWithoutStock(variant.text("inventoryPolicy")),
                item == null || item.flag("requiresShipping", true),
                item == null ? 0 : grams(item));
    }

    private static int grams(Fields item) {
        Fields measurement = item.object("measurement");
        Fields weight = measurement == null ? null : measurement.object("weight");
        return weight == null ? 0 : ProductWords.grams(weight.text("value"), weight.text("unit"));
    }
}
