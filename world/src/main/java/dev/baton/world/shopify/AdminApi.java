package dev.baton.world.shopify;

import dev.baton.world.graphql.CostBucket;
import dev.baton.world.graphql.FieldDenied;
import dev.baton.world.graphql.GraphNode;
import dev.baton.world.graphql.GraphqlServer;
import dev.baton.world.http.Json;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop's Admin API over HTTP, of exactly one version. */
public final class AdminApi {

    /** The only version this shop speaks. */
    public static final String VERSION = "2026-07";

    /** Points of a full bucket and what comes back each second. Source: shopify.dev, API rate limits, basic plans. */
    private static final int BUCKET = 2000;

    private static final int RESTORED = 100;

    private final Shop shop;
    private final Ledger ledger;
    private final GraphqlServer server;
    private final AccessTokens tokens;
    private final CostBucket bucket;
    private final ShopMood.Counter mood;
    private final OrderNodes nodes;
    private final FulfilmentDesk desk;
    private final BulkDesk bulk;
    private final InventoryDesk inventory;
    private final Subscriptions subscriptions = new Subscriptions();

    public AdminApi(Shop shop, Ledger ledger, Clock clock, ShopMood mood) {
        this.shop = shop;
        this.ledger = ledger;
        this.server = GraphqlServer.of(schema());
        this.tokens = new AccessTokens(shop, clock);
        this.bucket = new CostBucket(clock, BUCKET, RESTORED);
        this.mood = new ShopMood.Counter(mood);
        this.nodes = new OrderNodes(shop);
        this.desk = new FulfilmentDesk(shop, nodes, ledger, this.mood);
        this.bulk = new BulkDesk(shop, server, clock);
        this.inventory = new InventoryDesk(shop, ledger);
    }

    /** The webhooks apps asked for here. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Answers one request to the shop's domain. */
    public Reply handle(Request request) {
        if (request.path().equals("/admin/oauth/access_token")
                && request.method().equals("POST")) {
            return tokens.grant(request);
        }
        if (request.path().startsWith(BulkDesk.FILES)) {
            return bulk.file(request);
        }
        if (!request.path().equals("/admin/api/" + VERSION + "/graphql.json")) {
            refused("no such address: " + request.path());
            return Reply.json(404, Json.object().put("errors", "Not Found"));
        }
        if (!request.method().equals("POST")) {
            return Reply.json(405, Json.object().put("errors", "Method Not Allowed"));
        }
        int call = mood.call();
        if (mood.revokes(call)) {
            tokens.revokeAll();
        }
        if (!tokens.isValid(request.header("x-shopify-access-token"))) {
            troubled(StoreTrouble.TOKEN_REFUSED);
            return Reply.json(
                    401,
                    Json.object()
                            .put(
                                    "errors",
                                    "[API] Invalid API key or access token (unrecognized login or wrong password)"));
        }
        JsonNode body = Json.readOrNull(request.body().bytes());
        if (body == null || !body.isObject()) {
            refused("the body is no JSON object");
            return Reply.json(400, Json.object().put("errors", "Bad Request"));
        }
        if (mood.throttles(call)) {
            bucket.drain();
        }
        bulk.reachedAt(request);
        return run(body);
    }

    private Reply run(JsonNode body) {
        int before = ledger.size();
        GraphqlServer.Outcome outcome =
                shop.locked(() -> server.run(body, new GraphqlServer.Roots(query(), mutation()), bucket));
        if (outcome.fault() != null) {
            refused(outcome.fault());
        }
        denied(outcome.body().path("errors"));
        boolean fulfilled = ledger.size() > before
                && Json.text(body, "query").contains("fulfillmentCreate")
                && outcome.body()
                        .path("data")
                        .path("fulfillmentCreate")
                        .path("fulfillment")
                        .isObject();
        if (fulfilled && mood.losesFulfilmentAnswer()) {
            return lost();
        }
        boolean stocked = outcome.body()
                .path("data")
                .path("inventorySetQuantities")
                .path("inventoryAdjustmentGroup")
                .isObject();
        if (stocked && mood.losesStockAnswer()) {
            return lost();
        }
        return Reply.json(200, outcome.body());
    }

    private Reply lost() {
        troubled(StoreTrouble.ANSWER_LOST);
        return new Reply.Lost();
    }

    private void denied(JsonNode errors) {
        for (JsonNode error : errors) {
            JsonNode more = error.path("extensions");
            if (Json.text(more, "code").equals("THROTTLED")) {
                troubled(StoreTrouble.THROTTLED);
            } else if (Json.text(more, "requiredAccess").contains(" access scope")) {
                troubled(StoreTrouble.MISSING_SCOPE);
            }
        }
    }

    private void troubled(StoreTrouble trouble) {
        ledger.write(new Fact.StoreTroubled("", shop.profile().code(), trouble));
    }

    private void refused(String why) {
        ledger.write(new Fact.StoreCallRefused("", shop.profile().code(), why));
    }

    private GraphNode query() {
        return new GraphNode("QueryRoot")
                .find("order", arguments -> {
                    requireOrders("order");
                    ShopOrder order = byGid(arguments.get("id"), "Order");
                    return order == null ? null : nodes.order(order);
                })
                .find("orders", this::orders)
                .find("product", arguments -> {
                    requireScope("product", "read_products");
                    return ProductNodes.find(shop, arguments.get("id"));
                })
                .find("products", arguments -> {
                    requireScope("products", "read_products");
                    return ProductNodes.page(shop, arguments);
                })
                .find("node", arguments -> node(arguments.get("id")))
                .find("nodes", arguments -> {
                    List<@Nullable GraphNode> found = new ArrayList<>();
                    if (arguments.get("ids") instanceof List<?> ids) {
                        ids.forEach(id -> found.add(node(id)));
                    }
                    return found;
                })
                .find("fulfillmentOrder", arguments -> fulfilmentOrder(arguments.get("id")))
                .find("fulfillment", arguments -> fulfilment(arguments.get("id")))
                .find("refund", arguments -> refund(arguments.get("id")))
                .find("location", _ -> location())
                .find("locations", arguments -> {
                    requireScope("locations", "read_locations");
                    return OrderNodes.indexed("Location", List.of(shop), arguments, _ -> location());
                })
                .lazy("shop", this::shopNode)
                .lazy("currentAppInstallation", this::installation)
                .find("webhookSubscriptions", subscriptions::page);
    }

    private GraphNode mutation() {
        return new GraphNode("Mutation")
                .find("fulfillmentCreate", desk::create)
                .find("fulfillmentTrackingInfoUpdate", desk::updateTracking)
                .find("bulkOperationRunQuery", arguments -> {
                    requireScope("products", "read_products");
                    return bulk.run(arguments);
                })
                .find("inventorySetQuantities", inventory::set)
                .find("webhookSubscriptionCreate", subscriptions::create);
    }

    private GraphNode orders(Map<String, Object> arguments) {
        requireOrders("orders");
        String sortKey = String.valueOf(arguments.getOrDefault("sortKey", "PROCESSED_AT"));
        List<ShopOrder> found = OrderSearch.find(shop.all(), arguments);
        return Connections.page("Order", found, arguments, order -> OrderSearch.key(order, sortKey), nodes::order);
    }

    private @Nullable GraphNode node(@Nullable Object id) {
        String text = String.valueOf(id);
        if (text.startsWith("gid://shopify/Order/")) {
            requireOrders("node");
            ShopOrder order = byGid(id, "Order");
            return order == null ? null : nodes.order(order);
        }
        if (text.startsWith(BulkDesk.GID)) {
            return bulk.find(text);
        }
        if (text.startsWith("gid://shopify/InventoryItem/")) {
            return inventory.item(id, location());
        }
        if (text.startsWith("gid://shopify/FulfillmentOrder/")) {
            return fulfilmentOrder(id);
        }
        return text.startsWith("gid://shopify/Fulfillment/") ? fulfilment(id) : null;
    }

    private @Nullable GraphNode fulfilmentOrder(@Nullable Object id) {
        ShopOrder order = shop.all().stream()
                .filter(one -> OrderNodes.gid("FulfillmentOrder", one.fulfilmentOrderId())
                        .equals(id))
                .findFirst()
                .orElse(null);
        return order == null ? null : nodes.fulfilmentOrder(order);
    }

    private @Nullable GraphNode fulfilment(@Nullable Object id) {
        for (ShopOrder order : shop.all()) {
            for (ShopOrder.Fulfilment fulfilment : order.fulfilments) {
                if (OrderNodes.gid("Fulfillment", fulfilment.id()).equals(id)) {
                    return nodes.fulfilment(order, fulfilment);
                }
            }
        }
        return null;
    }

    private @Nullable GraphNode refund(@Nullable Object id) {
        for (ShopOrder order : shop.all()) {
            for (ShopOrder.Refund refund : order.refunds) {
                if (OrderNodes.gid("Refund", refund.id()).equals(id)) {
                    return nodes.refund(order, refund);
                }
            }
        }
        return null;
    }

    private @Nullable ShopOrder byGid(@Nullable Object gid, String type) {
        String prefix = "gid://shopify/" + type + "/";
        String text = String.valueOf(gid);
        if (!text.startsWith(prefix)) {
            throw new FieldDenied("Invalid global id '" + text + "'", Map.of("code", "argumentLiteralsIncompatible"));
        }
        try {
            return shop.find(Long.parseLong(text.substring(prefix.length())));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private void requireOrders(String field) {
        requireScope(field, "read_orders");
    }

    private void requireScope(String field, String scope) {
        if (!shop.scopes().contains(scope)) {
            throw new FieldDenied(
                    "Access denied for " + field + " field. Required access: `" + scope + "` access scope.",
                    Map.of(
                            "code", "ACCESS_DENIED",
                            "documentation", "https://shopify.dev/api/usage/access-scopes",
                            "requiredAccess", "`" + scope + "` access scope."));
        }
    }

    private GraphNode location() {
        return new FulfilmentNodes(shop, nodes).location();
    }

    private GraphNode shopNode() {
        return new GraphNode("Shop")
                .put("id", OrderNodes.gid("Shop", 548_380_009))
                .put("name", shop.profile().name())
                .put("email", "owner@example.com")
                .put("myshopifyDomain", shop.profile().domain())
                .put("currencyCode", shop.profile().currency())
                .put("ianaTimezone", "America/New_York");
    }

    private GraphNode installation() {
        List<GraphNode> scopes = shop.scopes().stream()
                .map(scope -> new GraphNode("AccessScope").put("handle", scope).put("description", scope))
                .toList();
        return new GraphNode("AppInstallation")
                .put("id", OrderNodes.gid("AppInstallation", 1))
                .put("accessScopes", scopes);
    }

    private static String schema() {
        try (InputStream in = AdminApi.class.getResourceAsStream("admin-" + VERSION + ".graphqls")) {
            if (in == null) {
                throw new IllegalStateException("the schema of version " + VERSION + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
