package dev.baton.channels.shopify;

import dev.baton.catalog.StoreProduct;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.channels.Fields;
import dev.baton.channels.Reading;
import dev.baton.channels.UnreadableDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a product in the shape of Shopify's webhooks, which is the REST Admin API's product resource. Source:
 * shopify.dev, "Webhooks" (products/create, products/update) and the REST Product resource.
 */
final class HookProduct {

    /** The webhook lists no more variants than this; a product with as many may have more. */
    private static final int MOST_VARIANTS_TOLD = 100;

    private HookProduct() {}

    /**
     * Reads a product, bare or wrapped in {@code {"product": …}}; one whose variants are not all there is to be
     * looked at.
     *
     * @param triggeredAt when the store set the message off; null = the product's own time counts
     * @throws UnreadableDocument when it is none, or a field it needs has no usable value
     */
    static Reading read(byte[] json, @Nullable Instant triggeredAt) {
        Fields document = Fields.of(json);
        Fields wrapped = document.has("id") ? null : document.object("product");
        Fields product = wrapped == null ? document : wrapped;
        String id = OrderWords.id(product, "id");
        List<Fields> told = product.list("variants");
        if (told.isEmpty() || told.size() < product.size("variant_gids") || told.size() >= MOST_VARIANTS_TOLD) {
            return new Reading.LookAtProduct(id);
        }
        Instant updated = ProductWords.updatedAt(product, "updated_at");
        List<String> options = optionNames(product);
        List<Variant> variants = new ArrayList<>();
        told.forEach(variant -> variants.add(variant(variant, options)));
        return new Reading.Product(new StoreProduct(
                id,
                product.requiredText("title"),
                ProductWords.status(product.text("status")),
                image(product),
                updated,
                Objects.requireNonNullElse(triggeredAt, updated),
                variants));
    }

    private static List<String> optionNames(Fields product) {
        List<String> names = new ArrayList<>();
        product.list("options").forEach(option -> names.add(Objects.requireNonNullElse(option.text("name"), "")));
        return names;
    }

    private static @Nullable String image(Fields product) {
        Fields main = product.object("image");
        if (main != null) {
            return main.text("src");
        }
        List<Fields> images = product.list("images");
        return images.isEmpty() ? null : images.getFirst().text("src");
    }

    private static Variant variant(Fields variant, List<String> optionNames) {
        List<ProductWords.Option> options = new ArrayList<>();
        for (int i = 1; i <= ProductWords.MOST_OPTIONS; i++) {
            String value = variant.text("option" + i);
            if (value != null) {
                options.add(new ProductWords.Option(i <= optionNames.size() ? optionNames.get(i - 1) : "", value));
            }
        }
        return new Variant(
                OrderWords.id(variant, "id"),
                ProductWords.title(variant.text("title")),
                ProductWords.options(options),
                variant.text("sku"),
                variant.text("barcode"),
                ProductWords.price(variant, "price"),
                variant.has("inventory_item_id") ? OrderWords.id(variant, "inventory_item_id") : null,
                variant.mentions("inventory_management") ? (Boolean) variant.has("inventory_management") : null,
                ProductWords.sellsWithoutStock(variant.text("inventory_policy")),
                variant.flag("requires_shipping", true),
                ProductWords.grams(variant));
    }
}
