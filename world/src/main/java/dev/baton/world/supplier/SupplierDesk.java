package dev.baton.world.supplier;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Plot;
import dev.baton.world.story.SupplierSheet;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One supplier's inbox: takes documents, each once, and lets the supplier react. Safe to use from many threads. */
public final class SupplierDesk {

    /** How far a document's timestamp may be from now, on the wall. Source: Standard Webhooks, replay protection. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Longer than anybody waits for an answer. */
    private static final Duration NO_ANSWER = Duration.ofSeconds(35);

    private final SupplierSheet sheet;
    private final SupplierWorld world;
    private final StandardWebhook signature;
    private final DocumentReader reader;
    private final Warehouse warehouse;
    private final TellsStock stock;
    private final Reactions reactions;
    private final Map<String, Taken> taken = new HashMap<>();
    private final Set<String> faulted = new HashSet<>();

    SupplierDesk(
            SupplierSheet sheet,
            SupplierWorld world,
            Warehouse warehouse,
            BatonApi baton,
            TellsStock stock,
            Set<String> rejectedOrders) {
        this.sheet = sheet;
        this.world = world;
        this.warehouse = warehouse;
        this.signature = StandardWebhook.of(StandardWebhook.secretFor(sheet.code()));
        this.reader = new DocumentReader(sheet.code());
        this.stock = stock;
        this.reactions = new Reactions(sheet, world, warehouse, new RestAnswers(baton), rejectedOrders);
    }

    /** Tells Baton the supplier's stock. */
    public void tellStock() {
        stock.tell();
    }

    /** Tells Baton that nothing is left of anything, as a broken export does. */
    void tellNothingIsLeft() {
        stock.tellNothingIsLeft();
    }

    /** Puts units on the shelf. */
    public void restock(String supplierSku, int units) {
        warehouse.put(supplierSku, units);
        world.ledger().write(new Fact.Stocked(sheet.code(), supplierSku, units));
    }

    /** Answers one document. */
    public Reply handle(Request request) {
        if (!request.method().equals("POST")) {
            return Reply.text(405, "Documents come by POST.");
        }
        Duration tolerance =
                Duration.ofMillis((long) (TOLERANCE.toMillis() * world.clock().rate()));
        String distrust = signature.distrust(request, world.clock().instant(), tolerance);
        if (distrust != null) {
            return refuse(401, "", "", distrust);
        }
        JsonNode json = Json.readOrNull(request.body().bytes());
        if (json == null || !json.isObject()) {
            return refuse(400, "", "", "the body is no JSON object");
        }
        try {
            return switch (Json.text(json, "type")) {
                case "purchase_order" -> purchaseOrder(request, reader.purchaseOrder(json));
                case "purchase_order.cancellation" -> cancellation(reader.cancellation(json));
                case "purchase_order.amendment" -> amendment(reader.amendment(json));
                case "purchase_order.price" -> cost(reader.cost(json));
                case "purchase_order.recall" -> recall(reader.recall(json));
                case "purchase_order.reminder" -> reminder(reader.reminder(json));
                default -> refuse(422, "", Json.text(json, "number"), "unknown type " + json.get("type"));
            };
        } catch (Unreadable e) {
            return refuse(422, "", Json.text(json, "number"), String.valueOf(e.getMessage()));
        }
    }

    private Reply purchaseOrder(Request request, PurchaseOrder order) {
        String key = request.headerOrEmpty("idempotency-key");
        OrderScript script = world.scripts().apply(order.storeOrderId());
        if (script == null) {
            return refuse(422, order.storeOrderId(), order.number(), "nobody placed the store order it names");
        }
        if (!key.equals(order.number() + ".v" + order.version())) {
            return refuse(422, script.id(), order.number(), "idempotency-key is " + key);
        }
        Fault fault = fault(script, order);
        Reply refusal = refusal(fault, script, order);
        if (refusal != null) {
            return refusal;
        }
        take(request, order, script, key);
        return switch (fault) {
            case ANSWER_LOST -> new Reply.Lost();
            case NO_ANSWER -> {
                rest();
                yield new Reply.Lost();
            }
            case NONE, SERVER_ERROR, TOO_BUSY -> received(order.number());
        };
    }

    private Fault fault(OrderScript script, PurchaseOrder order) {
        synchronized (taken) {
            if (!faulted.add(order.number()) || script.plot().hold() != null) {
                return Fault.NONE;
            }
        }
        return script.id().equals(world.noAnswerTo()) ? Fault.NO_ANSWER : Fault.of(script.id(), world.seed());
    }

    /** The answer where nothing is taken, or null. */
    private @Nullable Reply refusal(Fault fault, OrderScript script, PurchaseOrder order) {
        boolean first;
        synchronized (taken) {
            first = faulted.add(order.number() + " refused");
        }
        boolean parks = script.plot() == Plot.PARKED || (script.plot() == Plot.PARKED_THEN_RESENT && first);
        if (parks) {
            bad(script, order, "refused for good");
            return Reply.json(422, Json.object().put("error", "Your account is blocked, call us"));
        }
        return switch (fault) {
            case SERVER_ERROR -> {
                bad(script, order, fault.words());
                yield Reply.text(500, "Out of order");
            }
            case TOO_BUSY -> {
                bad(script, order, fault.words());
                yield new Reply.Answer(
                        429, "text/plain", dev.baton.world.http.Body.of("Later"), Map.of("retry-after", "1"));
            }
            case ANSWER_LOST, NO_ANSWER -> {
                bad(script, order, fault.words());
                yield null;
            }
            case NONE -> null;
        };
    }

    private void take(Request request, PurchaseOrder order, OrderScript script, String key) {
        String sha = request.body().sha256();
        Taken fresh = new Taken(order, script, sha);
        Taken before;
        synchronized (taken) {
            before = taken.putIfAbsent(order.number(), fresh);
        }
        boolean repeat = before != null && before.sha256.equals(sha);
        world.ledger().write(new Fact.PurchaseOrderTaken(script.id(), sheet.code(), order, key, sha, repeat));
        if (before == null) {
            reactions.taken(fresh);
        }
    }

    private Reply cancellation(DocumentReader.Cancellation asked) {
        Taken known = find(asked.number());
        if (known == null) {
            return refuse(404, "", asked.number(), "asked to cancel a purchase order it never got");
        }
        world.ledger()
                .write(new Fact.CancellationReceived(
                        known.script.id(), sheet.code(), asked.number(), asked.cancellationId(), asked.units()));
        reactions.askedToCancel(known, asked);
        return received(asked.number());
    }

    private Reply amendment(DocumentReader.Amendment asked) {
        Taken known = find(asked.number());
        if (known == null) {
            return refuse(404, "", asked.number(), "asked to amend a purchase order it never got");
        }
        reactions.askedToAmend(known, asked.amendmentId(), asked.shipTo());
        return received(asked.number());
    }

    private Reply cost(DocumentReader.CostWord word) {
        Taken known = find(word.number());
        if (known == null) {
            return refuse(404, "", word.number(), "told the cost of a purchase order it never got");
        }
        world.ledger()
                .write(new Fact.CostTold(
                        known.script.id(),
                        sheet.code(),
                        word.number(),
                        word.units(),
                        word.accepted(),
                        word.unitCost(),
                        word.named()));
        reactions.toldOfCost(known, word);
        return received(word.number());
    }

    private Reply recall(DocumentReader.Recall asked) {
        Taken known = find(asked.number());
        if (known == null) {
            return refuse(404, "", asked.number(), "asked to call back a purchase order it never got");
        }
        world.ledger()
                .write(new Fact.RecallReceived(
                        known.script.id(),
                        sheet.code(),
                        asked.number(),
                        asked.recallId(),
                        asked.units(),
                        asked.trackingNumbers()));
        reactions.askedToRecall(known, asked);
        return received(asked.number());
    }

    private Reply reminder(DocumentReader.Reminder reminder) {
        Taken known = find(reminder.number());
        if (known == null) {
            return refuse(404, "", reminder.number(), "reminded of a purchase order it never got");
        }
        world.ledger().write(new Fact.ReminderReceived(known.script.id(), sheet.code(), reminder.number(), null));
        reactions.reminded(known);
        return received(reminder.number());
    }

    private @Nullable Taken find(String number) {
        synchronized (taken) {
            return taken.get(number);
        }
    }

    private void bad(OrderScript script, PurchaseOrder order, String how) {
        world.ledger().write(new Fact.BadAnswer(script.id(), sheet.code(), order.number(), how));
    }

    private Reply refuse(int status, String order, String number, String why) {
        world.ledger().write(new Fact.DocumentRefused(order, sheet.code(), number, why));
        return Reply.json(status, Json.object().put("error", why));
    }

    private static Reply received(String number) {
        return Reply.json(200, Json.object().put("received", number));
    }

    private static void rest() {
        try {
            Thread.sleep(NO_ANSWER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
