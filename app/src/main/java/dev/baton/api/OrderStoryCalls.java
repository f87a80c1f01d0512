package dev.baton.api;

import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditLine;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.sourcing.DecisionJson;
import dev.baton.sourcing.Explanation;
import dev.baton.sourcing.SourcingDecision;
import dev.baton.suppliers.SupplierLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why an order went where it went, and what happened to it. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
@Tag(name = "Orders")
class OrderStoryCalls {

    private static final int MOST_EVENTS = 500;

    private final Tenancy tenancy;
    private final OrderLookup orders;
    private final OrderPrinter printer;
    private final SupplierLookup suppliers;
    private final Audit audit;
    private final JsonMapper json;

    OrderStoryCalls(
            Tenancy tenancy,
            OrderLookup orders,
            OrderPrinter printer,
            SupplierLookup suppliers,
            Audit audit,
            JsonMapper json) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.printer = printer;
        this.suppliers = suppliers;
        this.audit = audit;
        this.json = json;
    }

    /** Every decision there was, the latest last. */
    record Decisions(String order, List<Decision> decisions) {}

    /** In words, and as it was stored: candidates, costs, stock seen, and why each loser lost. */
    record Decision(List<String> words, JsonNode stored) {}

    /** What happened, oldest first. */
    record Timeline(String order, List<Event> events) {}

    /** One act; {@code from} and {@code to} are states, null where there is no single one. */
    record Event(
            Instant at,
            String actor,
            String act,
            String aggregate,
            String id,
            @Nullable String from,
            @Nullable String to,
            @Nullable String why) {

        static Event of(AuditLine line) {
            return new Event(
                    line.at(),
                    line.actorKind() + ":" + line.actorId(),
                    line.act(),
                    line.aggregate(),
                    line.aggregateId().toString(),
                    line.from(),
                    line.to(),
                    line.why());
        }
    }

    @Operation(summary = "Say why each supplier was chosen")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping("/decision")
    Decisions decision(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            OrderView order = printer.find(caller.merchant(), id);
            List<Decision> decisions = new ArrayList<>();
            for (String stored : orders.decisions(caller.merchant(), order.id())) {
                SourcingDecision decision = DecisionJson.read(stored);
                decisions.add(new Decision(
                        Explanation.inWords(decision, names(caller.merchant(), order, decision)),
                        json.readTree(stored)));
            }
            return new Decisions(id.toString(), decisions);
        });
    }

    @Operation(summary = "Say what happened to an order")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping("/timeline")
    Timeline timeline(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            OrderView order = printer.find(caller.merchant(), id);
            return new Timeline(
                    id.toString(),
                    audit.of(caller.merchant(), printer.aggregates(caller.merchant(), order), MOST_EVENTS).stream()
                            .map(Event::of)
                            .toList());
        });
    }

    /** How the parties of a decision are called: suppliers as today, goods as the order's lines call them. */
    private Explanation.Names names(MerchantId merchant, OrderView order, SourcingDecision decision) {
        Map<UUID, String> codeOfLine = new HashMap<>();
        order.lines()
                .forEach(line -> codeOfLine.put(line.id().value(), line.sku() == null ? line.title() : line.sku()));
        Map<UUID, String> skus = new HashMap<>();
        decision.assignments().forEach(each -> skus.put(each.skuId(), codeOfLine.getOrDefault(each.lineId(), "")));
        decision.unassigned().forEach(each -> skus.put(each.skuId(), codeOfLine.getOrDefault(each.lineId(), "")));
        Map<UUID, String> names = new HashMap<>();
        suppliers.all(merchant).forEach(terms -> names.put(terms.id().value(), terms.name()));
        return new Explanation.Names() {
            @Override
            public String supplier(UUID supplierId) {
                return names.getOrDefault(supplierId, supplierId.toString());
            }

            @Override
            public String sku(UUID skuId) {
                return skus.getOrDefault(skuId, skuId.toString());
            }
        };
    }
}
