package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.StoreAccess;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.UnreadableDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an app may do in a Shopify store and is told of. Source: shopify.dev, GraphQL Admin API reference 2026-07,
 * {@code currentAppInstallation}, {@code webhookSubscriptions}, {@code webhookSubscriptionCreate} (an https {@code uri}
 * since 2025-10); the version of what webhooks carry is the app's own setting.
 */
@Component
class ShopifyAccess implements StoreAccess {

    /** Orders in, fulfilments and figures out, products in. Customers' data is a permission of its own. */
    private static final Set<String> NEEDED = Set.of(
            "read_orders",
            "read_products",
            "read_merchant_managed_fulfillment_orders",
            "write_merchant_managed_fulfillment_orders",
            "read_locations",
            "read_inventory",
            "write_inventory");

    /** What {@link HookTopic} understands, as the API names it. */
    private static final List<String> TOPICS = List.of(
            "ORDERS_CREATE",
            "ORDERS_UPDATED",
            "ORDERS_PAID",
            "ORDERS_CANCELLED",
            "ORDERS_EDITED",
            "REFUNDS_CREATE",
            "PRODUCTS_CREATE",
            "PRODUCTS_UPDATE",
            "PRODUCTS_DELETE",
            "APP_UNINSTALLED");

    private static final int MOST_PAGES = 10;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final AdminApi api;

    ShopifyAccess(AdminApi api) {
        this.api = api;
    }

    @Override
    public Set<String> needed() {
        return new TreeSet<>(NEEDED);
    }

    @Override
    public Answer<Set<String>> granted(StoreConnection connection) {
        ApiAnswer answer = api.ask(connection, Query.ACCESS, Map.of());
        if (!(answer instanceof ApiAnswer.Told told)) {
            return notTold(answer);
        }
        Fields installation = data(told).object("currentAppInstallation");
        if (installation == null) {
            return new Answer.Later<>(WAIT, "the store did not say what is granted");
        }
        Set<String> scopes = new LinkedHashSet<>();
        for (Fields scope : installation.list("accessScopes")) {
            scopes.add(scope.requiredText("handle"));
        }
        return new Answer.Told<>(scopes);
    }

    @Override
    public Answer<Hooks> heal(StoreConnection connection, URI address) {
        Set<String> missing = new LinkedHashSet<>(TOPICS);
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ApiAnswer answer = api.ask(connection, Query.WEBHOOKS, after == null ? Map.of() : Map.of("after", after));
            if (!(answer instanceof ApiAnswer.Told told)) {
                return notTold(answer);
            }
            Fields list = data(told).object("webhookSubscriptions");
            if (list == null) {
                return new Answer.Later<>(WAIT, "the store did not list its webhooks");
            }
            for (Fields node : list.list("nodes")) {
                if (address.toString().equals(node.text("uri"))) {
                    missing.remove(node.requiredText("topic"));
                }
            }
            after = next(list);
            if (after == null) {
                break;
            }
        }
        return create(connection, address, missing);
    }

    private Answer<Hooks> create(StoreConnection connection, URI address, Set<String> missing) {
        int made = 0;
        String refused = null;
        for (String topic : missing) {
            ApiAnswer answer = api.ask(
                    connection,
                    Query.WEBHOOK_CREATE,
                    Map.of("topic", topic, "subscription", Map.of("uri", address.toString())));
            String why = answer instanceof ApiAnswer.Told told ? refusal(told) : why(answer);
            if (why == null) {
                made++;
            } else {
                refused = topic + ": " + why;
            }
        }
        return new Answer.Told<>(new Hooks(TOPICS.size() - missing.size() + made, made, refused));
    }

    /** Null when the webhook was made. */
    private static @Nullable String refusal(ApiAnswer.Told told) {
        Fields created = data(told).object("webhookSubscriptionCreate");
        if (created == null) {
            return "the store did not say whether it was made";
        }
        List<Fields> errors = created.list("userErrors");
        return errors.isEmpty() ? null : "the store says: " + errors.getFirst().text("message");
    }

    @Override
    public Answer<OpenPage> open(StoreConnection connection, @Nullable String after) {
        ApiAnswer answer = api.ask(connection, Query.ORDERS_OPEN, after == null ? Map.of() : Map.of("after", after));
        if (!(answer instanceof ApiAnswer.Told told)) {
            return notTold(answer);
        }
        Fields orders = data(told).object("orders");
        if (orders == null) {
            return new Answer.Later<>(WAIT, "the store did not list its orders");
        }
        List<OpenOrder> open = new ArrayList<>();
        for (Fields node : orders.list("nodes")) {
            Instant updated = node.instant("updatedAt");
            if (updated != null) {
                open.add(new OpenOrder(OrderWords.id(node, "id"), updated));
            }
        }
        return new Answer.Told<>(new OpenPage(open, next(orders)));
    }

    private static @Nullable String next(Fields list) {
        Fields info = list.object("pageInfo");
        return info != null && info.flag("hasNextPage", false) ? info.text("endCursor") : null;
    }

    private static Fields data(ApiAnswer.Told told) {
        Fields data = Fields.of(told.root().toString().getBytes(StandardCharsets.UTF_8))
                .object("data");
        if (data == null) {
            throw new UnreadableDocument("the answer holds no data", "data");
        }
        return data;
    }

    private static <T> Answer<T> notTold(ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("an answer with data has not failed");
            case ApiAnswer.Throttled throttled -> new Answer.Later<>(throttled.pause(), why(answer));
            case ApiAnswer.NotDone ignored -> new Answer.Later<>(WAIT, why(answer));
            case ApiAnswer.Unknown ignored -> new Answer.Later<>(WAIT, why(answer));
            case ApiAnswer.Denied ignored -> new Answer.Never<>(why(answer));
            case ApiAnswer.Refused ignored -> new Answer.Never<>(why(answer));
        };
    }

    private static String why(ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Told ignored -> "";
            case ApiAnswer.Throttled ignored -> "the store asks us to slow down";
            case ApiAnswer.Denied denied -> denied.why();
            case ApiAnswer.NotDone later -> later.why();
            case ApiAnswer.Unknown unknown -> unknown.why();
            case ApiAnswer.Refused refused -> refused.why();
        };
    }
}
