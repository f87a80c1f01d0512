package dev.baton.world.shopify;

import dev.baton.world.graphql.FieldDenied;
import dev.baton.world.graphql.GraphNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages through a list as every Shopify connection does. */
final class Connections {

    /** Longest page. Source: shopify.dev, "Paginating results with GraphQL". */
    private static final int PAGE_LIMIT = 250;

    private Connections() {}

    /**
     * One page of a list that is already in order.
     *
     * @param key what a cursor remembers of an element: unique, and rising along the list
     * @throws FieldDenied when neither {@code first} nor {@code last} is given, or more than 250 are asked for
     */
    static <T> GraphNode page(
            String type,
            List<T> all,
            Map<String, Object> arguments,
            Function<T, String> key,
            Function<T, GraphNode> node) {
        Object first = arguments.get("first");
        Object last = arguments.get("last");
        if (first == null && last == null) {
            throw new FieldDenied("you must provide one of first or last", Map.of("code", "BAD_REQUEST"));
        }
        boolean falling = Boolean.TRUE.equals(arguments.get("reverse"));
        List<T> ordered = falling ? all.reversed() : all;
        Object after = arguments.get("after");
        Object before = arguments.get("before");
        int from = after == null ? 0 : position(ordered, after, key, falling) + 1;
        int to = before == null ? ordered.size() : position(ordered, before, key, falling);
        int size = limit(first == null ? last : first);
        int start = first == null ? Math.max(from, to - size) : from;
        int end = first == null ? to : Math.min(to, from + size);
        List<T> page = start >= end ? List.of() : ordered.subList(start, end);
        List<GraphNode> nodes = new ArrayList<>();
        List<GraphNode> edges = new ArrayList<>();
        for (T element : page) {
            GraphNode one = node.apply(element);
            nodes.add(one);
            edges.add(new GraphNode(type + "Edge")
                    .put("cursor", cursor(key.apply(element)))
                    .put("node", one));
        }
        GraphNode info = new GraphNode("PageInfo")
                .put("hasNextPage", end < ordered.size())
                .put("hasPreviousPage", start > 0)
                .put("startCursor", page.isEmpty() ? null : cursor(key.apply(page.getFirst())))
                .put("endCursor", page.isEmpty() ? null : cursor(key.apply(page.getLast())));
        return new GraphNode(type + "Connection")
                .put("nodes", nodes)
                .put("edges", edges)
                .put("pageInfo", info);
    }

    private static int limit(@Nullable Object asked) {
        int size = asked instanceof Integer number ? number : 0;
        if (size < 1 || size > PAGE_LIMIT) {
            throw new FieldDenied(
                    "first cannot exceed " + PAGE_LIMIT
                            + ". To query larger amounts of data with fewer limits, bulk operations should be used"
                            + " instead.",
                    Map.of("code", "BAD_REQUEST"));
        }
        return size;
    }

    /** Where the cursor's element stands, or the last one before its place when it has moved away. */
    private static <T> int position(List<T> all, Object cursor, Function<T, String> key, boolean falling) {
        String wanted;
        try {
            wanted = new String(Base64.getDecoder().decode(String.valueOf(cursor)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new FieldDenied("Invalid cursor for current pagination sort.", Map.of("code", "BAD_REQUEST"));
        }
        for (int i = 0; i < all.size(); i++) {
            int order = key.apply(all.get(i)).compareTo(wanted);
            if (falling ? order <= 0 : order >= 0) {
                return order == 0 ? i : i - 1;
            }
        }
        return all.size() - 1;
    }

    private static String cursor(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
