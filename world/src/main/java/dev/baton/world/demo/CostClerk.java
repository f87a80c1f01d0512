package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.OtherCost;
import dev.baton.world.story.Playbook;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The clerk who decides on other costs suppliers named, by the script; looks only while there are some. */
final class CostClerk {

    private final BatonApi baton;
    private final BatonReader reader;
    private final Playbook playbook;
    private final Ledger ledger;
    private final Map<String, Fact.PurchaseOrderTaken> taken = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    CostClerk(BatonApi baton, BatonReader reader, Playbook playbook, Ledger ledger) {
        this.baton = baton;
        this.reader = reader;
        this.playbook = playbook;
        this.ledger = ledger;
        ledger.follow(this::follow);
    }

    private void follow(Fact fact) {
        if (fact instanceof Fact.PurchaseOrderTaken one) {
            one.document().lines().stream()
                    .filter(line -> cost(one.order(), line) != null)
                    .forEach(_ -> taken.put(one.document().number(), one));
        }
        if (fact instanceof Fact.CostNamed named && named.status() / 100 == 2) {
            named.unitCosts().keySet().forEach(line -> waiting.add(named.number() + "/" + line));
        }
    }

    private @Nullable OtherCost cost(String order, PurchaseOrder.Line line) {
        OrderScript script = playbook.find(order);
        return script == null ? null : OtherCost.of(script, line.merchantSku());
    }

    /** Looks once at what suppliers want. */
    void look() {
        if (waiting.isEmpty()) {
            return;
        }
        for (BatonReader.OtherCostSaid said : reader.otherCosts()) {
            if ((said.isOpen() || said.isTolerated()) && waiting.remove(said.purchaseOrder() + "/" + said.line())) {
                Fact.PurchaseOrderTaken of = Objects.requireNonNull(taken.get(said.purchaseOrder()));
                of.document().lines().stream()
                        .filter(line -> line.line() == said.line())
                        .forEach(line -> decide(of.order(), said, cost(of.order(), line)));
            }
        }
    }

    private void decide(String order, BatonReader.OtherCostSaid said, @Nullable OtherCost cost) {
        if (said.isTolerated()) {
            ledger.write(new Fact.CostTolerated(order, said.purchaseOrder(), said.line(), said.unitCost()));
            return;
        }
        boolean accepts = cost == OtherCost.ACCEPTED;
        BatonApi.Answer answer = baton.post(
                "/api/v1/counter-offers/" + said.id() + "/decide",
                Json.object()
                        .put("choice", accepts ? "ACCEPT" : "REFUSE")
                        .put("reason", accepts ? null : "Our price list holds"));
        ledger.write(new Fact.CostDecided(order, said.purchaseOrder(), said.line(), accepts, answer.status()));
    }
}
