package dev.baton.world.demo;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.Shop;
import dev.baton.world.story.OrderScript;
import dev.baton.world.time.Agenda;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Two customers who want the last unit: each looks at what a store shows, and both buy it at once in two stores. */
final class Rivals {

    /** How long they look again and again at a store that shows none, in business time. */
    private static final Duration PATIENCE = Duration.ofHours(20);

    private final Map<String, Shop> shops;
    private final Agenda agenda;
    private final Ledger ledger;
    private final Consumer<OrderScript> placing;

    /** @param placing places an order in its store */
    Rivals(Map<String, Shop> shops, Agenda agenda, Ledger ledger, Consumer<OrderScript> placing) {
        this.shops = shops;
        this.agenda = agenda;
        this.ledger = ledger;
        this.placing = placing;
    }

    /** Both buy as soon as both stores show that it is there; after a long while each buys what is not there. */
    void buy(OrderScript one, OrderScript other) {
        buy(List.of(one, other), Duration.ZERO);
    }

    private void buy(List<OrderScript> both, Duration waited) {
        List<Integer> shown = both.stream().map(this::shown).toList();
        boolean there = shown.stream().allMatch(units -> units > 0);
        if (!there && waited.compareTo(PATIENCE) < 0) {
            Duration pause = Duration.ofMinutes(2);
            agenda.after(pause, () -> buy(both, waited.plus(pause)));
            return;
        }
        for (int i = 0; i < both.size(); i++) {
            OrderScript script = both.get(i);
            if (there) {
                String sku = script.lines().getFirst().sku();
                ledger.write(new Fact.LastUnitSeen(script.id(), script.store(), sku, shown.get(i)));
            }
            agenda.after(Duration.ZERO, () -> placing.accept(script));
        }
    }

    private int shown(OrderScript script) {
        Shop shop = shops.get(script.store());
        Integer available =
                shop == null ? null : shop.available(script.lines().getFirst().sku());
        return available == null ? 0 : available;
    }
}
