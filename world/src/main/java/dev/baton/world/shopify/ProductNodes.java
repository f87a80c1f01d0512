package dev.baton.world.shopify;

import dev.baton.world.graphql.GraphNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Products as the Admin API shows them. */
final class ProductNodes {

    private static final double GRAMS_PER_KILOGRAM = 1000.0;

    private ProductNodes() {}

    static @Nullable GraphNode find(Shop shop, @Nullable Object gid) {
        return shop.products().stream()
                .filter(product -> OrderNodes.gid("Product", product.id()).equals(gid))
                .findFirst()
                .map(product -> node(product, arguments -> variants(product, arguments)))
                .orElse(null);
    }

    static GraphNode page(Shop shop, Map<String, Object> arguments) {
        return Connections.page(
                "Product",
                shop.products(),
                arguments,
                product -> key(product.id()),
                product -> node(product, inner -> variants(product, inner)));
    }

    /** All of it at once, as a bulk operation reads: no list has pages. */
    static GraphNode whole(Shop shop) {
        return all(
                "Product",
                shop.products(),
                product ->
                        node(product, arguments -> all("ProductVariant", product.variants(), ProductNodes::variant)));
    }

    private static <T> GraphNode all(String type, List<T> elements, Function<T, GraphNode> node) {
        List<GraphNode> edges = new ArrayList<>();
        elements.forEach(element -> edges.add(new GraphNode(type + "Edge").put("node", node.apply(element))));
        return new GraphNode(type + "Connection").put("edges", edges);
    }

    private static GraphNode variants(ShopProduct product, Map<String, Object> arguments) {
        return Connections.page(
                "ProductVariant", product.variants(), arguments, variant -> key(variant.id()), ProductNodes::variant);
    }

    private static String key(long id) {
        return "%020d".formatted(id);
    }

    private static GraphNode node(ShopProduct product, GraphNode.Finder variants) {
        return new GraphNode("Product")
                .put("id", OrderNodes.gid("Product", product.id()))
                .put("legacyResourceId", Long.toString(product.id()))
                .put("title", product.title())
                .put("handle", "product-" + product.id())
                .put("status", product.status())
                .put("updatedAt", product.updatedAt().toString())
                .put("featuredMedia", picture(product))
                .find("variants", variants);
    }

    private static @Nullable GraphNode picture(ShopProduct product) {
        return product.picture() == null
                ? null
                : new GraphNode("MediaImage")
                        .put(
                                "preview",
                                new GraphNode("MediaPreviewImage")
                                        .put("image", new GraphNode("Image").put("url", product.picture())));
    }

    private static GraphNode variant(ShopProduct.Variant variant) {
        return new GraphNode("ProductVariant")
                .put("id", OrderNodes.gid("ProductVariant", variant.id()))
                .put("legacyResourceId", Long.toString(variant.id()))
                .put("sku", variant.sku())
                .put("title", variant.size())
                .put("displayName", variant.size())
                .put("barcode", variant.barcode())
                .put("price", variant.price())
                .put("inventoryPolicy", "DENY")
                .put(
                        "selectedOptions",
                        List.of(new GraphNode("SelectedOption")
                                .put("name", "Size")
                                .put("value", variant.size())))
                .put(
                        "inventoryItem",
                        new GraphNode("InventoryItem")
                                .put("id", OrderNodes.gid("InventoryItem", variant.id()))
                                .put("tracked", true)
                                .put("requiresShipping", true)
                                .put("sku", variant.sku())
                                .put(
                                        "measurement",
                                        new GraphNode("InventoryItemMeasurement")
                                                .put("id", OrderNodes.gid("InventoryItemMeasurement", variant.id()))
                                                .put(
                                                        "weight",
                                                        new GraphNode("Weight")
                                                                .put("unit", "KILOGRAMS")
                                                                .put("value", variant.grams() / GRAMS_PER_KILOGRAM))));
    }
}
