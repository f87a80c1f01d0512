package dev.baton.orders;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.sourcing.FxRates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at one page of unsent allocations whose offers cost more now, and holds what leaves too little. */
@Component
class MarginPage {

    /** Allocations of one page. */
    private static final int PAGE = 200;

    /** An allocation that is older than this and still unsent is not looked for: there is no index to find it by. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private static final int MILLIS_SHIFT = 16;

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final CatalogLookup catalog;
    private final SourcingInput input;
    private final Closing closing;
    private final Ids ids;

    MarginPage(JdbcClient jdbc, OrderRows rows, CatalogLookup catalog, SourcingInput input, Closing closing, Ids ids) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.catalog = catalog;
        this.input = input;
        this.closing = closing;
        this.ids = ids;
    }

    /** Smaller than every id made since {@link #LOOK_BACK} before the given time: ids begin with their milliseconds. */
    static UUID first(Instant now) {
        return new UUID(now.minus(LOOK_BACK).toEpochMilli() << MILLIS_SHIFT, 0);
    }

    private record Found(UUID allocation, SalesOrderId order) {}

    /** The last allocation of the page when there may be more, else null. Needs an open transaction. */
    @Nullable
    UUID hold(MerchantId merchant, Collection<OfferId> raised, UUID after) {
        if (raised.isEmpty()) {
            return null;
        }
        List<Found> found = unsent(merchant, raised, after);
        List<SalesOrderId> orders = found.stream().map(Found::order).distinct().toList();
        List<OrderState> states = rows.lock(merchant, orders).values().stream()
                .sorted(Comparator.comparing(state -> state.head.id().value()))
                .toList();
        List<OrderState> held = holdUnder(merchant, states);
        closing.close(merchant, held, new Closing.Act("CheckMargins", "a cost rose"), null);
        return found.size() == PAGE ? found.getLast().allocation() : null;
    }

    private List<Found> unsent(MerchantId merchant, Collection<OfferId> raised, UUID after) {
        return jdbc.sql("""
                select allocation_id, sales_order_id from allocation
                where merchant_id = :merchant and allocation_id > :after and offer_id = any(:offers::uuid[])
                  and stage in ('reserved', 'allocated')
                order by merchant_id, allocation_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after)
                .param("offers", SqlArrays.uuids(Columns.of(List.copyOf(raised), OfferId::value)))
                .param("limit", PAGE)
                .query((row, number) -> new Found(
                        row.getObject("allocation_id", UUID.class),
                        new SalesOrderId(row.getObject("sales_order_id", UUID.class))))
                .list();
    }

    private List<OrderState> holdUnder(MerchantId merchant, List<OrderState> states) {
        Set<OfferId> offers = new HashSet<>();
        Set<String> codes = new TreeSet<>();
        for (OrderState state : states) {
            state.allocations.stream().filter(AllocationState::unsent).forEach(each -> offers.add(each.offer));
            state.lines.stream().filter(line -> line.sku != null).forEach(line -> codes.add(String.valueOf(line.sku)));
        }
        Map<OfferId, Offer> now = catalog.offers(merchant, offers);
        SourcingInput.Batch batch = input.batch(merchant, List.of());
        FxRates rates = batch.rates();
        Margins margins = batch.margins(catalog.bySku(merchant, codes).goods());
        List<OrderState> held = new ArrayList<>();
        for (OrderState state : states) {
            boolean changed = false;
            for (Margins.Under under : margins.under(state, LandedCosts.of(state, now, rates))) {
                changed |= hold(state, under);
            }
            if (changed) {
                held.add(state);
            }
        }
        return held;
    }

    /** Takes back what of the store's line no supplier has seen; false when all of it has left. */
    private boolean hold(OrderState state, Margins.Under under) {
        boolean changed = false;
        for (LineState line : under.lines()) {
            for (AllocationState allocation : state.allocationsOf(line)) {
                if (allocation.unsent()) {
                    state.withdraw(allocation, ids.next(), "held: " + HoldKind.MARGIN_FLOOR);
                    changed = true;
                }
            }
            if (line.toPlan() > 0 && !state.blocked(line)) {
                state.holds.add(new HoldState(ids.next(), line.id, HoldKind.MARGIN_FLOOR, under.detail(), true));
            }
        }
        return changed;
    }
}
