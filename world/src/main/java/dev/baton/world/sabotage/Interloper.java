package dev.baton.world.sabotage;

import dev.baton.world.http.Body;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Json;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.supplier.StandardWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Passes everything on as it came, except once: then it does its sabotage, signing anew so that the receiver cannot
 * tell. What the receiver did not take was no sabotage yet, and the next message is spoilt instead. Falling stock figures
 * are kept back each time, for one that came through would mend what was done.
 */
public final class Interloper {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    /** Headers an HTTP client makes itself. */
    private static final List<String> OWN_HEADERS = List.of(
            "host", "content-length", "connection", "transfer-encoding", "upgrade", "http2-settings", "expect", "te");

    private final Sabotage sabotage;
    private final URI target;
    private final Caller caller;
    private final Predicate<String> victims;
    private final AtomicBoolean done = new AtomicBoolean();

    /**
     * Stands before {@code target}.
     *
     * @param victims by the store's order id: whose purchase orders are worth spoiling
     */
    public Interloper(Sabotage sabotage, URI target, Caller caller, Predicate<String> victims) {
        this.sabotage = sabotage;
        this.target = target;
        this.caller = caller;
        this.victims = victims;
    }

    /** Passes a request on, or spoils it. */
    public Reply handle(Request request) {
        JsonNode json =
                request.method().equals("POST") ? Json.readOrNull(request.body().bytes()) : null;
        if (json instanceof ObjectNode document) {
            Reply spoilt = switch (sabotage) {
                case LOST_FULFILMENT -> store(document);
                case STOCK_NOT_LOWERED -> figures(document);
                default -> supplier(request, document);
            };
            if (spoilt != null) {
                return spoilt;
            }
        }
        return pass(request, request.body(), Map.of());
    }

    private @Nullable Reply store(ObjectNode call) {
        boolean fulfils = Json.text(call, "query").contains("fulfillmentCreate");
        if (!fulfils || !done.compareAndSet(false, true)) {
            return null;
        }
        ObjectNode answer = Json.object();
        ObjectNode payload = answer.putObject("data").putObject("fulfillmentCreate");
        payload.putObject("fulfillment")
                .put("id", "gid://shopify/Fulfillment/6999999999999")
                .put("status", "SUCCESS");
        payload.putArray("userErrors");
        return Reply.json(200, answer);
    }

    /** Says that figures were taken of which one falls. */
    private static @Nullable Reply figures(ObjectNode call) {
        boolean falls = false;
        for (JsonNode figure : call.path("variables").path("input").path("quantities")) {
            falls |= Json.number(figure, "quantity", 0) < Json.number(figure, "changeFromQuantity", 0);
        }
        if (!falls || !Json.text(call, "query").contains("inventorySetQuantities")) {
            return null;
        }
        ObjectNode answer = Json.object();
        ObjectNode payload = answer.putObject("data").putObject("inventorySetQuantities");
        payload.putObject("inventoryAdjustmentGroup").put("id", "gid://shopify/InventoryAdjustmentGroup/6999999999999");
        payload.putArray("userErrors");
        return Reply.json(200, answer);
    }

    private @Nullable Reply supplier(Request request, ObjectNode document) {
        boolean order = Json.text(document, "type").equals("purchase_order")
                && victims.test(Json.text(document.path("storeOrder"), "id"));
        if (!order || !done.compareAndSet(false, true)) {
            return null;
        }
        Reply reply = spoil(request, document);
        if (!(reply instanceof Reply.Answer answer && answer.status() < 300)) {
            done.set(false);
        }
        return reply;
    }

    private Reply spoil(Request request, ObjectNode document) {
        switch (sabotage) {
            case LOST_SEND -> {
                return Reply.json(200, Json.object().put("received", Json.text(document, "number")));
            }
            case DOUBLE_SEND -> {
                Reply first = pass(request, request.body(), Map.of());
                document.put("number", Json.text(document, "number") + "9");
                return first instanceof Reply.Answer answer && answer.status() < 300
                        ? again(request, document, answer)
                        : first;
            }
            case WRONG_QUANTITY -> {
                ObjectNode line = (ObjectNode) document.path("lines").path(0);
                line.put("quantity", Json.number(line, "quantity", 0) + 1);
            }
            case WRONG_ADDRESS -> ((ObjectNode) document.path("shipTo")).put("line1", "1 Elsewhere Road");
            case LOST_INSTRUCTION -> ((ObjectNode) document.path("instructions")).putNull("packaging");
            case LOST_FULFILMENT, STOCK_NOT_LOWERED, LOST_MAIL, DOUBLE_MAIL, WRONG_BRAND, SLIP_SHOWS_PRICE ->
                throw new IllegalStateException("not at a supplier");
        }
        return resigned(request, document);
    }

    private Reply again(Request request, ObjectNode document, Reply.Answer first) {
        resigned(request, document);
        return first;
    }

    private Reply resigned(Request request, ObjectNode document) {
        Body body = Body.of(document);
        String code = request.path().substring(request.path().lastIndexOf('/') + 1);
        String id = request.headerOrEmpty("webhook-id") + (sabotage == Sabotage.DOUBLE_SEND ? "x" : "");
        String timestamp = request.headerOrEmpty("webhook-timestamp");
        String signature = StandardWebhook.of(StandardWebhook.secretFor(code)).sign(id, timestamp, body);
        String key = Json.text(document, "number") + ".v" + Json.number(document, "version", 1);
        return pass(request, body, Map.of("webhook-id", id, "webhook-signature", signature, "idempotency-key", key));
    }

    private Reply pass(Request request, Body body, Map<String, String> changed) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name) && !values.isEmpty()) {
                headers.put(name, values.getFirst());
            }
        });
        headers.putAll(changed);
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        Caller.Outcome outcome = caller.send(
                request.method(), URI.create(target + request.path() + query), headers, body, ANSWER_TIMEOUT);
        return outcome.status() == 0
                ? new Reply.Lost()
                : new Reply.Answer(outcome.status(), "application/json", outcome.body(), Map.of());
    }
}
