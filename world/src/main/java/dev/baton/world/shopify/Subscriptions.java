package dev.baton.world.shopify;

import dev.baton.world.graphql.GraphNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The webhooks an app has asked a shop for. Source: shopify.dev, {@code webhookSubscriptionCreate} of 2026-07. */
public final class Subscriptions {

    private final List<Subscription> all = new CopyOnWriteArrayList<>();

    private record Subscription(long id, String topic, String uri) {}

    /** Where events of a topic such as {@code orders/create} go. */
    public List<URI> addresses(String topic) {
        return all.stream()
                .filter(each ->
                        each.topic().equals(topic.toUpperCase(Locale.ROOT).replace('/', '_')))
                .map(each -> URI.create(each.uri()))
                .distinct()
                .toList();
    }

    /** Somebody in the shop's office takes all of them away. */
    public void clear() {
        all.clear();
    }

    GraphNode page(Map<String, Object> arguments) {
        return Connections.page(
                "WebhookSubscription",
                List.copyOf(all),
                arguments,
                each -> String.format(Locale.ROOT, "%020d", each.id()),
                Subscriptions::node);
    }

    GraphNode create(Map<String, Object> arguments) {
        String topic = String.valueOf(arguments.get("topic"));
        String uri =
                arguments.get("webhookSubscription") instanceof Map<?, ?> input ? String.valueOf(input.get("uri")) : "";
        String wrong = wrong(topic, uri);
        if (wrong != null) {
            return payload(
                    null,
                    List.of(new GraphNode("UserError")
                            .put("field", List.of("webhookSubscription", "uri"))
                            .put("message", wrong)));
        }
        Subscription made = new Subscription(1_000L + all.size(), topic, uri);
        all.add(made);
        return payload(node(made), List.of());
    }

    private @Nullable String wrong(String topic, String uri) {
        if (!uri.startsWith("https://") && !uri.startsWith("http://127.0.0.1:")) {
            return "Address is invalid: it must be an https address";
        }
        boolean taken = all.stream()
                .anyMatch(each -> each.topic().equals(topic) && each.uri().equals(uri));
        return taken ? "Address for this topic has already been taken" : null;
    }

    private static GraphNode payload(@Nullable GraphNode made, List<GraphNode> errors) {
        return new GraphNode("WebhookSubscriptionCreatePayload")
                .put("webhookSubscription", made)
                .put("userErrors", new ArrayList<>(errors));
    }

    private static GraphNode node(Subscription each) {
        return new GraphNode("WebhookSubscription")
                .put("id", OrderNodes.gid("WebhookSubscription", each.id()))
                .put("topic", each.topic())
                .put("uri", each.uri());
    }
}
